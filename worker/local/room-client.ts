/**
 * A candidate's end of the wire, for programs: numbers what it does, keeps it until acknowledged, comes back by
 * itself after a lost line and sends again what nobody confirmed. It shares the protocol with the web app and
 * nothing else.
 */
import * as v from 'valibot';
import {
  type Action,
  CLOSE,
  FINAL_CODES,
  PROTOCOL_VERSION,
  type ServerMessage,
  type ShownTurn,
  serverMessageSchema,
  type View,
  type WireCode,
} from '../../durable-objects/interview/protocol.ts';

/** The address of the socket with a fresh ticket in it; asked before each connection. */
export type TicketedUrl = () => Promise<string>;

export class RoomRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the session refused: ${code}`);
    this.code = code;
  }
}

interface Sent {
  seq: number;
  action: Action;
  confirmed(): void;
  refused(error: Error): void;
}
interface Watcher {
  fits(view: View): boolean;
  done(view: View): void;
  fail(error: Error): void;
}

/** First pause before coming back after a lost line; each further one is twice as long. */
const RETRY_FIRST_MS = 50;
const RETRY_MOST_MS = 2000;
/** Before what was refused for now is sent again. */
const AGAIN_MS = 300;

export class RoomClient {
  readonly turns: ShownTurn[] = [];
  readonly #address: TicketedUrl;
  readonly #name = crypto.randomUUID().replaceAll('-', '');
  #socket: WebSocket | null = null;
  #open = false;
  #closed = false;
  #retryMs = RETRY_FIRST_MS;
  #nextSeq = 1;
  #unconfirmed: Sent[] = [];
  #again: ReturnType<typeof setTimeout> | null = null;
  #lastEvent = 0;
  #view: View | null = null;
  /** The session's clock minus ours. */
  #clockMs = 0;
  #watchers: Watcher[] = [];

  constructor(address: TicketedUrl) {
    this.#address = address;
    void this.#connect();
  }

  /** The session's clock, milliseconds from its start. */
  nowMs(): number {
    return Math.max(0, Math.round(performance.now() + this.#clockMs));
  }

  get view(): View | null {
    return this.#view;
  }

  /** Does something; resolves when the session made it durable. @throws RoomRefused */
  do(action: Action): Promise<void> {
    return new Promise((confirmed, refused) => {
      const sent = { seq: this.#nextSeq, action, confirmed, refused };
      this.#nextSeq += 1;
      this.#unconfirmed.push(sent);
      if (this.#open) this.#send(sent);
    });
  }

  /** The first view that fits, from now on or already there. */
  until(fits: (view: View) => boolean): Promise<View> {
    if (this.#view !== null && fits(this.#view)) return Promise.resolve(this.#view);
    return new Promise((done, fail) => {
      this.#watchers.push({ fits, done, fail });
    });
  }

  /** Breaks the line as a lost network would; the client comes back by itself. */
  dropLine(): void {
    this.#socket?.close();
  }

  close(): void {
    this.#closed = true;
    this.#socket?.close();
    for (const { fail } of this.#watchers.splice(0)) fail(new Error('the room was left'));
    for (const { refused } of this.#unconfirmed.splice(0)) refused(new Error('the room was left'));
  }

  async #connect(): Promise<void> {
    if (this.#closed) return;
    const address = await this.#address().catch(() => null);
    if (address === null) return this.#later();
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      const hello = {
        type: 'hello',
        version: PROTOCOL_VERSION,
        client: this.#name,
        lastEvent: this.#lastEvent,
        takePen: true,
      };
      socket.send(JSON.stringify(hello));
    });
    socket.addEventListener('message', (event) => this.#hear(String(event.data)));
    socket.addEventListener('close', (event) => {
      this.#open = false;
      if (event.code === CLOSE.over) return this.close();
      this.#later();
    });
  }

  #later(): void {
    if (this.#closed) return;
    setTimeout(() => void this.#connect(), this.#retryMs);
    this.#retryMs = Math.min(RETRY_MOST_MS, this.#retryMs * 2);
  }

  #hear(text: string): void {
    const parsed = v.safeParse(serverMessageSchema, jsonOf(text));
    if (parsed.success) this.#take(parsed.output);
  }

  #take(message: ServerMessage): void {
    if ('sessionMs' in message) this.#clockMs = message.sessionMs - performance.now();
    switch (message.type) {
      case 'welcome':
        this.#retryMs = RETRY_FIRST_MS;
        this.#lastEvent = message.event;
        if (message.turns !== null) this.turns.splice(0, this.turns.length, ...message.turns);
        this.#confirm(message.acked);
        this.#open = true;
        for (const sent of this.#unconfirmed) this.#send(sent);
        this.#see(message.view);
        return;
      case 'event':
        this.#lastEvent = message.n;
        if (message.event.type === 'turn') this.#keep(message.event.turn);
        if (message.event.type === 'view') this.#see(message.event.view);
        return;
      case 'ack':
        this.#confirm(message.seq);
        return;
      case 'refused':
        this.#refuse(message.seq, message.code);
        return;
      case 'pen':
        return;
    }
  }

  #keep(turn: ShownTurn): void {
    const at = this.turns.findIndex((known) => known.id === turn.id);
    if (at < 0) this.turns.push(turn);
    else this.turns[at] = turn;
  }

  #see(view: View): void {
    this.#view = view;
    const waiting = this.#watchers.splice(0);
    for (const watcher of waiting) {
      if (watcher.fits(view)) watcher.done(view);
      else this.#watchers.push(watcher);
    }
  }

  /** A number that is not settled stays ours: everything from it on is sent again, in order. */
  #againSoon(): void {
    this.#again ??= setTimeout(() => {
      this.#again = null;
      if (this.#open) for (const sent of this.#unconfirmed) this.#send(sent);
    }, AGAIN_MS);
  }

  #send({ seq, action }: Sent): void {
    this.#socket?.send(JSON.stringify({ type: 'do', seq, action }));
  }

  /** Everything up to `seq` is durable. */
  #confirm(seq: number): void {
    const done = this.#unconfirmed.filter((sent) => sent.seq <= seq);
    this.#unconfirmed = this.#unconfirmed.filter((sent) => sent.seq > seq);
    for (const { confirmed } of done) confirmed();
  }

  #refuse(seq: number | null, code: WireCode): void {
    const sent = this.#unconfirmed.find((one) => one.seq === seq);
    if (sent === undefined) return;
    if (!FINAL_CODES.has(code)) {
      this.#againSoon();
      return;
    }
    this.#unconfirmed = this.#unconfirmed.filter((one) => one !== sent);
    sent.refused(new RoomRefused(code));
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
