/** The checker of the W3C for HTML (vnu), which runs on Java; the screens are checked in one go. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const JAR = resolve(import.meta.dirname, '../../node_modules/vnu-jar/build/dist/vnu.jar');
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;

/**
 * Roles that rows and cells have anyway: on phones their display changes, and Safari takes the role away with it. The
 * checker finds them needless; without them a screen reader finds no table.
 */
const KEPT =
  /^The “role” attribute must not be used on a “(tr|td|th|thead|tbody)” element which has a “table” ancestor/;

interface Message {
  type: string;
  url?: string;
  message: string;
  extract?: string;
}

/** Whether there is a Java to run it. */
export async function findJava(): Promise<boolean> {
  return await new Promise((done) => execFile('java', ['-version'], (error) => done(error === null)));
}

/** The errors in these pages, each with its page and the place; the same error on many screens once. */
export async function htmlErrors(pages: readonly { name: string; html: string }[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'interloop-html-'));
  try {
    const files = pages.map(({ name }) => join(folder, `${name}.html`));
    await Promise.all(pages.map(({ html }, n) => writeFile(files[n] ?? '', html)));
    const said = await run(['-Xmx512m', '-jar', JAR, '--format', 'json', '--exit-zero-always', ...files]);
    const { messages } = JSON.parse(said) as { messages: Message[] };
    const errors = new Map<string, string>();
    for (const { type, url, message, extract } of messages) {
      if (type !== 'error' || KEPT.test(message)) continue;
      const page = basename(url ?? '', '.html');
      const key = `${message} ${extract?.replaceAll(/\d+/g, '') ?? ''}`;
      if (!errors.has(key)) errors.set(key, `${page}: ${message} | ${extract?.replaceAll(/\s+/g, ' ') ?? ''}`);
    }
    return [...errors.values()];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** vnu writes what it found to its standard error. */
function run(args: string[]): Promise<string> {
  return new Promise((done, fail) => {
    execFile('java', args, { maxBuffer: OUTPUT_BYTES_MAX }, (error, _, said) => (error ? fail(error) : done(said)));
  });
}
