/** The sockets of one interview: who is on each, who holds the pen, and how a message reaches them. */
import { LIMITS } from '../../worker/limits.ts';
import { CLOSE, type ServerMessage } from './protocol.ts';
import type { Pen, SessionStore } from './store.ts';

/** Rides on the socket through hibernation. */
export interface Seat {
  /** Null until `hello`. */
  client: string | null;
  epoch: number;
}

const MINUTE_MS = 60_000;

export class Room {
  private readonly ctx: DurableObjectState;
  /** The attachments, read once: they are asked for with every frame. */
  private readonly seats = new WeakMap<WebSocket, Seat>();
  /** Frames in the running minute; a hibernation forgets them, and a quiet minute it was. */
  private readonly counts = new WeakMap<WebSocket, { sinceMs: number; frames: number }>();

  /** Everything that came in the running minute. */
  private readonly arrived = new WeakMap<WebSocket, { sinceMs: number; frames: number; bytes: number }>();
  private readonly sounds = new WeakMap<WebSocket, { sinceMs: number; frames: number }>();

  constructor(ctx: DurableObjectState) {
    this.ctx = ctx;
  }

  /** Lets a socket in; the oldest makes room when there are too many. */
  enter(socket: WebSocket): void {
    const present = this.ctx.getWebSockets();
    if (present.length >= LIMITS.wire.socketsPerInterview) present[0]?.close(CLOSE.penLost, 'too many lines');
    this.ctx.acceptWebSocket(socket);
    this.sit(socket, { client: null, epoch: 0 });
  }

  seat(socket: WebSocket): Seat {
    const known = this.seats.get(socket);
    if (known !== undefined) return known;
    // Only `sit` attaches anything.
    const attached = (socket.deserializeAttachment() as Seat | null) ?? { client: null, epoch: 0 };
    this.seats.set(socket, attached);
    return attached;
  }

  sit(socket: WebSocket, seat: Seat): void {
    socket.serializeAttachment(seat);
    this.seats.set(socket, seat);
  }

  /** True when another open socket of another client holds the pen. */
  heldByAnother(pen: Pen | undefined, client: string): boolean {
    if (pen === undefined || pen.client === client) return false;
    return this.open().some((socket) => this.holds(socket, pen));
  }

  holds(socket: WebSocket, pen: Pen | undefined): boolean {
    const { client, epoch } = this.seat(socket);
    return pen !== undefined && client === pen.client && epoch === pen.epoch;
  }

  /** True when the pen's holder is on an open line other than `except`. */
  penIsHere(pen: Pen | undefined, except: WebSocket | null): boolean {
    return this.open().some((socket) => socket !== except && this.holds(socket, pen));
  }

  /** Counts a frame; false when there were too many of its kind this minute. */
  within(socket: WebSocket, nowMs: number, kind: 'message' | 'sound'): boolean {
    const counts = kind === 'sound' ? this.sounds : this.counts;
    const before = counts.get(socket);
    const count = before === undefined || nowMs - before.sinceMs >= MINUTE_MS ? { sinceMs: nowMs, frames: 0 } : before;
    count.frames += 1;
    counts.set(socket, count);
    return count.frames <= (kind === 'sound' ? LIMITS.wire.soundsPerMinute : LIMITS.wire.messagesPerMinute);
  }

  /**
   * Counts what arrives, before anything is done with it; a socket that floods is closed, and whatever it still sends is
   * not looked at.
   */
  bears(socket: WebSocket, nowMs: number, data: string | ArrayBuffer): boolean {
    const before = this.arrived.get(socket);
    const count =
      before === undefined || nowMs - before.sinceMs >= MINUTE_MS ? { sinceMs: nowMs, frames: 0, bytes: 0 } : before;
    count.frames += 1;
    count.bytes += typeof data === 'string' ? data.length : data.byteLength;
    this.arrived.set(socket, count);
    if (count.frames <= LIMITS.wire.framesPerMinute && count.bytes <= LIMITS.wire.bytesPerMinute) return true;
    if (socket.readyState === WebSocket.OPEN) socket.close(CLOSE.flood, 'too much at once');
    return false;
  }

  /** Closes from our side too. Codes that nobody may send cannot be said back; nothing that a client sends throws here. */
  answerClose(socket: WebSocket, code: number, reason: string): void {
    const sayable = code === 1000 || (code >= 3000 && code <= 4999);
    try {
      socket.close(sayable ? code : 1000, sayable ? reason : '');
    } catch {
      // It is closed already, which is all that was wanted.
    }
  }

  send(socket: WebSocket, message: ServerMessage): void {
    try {
      socket.send(JSON.stringify(message));
    } catch {
      // The line broke in this moment; what it missed comes with the next `hello`.
    }
  }

  /** To the pen's holder alone: sound is for one loudspeaker. */
  sendSound(pen: Pen | undefined, frame: Uint8Array): void {
    for (const socket of this.open()) {
      if (!this.holds(socket, pen)) continue;
      try {
        socket.send(frame);
      } catch {
        // The line broke in this moment; the words stand on the screen.
      }
    }
  }

  /** To everyone who has said hello. */
  tell(message: ServerMessage): void {
    for (const socket of this.open()) if (this.seat(socket).client !== null) this.send(socket, message);
  }

  /** Ends every line for good, and with them the tickets to new ones. */
  dismiss(store: SessionStore): { ok: true } {
    if (store.read('tickets') !== undefined) store.write('tickets', {});
    for (const socket of this.open()) socket.close(CLOSE.over, 'over');
    return { ok: true };
  }

  others(socket: WebSocket): WebSocket[] {
    return this.open().filter((one) => one !== socket && this.seat(one).client !== null);
  }

  anybody(): boolean {
    return this.open().length > 0;
  }

  private open(): WebSocket[] {
    return this.ctx.getWebSockets().filter((socket) => socket.readyState === WebSocket.OPEN);
  }
}
