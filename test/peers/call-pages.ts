/** The product's own two ends of a call as pages of their own: the candidate's microphone, and a member who listens. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/** What the script puts on the page. */
export interface CallPage {
  enter(pass: { url: string; token: string }): Promise<void>;
  listeners(): number;
  listen(pass: { url: string; token: string }): Promise<void>;
  stop(): Promise<void>;
  /** Loudness of what is heard, from 0 to 1. */
  heard(): number;
  /** Tries what the pass does not allow; the names of what worked. */
  trespass(pass: { url: string; token: string }): Promise<string[]>;
}

const ROOT = resolve(import.meta.dirname, '../..');

/** Serves them on an address that counts as safe, so that there is a microphone. */
export async function serveCallPages(): Promise<{ url: string; close(): Promise<void> }> {
  const { outputFiles } = await build({
    entryPoints: [resolve(import.meta.dirname, 'call-page.ts')],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const script = outputFiles[0]?.contents ?? new Uint8Array();
  const server = createServer((request, response) => {
    const isScript = request.url === '/call.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><title>Call</title><body><script src="/call.js"></script>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
