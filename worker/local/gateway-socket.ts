/** Neon's WebSocket: a raw connection to the PostgreSQL that the startup packet names. */
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket } from 'ws';
import type { Backend, Resolve } from './gateway-backends.ts';
import { cancelKey, cancelPacket, errorMessage, firstPacket, WireSyntaxError } from './wire-messages.ts';

/** What a server says before it is ready is shorter. */
const START_BYTES_MAX = 64 * 1024;

/** Which server gave a cancel key. A cancel request names no database, so that it can only be found by its key. */
export type CancelKeys = Map<string, Backend>;

/** Relays one socket. What arrives before its database is known and open waits here. */
export function relaySocket(socket: WebSocket, resolve: Resolve, keys: CancelKeys): void {
  let early: Buffer = Buffer.alloc(0);
  let chosen = false;
  let backend: Duplex | null = null;

  const refuse = (code: string, message: string) => {
    socket.send(errorMessage({ severity: 'FATAL', code, message }));
    socket.close();
  };
  const choose = async (database: string) => {
    const found = await resolve(database);
    if (socket.readyState !== WebSocket.OPEN) return;
    if (found === null) return refuse('3D000', `database "${database}" does not exist`);
    backend = pipe(socket, found.open());
    rememberKey(backend, found, keys);
    backend.write(early);
  };

  socket.on('error', () => socket.terminate());
  socket.on('close', () => backend?.end());
  socket.on('message', (data) => {
    const bytes = bytesOf(data);
    if (backend !== null) {
      backend.write(bytes);
      return;
    }
    early = Buffer.concat([early, bytes]);
    if (chosen) return;
    try {
      const first = firstPacket(early);
      if (first === null) return;
      if (first.packet.kind === 'encryption') {
        early = early.subarray(first.size);
        socket.send('N');
        return;
      }
      if (first.packet.kind === 'cancel') {
        forwardCancel(first.packet.key, keys);
        return socket.close();
      }
      chosen = true;
      choose(first.packet.database).catch((error) => refuse('58000', String(error)));
    } catch (error) {
      if (!(error instanceof WireSyntaxError)) throw error;
      refuse('08P01', error.message);
    }
  });
}

function pipe(socket: WebSocket, backend: Duplex): Duplex {
  backend.on('data', (bytes: Buffer) => socket.send(bytes));
  backend.on('error', () => socket.close());
  backend.on('end', () => socket.close());
  backend.on('close', () => socket.close());
  return backend;
}

function rememberKey(stream: Duplex, backend: Backend, keys: CancelKeys): void {
  let start: Buffer = Buffer.alloc(0);
  const read = (bytes: Buffer) => {
    start = Buffer.concat([start, bytes]);
    const key = cancelKey(start);
    if (key === undefined && start.length < START_BYTES_MAX) return;
    stream.off('data', read);
    if (typeof key !== 'string') return;
    keys.set(key, backend);
    stream.once('close', () => keys.delete(key));
  };
  stream.on('data', read);
}

/** As with PostgreSQL itself, nobody is told what came of it. */
function forwardCancel(key: string, keys: CancelKeys): void {
  const stream = keys.get(key)?.open();
  stream?.on('error', () => stream.destroy());
  stream?.once('connect', () => stream.end(cancelPacket(key)));
  stream?.resume();
}

function bytesOf(data: RawData): Buffer {
  const parts = Array.isArray(data) ? data : [data];
  return Buffer.concat(parts.map((part) => (part instanceof ArrayBuffer ? new Uint8Array(part) : part)));
}
