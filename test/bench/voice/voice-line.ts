/** A room's end of the wire for measuring a talk by voice: one socket, its view, its captions, and sound both ways. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import {
  type Action,
  PROTOCOL_VERSION,
  type ServerMessage,
  type View,
} from '../../../durable-objects/interview/protocol.ts';

/** A sign of life, as the room gives it. */
const BEAT_MS = 5000;

export interface VoiceLine {
  view(): View;
  /** The first view that fits, from now on or already there. */
  until(fits: (view: View) => boolean): Promise<View>;
  /** Resolves when it is durable. */
  act(action: Action): Promise<void>;
  send(frame: Uint8Array): void;
  onSound: (frame: Buffer) => void;
  onMessage: (message: ServerMessage) => void;
  /** The session's clock. */
  nowMs(): number;
  close(): void;
}

export async function openVoiceLine(address: string): Promise<VoiceLine> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await once(socket, 'open');
  let view: View | null = null;
  let clockMs = 0;
  let seq = 0;
  const waiting = new Map<number, { done(): void; fail(code: string): void }>();
  const watchers = new Set<() => void>();

  function act(action: Action): Promise<void> {
    seq += 1;
    const mine = seq;
    return new Promise((done, fail) => {
      waiting.set(mine, { done, fail: (code) => fail(new Error(`The session refused ${action.type}: ${code}`)) });
      socket.send(JSON.stringify({ type: 'do', seq: mine, action }));
    });
  }

  function take(message: ServerMessage): void {
    if ('sessionMs' in message) clockMs = message.sessionMs - performance.now();
    if (message.type === 'welcome') view = message.view;
    if (message.type === 'event' && message.event.type === 'view') view = message.event.view;
    if (message.type === 'ack') waiting.get(message.seq)?.done();
    if (message.type === 'refused' && message.seq !== null) waiting.get(message.seq)?.fail(message.code);
    line.onMessage(message);
    for (const look of [...watchers]) look();
  }

  const line: VoiceLine = {
    view() {
      if (view === null) throw new Error('No welcome yet');
      return view;
    },
    until: (fits) =>
      new Promise((done) => {
        const look = () => {
          if (view === null || !fits(view)) return;
          watchers.delete(look);
          done(view);
        };
        watchers.add(look);
        look();
      }),
    act,
    send: (frame) => socket.send(frame),
    onSound: () => {},
    onMessage: () => {},
    nowMs: () => Math.max(0, Math.round(performance.now() + clockMs)),
    close() {
      clearInterval(beat);
      socket.close();
    },
  };
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary) line.onSound(data);
    else take(JSON.parse(data.toString()) as ServerMessage);
  });
  const client = crypto.randomUUID().replaceAll('-', '');
  socket.send(JSON.stringify({ type: 'hello', version: PROTOCOL_VERSION, client, lastEvent: 0, takePen: true }));
  await line.until(() => true);
  const beat = setInterval(() => void act({ type: 'beat' }).catch(() => {}), BEAT_MS);
  return line;
}
