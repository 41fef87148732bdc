/** Neon's WebSocket: a raw connection to the PostgreSQL that the startup packet names. */
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket } from 'ws';
import type { Resolve } from './gateway-backends.ts';
import { errorMessage, firstPacket, WireSyntaxError } from './wire-messages.ts';

/** Relays one socket. What arrives before its database is known and open waits here. */
export function relaySocket(socket: WebSocket, resolve: Resolve): void {
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
      if (first.packet.kind === 'cancel') return socket.close();
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

function bytesOf(data: RawData): Buffer {
  const parts = Array.isArray(data) ? data : [data];
  return Buffer.concat(parts.map((part) => (part instanceof ArrayBuffer ? new Uint8Array(part) : part)));
}
