/**
 * The room's line to the session: sends in order, keeps until acknowledged, finds a dead line, comes back by itself and
 * goes on where it was.
 */

import { safeParse } from 'valibot';
import {
  type Action,
  CLOSE,
  FINAL_CODES,
  PING,
  PROTOCOL_VERSION,
  type ServerMessage,
  serverMessageSchema,
  WIRE_LIMITS,
} from '../../../durable-objects/interview/protocol.ts';
import { type SoundFrame, unpackSound } from '../../../durable-objects/interview/protocol-sound.ts';
import { ApiProblem, api } from '../../shared/api.ts';
import type { KeptOutbox } from './kept-outbox.ts';
import { add, type Outbox, resume, settle, type Waiting, waitingIn } from './outbox-rules.ts';

export type LineState = 'connecting' | 'up' | 'down' | 'elsewhere' | 'over';

export interface WireEvents {
  onMessage(message: ServerMessage): void;
  onLine(line: LineState): void;
  /** What waits to be durable. */
  onWaiting(waiting: Waiting): void;
  /** The action that was refused for good. */
  onRefused(action: Action): void;
  /** A piece of the interviewer's voice. */
  onSound(frame: SoundFrame): void;
}

/** First try again soon, then ever less often; a little chance keeps a crowd from knocking at once. */
const BACK_MS = [150, 300, 600, 1200, 2400, 5000];

export class Wire {
  private socket: WebSocket | null = null;
  private box: Outbox;
  private lastEvent = 0;
  private tries = 0;
  private heardAt = 0;
  private ready = false;
  private closed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly beat: ReturnType<typeof setInterval>;
  private readonly kept: KeptOutbox;
  private readonly events: WireEvents;

  constructor(kept: KeptOutbox, events: WireEvents) {
    this.kept = kept;
    this.events = events;
    this.box = kept.box;
    this.events.onWaiting(waitingIn(this.box));
    this.beat = setInterval(() => this.pulse(), WIRE_LIMITS.beatMs / 2);
    addEventListener('online', this.again);
    void this.connect(false);
  }

  send(action: Action): void {
    this.put(add(this.box, action));
    const item = this.box.items.at(-1);
    if (this.ready && item !== undefined) this.write(item);
  }

  /** Sound has no place in the line of numbered actions: whoever sends it keeps it until it is taken. */
  sendSound(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.ready && this.socket?.readyState === WebSocket.OPEN) this.socket.send(bytes);
  }

  /** Takes the pen from another tab or device. */
  takePen(): void {
    void this.connect(true);
  }

  close(): void {
    this.closed = true;
    clearInterval(this.beat);
    clearTimeout(this.timer);
    removeEventListener('online', this.again);
    this.socket?.close(1000);
  }

  private readonly again = () => {
    if (this.ready || this.closed) return;
    clearTimeout(this.timer);
    void this.connect(false);
  };

  private async connect(takePen: boolean): Promise<void> {
    this.drop();
    try {
      const { path } = await api('POST /api/candidate/socket-ticket');
      if (this.closed) return;
      const socket = new WebSocket(new URL(path, location.href.replace(/^http/, 'ws')));
      this.socket = socket;
      socket.binaryType = 'arraybuffer';
      this.heardAt = Date.now();
      socket.onopen = () => {
        const { client } = this.box;
        socket.send(
          JSON.stringify({ type: 'hello', version: PROTOCOL_VERSION, client, lastEvent: this.lastEvent, takePen }),
        );
      };
      socket.onmessage = ({ data }) => (data instanceof ArrayBuffer ? this.hearSound(data) : this.hear(String(data)));
      socket.onclose = ({ code }) => {
        if (socket === this.socket) this.lost(code);
      };
    } catch (error) {
      if (
        error instanceof ApiProblem &&
        ['not_signed_in', 'wrong_phase', 'not_found', 'link_revoked'].includes(error.code)
      ) {
        this.events.onLine('over');
        return;
      }
      this.lost(0);
    }
  }

  private lost(code: number): void {
    this.ready = false;
    if (this.closed) return;
    if (code === CLOSE.over || code === CLOSE.penLost) {
      this.events.onLine(code === CLOSE.over ? 'over' : 'elsewhere');
      return;
    }
    this.events.onLine('down');
    const backMs = BACK_MS[Math.min(this.tries, BACK_MS.length - 1)] ?? 5000;
    this.tries += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(false), backMs * (0.75 + Math.random() / 2));
  }

  private hear(text: string): void {
    this.heardAt = Date.now();
    const read = safeParse(serverMessageSchema, parsed(text));
    if (!read.success) return;
    const message = read.output;
    switch (message.type) {
      case 'welcome':
        this.tries = 0;
        this.lastEvent = message.event;
        this.put(resume(this.box, message.acked));
        this.ready = true;
        this.events.onLine(message.pen ? 'up' : 'elsewhere');
        // Sound that was not taken goes out again here, before the word that the answer is over.
        this.events.onMessage(message);
        if (message.pen) for (const item of this.box.items) this.write(item);
        return;
      case 'event':
        this.lastEvent = Math.max(this.lastEvent, message.n);
        break;
      case 'ack':
        this.put(settle(this.box, message.seq));
        break;
      case 'refused':
        this.refused(message.seq, message.code);
        break;
      case 'pen':
        this.events.onLine(message.pen ? 'up' : 'elsewhere');
        break;
    }
    this.events.onMessage(message);
  }

  private hearSound(data: ArrayBuffer): void {
    this.heardAt = Date.now();
    const frame = unpackSound(new Uint8Array(data));
    if (frame !== null) this.events.onSound(frame);
  }

  private refused(seq: number | null, code: Extract<ServerMessage, { type: 'refused' }>['code']): void {
    if (code === 'no_pen') {
      this.events.onLine('elsewhere');
      return;
    }
    if (seq !== null && FINAL_CODES.has(code)) {
      const refused = this.box.items.find((item) => item.seq === seq);
      this.put(settle(this.box, seq));
      if (refused !== undefined) this.events.onRefused(refused.action);
      return;
    }
    // Everything else is settled by saying hello again: the session then tells which number it waits for.
    this.socket?.close(1000);
  }

  private pulse(): void {
    const silentMs = Date.now() - this.heardAt;
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    if (silentMs > WIRE_LIMITS.silenceMs) {
      const dead = this.socket;
      this.socket = null;
      dead.close();
      this.lost(0);
      return;
    }
    this.socket.send(PING);
    if (this.ready && this.box.items.length === 0) this.send({ type: 'beat' });
  }

  private write(item: { seq: number; action: Action }): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify({ type: 'do', ...item }));
  }

  private put(box: Outbox): void {
    this.box = box;
    this.kept.keep(box);
    this.events.onWaiting(waitingIn(box));
  }

  private drop(): void {
    const before = this.socket;
    this.socket = null;
    this.ready = false;
    before?.close(1000);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
