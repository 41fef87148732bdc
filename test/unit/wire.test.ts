/** The room's line: what is said is sent in order, kept until it is durable, and sent again only by who holds the pen. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Action, CLOSE, type ServerMessage, type View } from '../../durable-objects/interview/protocol.ts';

import type { KeptOutbox } from '../../web/candidate/room/kept-outbox.ts';
import type { Outbox } from '../../web/candidate/room/outbox-rules.ts';
import { Wire } from '../../web/candidate/room/wire.ts';

const VIEW: View = {
  phase: 'listening',
  thinkingOn: false,
  section: { number: 1, count: 1, title: 'All' },
  question: null,
  utterance: null,
  engine: 'rehearsed',
  ears: 'device',
  voiceServed: false,
  ahead: [],
  hearing: false,
  clock: { running: true, totalMs: 60_000, remainingMs: 50_000, questionRemainingMs: null, givenBackMs: 0 },
  mode: 'text',
  waitLonger: false,
  patience: 'normal',
  breaksLeft: 0,
  pausedUntilMs: null,
  recording: false,
  language: 'en',
  endReason: null,
};

/** The server's end of a socket, in the hands of the test. */
class Socket {
  static OPEN = 1;
  static all: Socket[] = [];
  readyState = 0;
  binaryType = '';
  sent: string[] = [];
  onopen: () => void = () => {};
  onmessage: (event: { data: string }) => void = () => {};
  onclose: (event: { code: number }) => void = () => {};

  constructor() {
    Socket.all.push(this);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(code = 1005): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.onclose({ code });
  }

  open(): void {
    this.readyState = 1;
    this.onopen();
  }

  says(message: ServerMessage): void {
    this.onmessage({ data: JSON.stringify(message) });
  }

  /** The actions that came, by number and kind. */
  done(): string[] {
    return this.sent
      .flatMap((text) => (text.startsWith('{') ? [JSON.parse(text)] : []))
      .filter(({ type }) => type === 'do')
      .map(({ seq, action }) => `${seq} ${action.type}`);
  }
}

function welcome(more: Partial<Extract<ServerMessage, { type: 'welcome' }>> = {}): ServerMessage {
  const draft = { text: '', segments: [] };
  const at = { version: 1, sessionMs: 0, epoch: 1, event: 0, soundTaken: 0 };
  return { type: 'welcome', ...at, pen: true, acked: 0, view: VIEW, turns: [], draft, ...more };
}

const ANSWER: Action = { type: 'answer', text: 'I called.', via: 'typed', startMs: 1, endMs: 2, segments: [] };

let lines: string[];
let refused: string[];
let box: Outbox;
let wire: Wire | null;

/** A room with what an earlier tab left behind; the session has answered its hello. */
async function aRoom(answer: ServerMessage, items: Outbox['items'] = []): Promise<Socket> {
  box = { client: 'client-one', last: items.at(-1)?.seq ?? 0, items };
  const kept: KeptOutbox = {
    box,
    keep: (next) => {
      box = next;
    },
    stores: () => true,
  };
  wire = new Wire(kept, {
    onMessage: () => {},
    onLine: (line) => lines.push(line),
    onWaiting: () => {},
    onRefused: (action) => refused.push(action.type),
    onSound: () => {},
  });
  return await connected(answer);
}

async function connected(answer: ServerMessage): Promise<Socket> {
  await vi.advanceTimersByTimeAsync(0);
  const socket = Socket.all.at(-1);
  if (socket === undefined) throw new Error('no socket');
  socket.open();
  socket.says(answer);
  return socket;
}

beforeEach(() => {
  vi.useFakeTimers();
  [lines, refused, wire, Socket.all] = [[], [], null, []];
  vi.stubGlobal('WebSocket', Socket);
  vi.stubGlobal('location', { href: 'http://interloop.test/i/x' });
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('fetch', async () => Response.json({ path: '/api/candidate/socket?ticket=t' }));
});
afterEach(() => {
  wire?.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('what was done goes out under numbers without a gap, and is kept until it is durable', async () => {
  const socket = await aRoom(welcome());
  wire?.send({ type: 'think', on: true });
  wire?.send(ANSWER);
  expect(socket.done()).toEqual(['1 think', '2 answer']);
  expect(box.items).toHaveLength(2);
  socket.says({ type: 'ack', seq: 1 });
  expect(box.items.map(({ seq }) => seq)).toEqual([2]);
  socket.says({ type: 'ack', seq: 2 });
  expect(box.items).toEqual([]);
});

test('what was not durable when the line was lost goes out again on the next one, and what was does not', async () => {
  const socket = await aRoom(welcome());
  wire?.send({ type: 'think', on: true });
  wire?.send(ANSWER);
  socket.close(1006);
  expect(lines.at(-1)).toBe('down');
  await vi.advanceTimersByTimeAsync(1000);
  const next = await connected(welcome({ acked: 1 }));
  expect(next).not.toBe(socket);
  expect(next.done()).toEqual(['2 answer']);
});

test('a tab without the pen sends nothing of an earlier one again; with it, it does', async () => {
  const items = [{ seq: 1, action: ANSWER }];
  const watching = await aRoom(welcome({ pen: false }), items);
  expect(watching.done()).toEqual([]);
  expect(lines.at(-1)).toBe('elsewhere');
  expect(box.items).toHaveLength(1);
  wire?.takePen();
  const holding = await connected(welcome({ pen: true }));
  expect(holding.done()).toEqual(['1 answer']);
  expect(lines.at(-1)).toBe('up');
});

test('a tab whose pen was taken stays away and does not come back by itself', async () => {
  const socket = await aRoom(welcome());
  socket.close(CLOSE.penLost);
  expect(lines.at(-1)).toBe('elsewhere');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(Socket.all).toHaveLength(1);
});

test('a line that answers no more is given up, and another one is made', async () => {
  await aRoom(welcome());
  await vi.advanceTimersByTimeAsync(120_000);
  expect(lines).toContain('down');
  expect(Socket.all.length).toBeGreaterThan(1);
});

test('what comes while the line is away waits, and goes out when it is there', async () => {
  const socket = await aRoom(welcome());
  socket.close(1006);
  wire?.send(ANSWER);
  expect(socket.done()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect((await connected(welcome())).done()).toEqual(['1 answer']);
});

test('what is refused for good is told and not sent again', async () => {
  const socket = await aRoom(welcome());
  wire?.send(ANSWER);
  socket.says({ type: 'refused', seq: 1, code: 'wrong_phase' });
  expect(refused).toEqual(['answer']);
  expect(box.items).toEqual([]);
});
