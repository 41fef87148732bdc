/** Debian's WebKit (MiniBrowser) on a screen that nobody sees, driven by the W3C WebDriver protocol. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { until } from '../support/until.ts';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const LIBRARIES = '/usr/lib';

/** Where Debian puts MiniBrowser: below the machine's own name. */
export function miniBrowser(): string | null {
  if (!existsSync(LIBRARIES)) return null;
  const found = readdirSync(LIBRARIES).map((name) => join(LIBRARIES, name, 'webkit2gtk-4.1', 'MiniBrowser'));
  return found.find((path) => existsSync(path)) ?? null;
}

export const hasWebKit =
  miniBrowser() !== null && ['WebKitWebDriver', 'Xvfb'].every((name) => spawnSync('which', [name]).status === 0);

export interface WebKit {
  go(url: string): Promise<void>;
  /** Waits for what an XPath leads to, and presses it. */
  press(path: string): Promise<void>;
  /** Waits for a field, and types into it. */
  type(path: string, text: string): Promise<void>;
  /** Waits until it is there. */
  see(path: string): Promise<void>;
  /** The value of an expression in the page. */
  ask<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

export async function launchWebKit(environment: Record<string, string>): Promise<WebKit> {
  const display = `:${90 + Math.floor(Math.random() * 900)}`;
  const screen = spawn('Xvfb', [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    env: { ...process.env, ...environment, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    stdio: 'ignore',
  });
  const call = (method: string, path: string, body?: object) => ask(`http://127.0.0.1:${port}${path}`, method, body);
  await until(async () => ((await call('GET', '/status').catch(() => null)) === null ? undefined : true), 'WebKit');
  const options = { binary: miniBrowser(), args: ['--automation', '--autoplay-policy=allow'] };
  const session = (await call('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  })) as { sessionId: string };
  const at = `/session/${session.sessionId}`;

  async function find(path: string): Promise<string> {
    return await until(async () => {
      const found = await call('POST', `${at}/element`, { using: 'xpath', value: path }).catch(() => null);
      return (found as Record<string, string> | null)?.[ELEMENT];
    }, path);
  }

  return {
    async go(url) {
      await call('POST', `${at}/url`, { url });
    },
    async press(path) {
      // What moves or is not enabled yet is pressed again.
      await until(async () => {
        const element = await find(path);
        return await call('POST', `${at}/element/${element}/click`, {}).then(
          () => true,
          () => undefined,
        );
      }, path);
    },
    async type(path, text) {
      const element = await find(path);
      await call('POST', `${at}/element/${element}/value`, { text });
    },
    async see(path) {
      await find(path);
    },
    async ask<T>(expression: string): Promise<T> {
      return (await call('POST', `${at}/execute/sync`, { script: `return ${expression}`, args: [] })) as T;
    },
    async close() {
      await call('DELETE', at).catch(() => {});
      driver.kill();
      screen.kill();
    },
  };
}

async function ask(url: string, method: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) throw new Error(`WebKit: ${JSON.stringify(value).slice(0, 300)}`);
  return value;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
