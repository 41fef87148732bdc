#!/usr/bin/env node
/**
 * Starts Firefox as Playwright asks for it, and stands between the two: emulation commands that this Firefox does not
 * know yet are answered as done instead of ending the session. The real program's path is in FIREFOX.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

const LISTENING = /^WebDriver BiDi listening on (ws:\/\/.+)$/;
const firefox = spawn(process.env.FIREFOX ?? 'firefox-esr', process.argv.slice(2), {
  stdio: ['ignore', 'pipe', 'pipe'],
});
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => firefox.kill('SIGTERM'));
firefox.on('exit', (code) => process.exit(code ?? 1));
createInterface({ input: firefox.stdout }).on('line', (line) => console.log(line));
createInterface({ input: firefox.stderr }).on('line', (line) => {
  const [, address] = LISTENING.exec(line) ?? [];
  if (address === undefined) console.error(line);
  else between(address);
});

function between(address) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('listening', () => console.error(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}`));
  server.on('connection', (playwright, { url }) => {
    const browser = new WebSocket(`${address}${url}`, { perMessageDeflate: false });
    const emulating = new Set();
    const early = [];
    playwright.on('message', (data) => {
      const text = String(data);
      const { id, method } = JSON.parse(text);
      if (method?.startsWith('emulation.')) emulating.add(id);
      if (browser.readyState === WebSocket.OPEN) browser.send(text);
      else early.push(text);
    });
    browser.on('open', () => {
      for (const text of early.splice(0)) browser.send(text);
    });
    browser.on('message', (data) => {
      const text = String(data);
      const { id, error } = JSON.parse(text);
      const unknown = emulating.delete(id) && error === 'unknown command';
      playwright.send(unknown ? JSON.stringify({ type: 'success', id, result: {} }) : text);
    });
    playwright.on('close', () => browser.close());
    browser.on('close', () => playwright.close());
    browser.on('error', () => playwright.close());
  });
}
