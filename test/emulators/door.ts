/**
 * The door of every emulator: an HTTP server, with sockets where the emulator has them. The emulator brings its routes
 * and the words of its API; the door keeps the journal, meets the faults and paces the answers.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { control } from './control.ts';
import { type Answer, type Fault, isRefusal, type Refusal, spoiled } from './faults.ts';
import { type Journal, openJournal } from './journal.ts';

export interface Ask {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  bytes: Buffer;
}

export interface Route {
  /** The name under which faults and delays are set: `ears`, `voice`, `model`, … */
  at: string;
  method: string;
  path: RegExp;
  /** Checks the request strictly. @throws Refused */
  take(ask: Ask): Promise<Taken>;
}

/** A request that was understood, with the answers to it. */
export interface Taken {
  /** As it was parsed, for the journal. */
  body: unknown;
  /** @throws Refused */
  answer(): Promise<Answer>;
  /** The answers to the faults that only this API can word. */
  refusal(): Answer;
  incomplete?(): Promise<Answer>;
}

/** A socket that was taken; the emulator speaks on it. */
export interface Line {
  socket: WebSocket;
  ask: Ask;
  key: string;
  /** The fault that was queued for this place, or for another moment of the same line, used up by asking. */
  fault(at?: string): Fault | null;
  delay(): { firstMs: number; perChunkMs: number };
  /** A message that came goes into the journal. */
  note(body: unknown): void;
}

export interface Emulator {
  routes: Route[];
  /** The key as this API carries it; null when there is none, or not of its form. */
  key(ask: Ask): string | null;
  /** Headers that carry the key, so that the journal leaves them out. */
  secrets: readonly string[];
  /** The API's own answer to a call without a key and to one that goes nowhere. */
  noKey(ask: Ask): Answer;
  nowhere(ask: Ask): Answer;
  /** The API's own error for a fault. */
  refuse(refusal: Refusal): Answer;
  sockets?: { at: string; path: RegExp; open(line: Line): void };
}

/** Thrown by a route: the answer that says what is wrong with the request. */
export class Refused extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

export interface Door {
  /** Without a slash at the end. */
  url: string;
  journal: Journal;
  close(): Promise<void>;
}

/** For a request that names another host than the one that it came to. */
const MISDIRECTED: Answer = { status: 421, headers: {}, chunks: [] };

export async function openDoor(emulator: Emulator): Promise<Door> {
  const journal = openJournal();
  const server = createServer((request, response) => {
    void serve(emulator, journal, request, response).catch(() => response.destroy());
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const ask = askOf(request, Buffer.alloc(0));
    const [key, place] = [emulator.key(ask), emulator.sockets];
    if (place === undefined || !place.path.test(ask.path) || key === null) {
      socket.end(`HTTP/1.1 ${key === null ? '401 Unauthorized' : '404 Not Found'}\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const note = (body: unknown) => journal.write(key, { ...entry(emulator, ask), at: place.at, body });
    sockets.handleUpgrade(request, socket, head, (taken) => {
      note(null);
      place.open({
        socket: taken,
        ask,
        key,
        note,
        fault: (at = place.at) => journal.take(key, at),
        delay: () => journal.delayOf(key, place.at),
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The emulator has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    journal,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function serve(emulator: Emulator, journal: Journal, request: IncomingMessage, response: ServerResponse) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const ask = askOf(request, Buffer.concat(parts));
  const { localAddress, localPort } = request.socket;
  if (ask.headers.host !== `${localAddress}:${localPort}`) return await send(MISDIRECTED, null, response);
  if (ask.path.startsWith('/_emulator')) return await send(control(journal, ask), null, response);
  const key = emulator.key(ask);
  if (key === null) return await send(emulator.noKey(ask), null, response);
  const route = emulator.routes.find((one) => one.method === ask.method && one.path.test(ask.path));
  if (route === undefined) {
    const answer = emulator.nowhere(ask);
    journal.write(key, { ...entry(emulator, ask), status: answer.status });
    return await send(answer, null, response);
  }
  const fault = journal.take(key, route.at);
  const delay = journal.delayOf(key, route.at);
  const { answer, body } = await answered(emulator, route, ask, fault);
  journal.write(key, { ...entry(emulator, ask), at: route.at, body, status: answer.status });
  if (delay.firstMs > 0) await wait(delay.firstMs);
  await send(answer, fault, response, delay.perChunkMs);
}

async function answered(
  emulator: Emulator,
  route: Route,
  ask: Ask,
  fault: Fault | null,
): Promise<{ answer: Answer; body: unknown }> {
  let body: unknown = null;
  try {
    const taken = await route.take(ask);
    body = taken.body;
    if (fault !== null && isRefusal(fault)) return { body, answer: emulator.refuse(fault) };
    if (fault === 'refusal') return { body, answer: taken.refusal() };
    const shortened = fault === 'incomplete' ? taken.incomplete : undefined;
    return { body, answer: await (shortened ?? taken.answer)() };
  } catch (thrown) {
    if (thrown instanceof Refused) return { body, answer: thrown.answer };
    throw thrown;
  }
}

async function send(answer: Answer, fault: Fault | null, response: ServerResponse, perChunkMs = 0): Promise<void> {
  // Who asked may leave at any time; what was to be said is dropped.
  let gone = false;
  response.on('close', () => {
    gone = true;
  });
  if (fault === 'silence') return;
  const { answer: said, end, everyMs } = spoiled(answer, answer.status === 200 ? fault : null);
  response.writeHead(said.status, said.headers);
  for (const chunk of said.chunks) {
    if (gone) return;
    response.write(chunk);
    // Small pauses keep chunks apart on the line, as they are when they come from afar.
    await wait(Math.max(everyMs, perChunkMs));
  }
  const again = said.chunks.at(-1);
  while (end === 'never' && again !== undefined && !gone) {
    response.write(again);
    await wait(everyMs);
  }
  if (end === 'break') response.destroy();
  else response.end();
}

function askOf(request: IncomingMessage, bytes: Buffer): Ask {
  // Not as a relative address: a path that begins with two slashes would name a host.
  const url = new URL(`http://emulator${request.url ?? '/'}`);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(headers),
    bytes,
  };
}

function entry(emulator: Emulator, ask: Ask) {
  const shown = Object.entries(ask.headers).filter(([name]) => !emulator.secrets.includes(name));
  return { at: null, method: ask.method, path: ask.path, headers: Object.fromEntries(shown), body: null, status: null };
}
