/** One connection to an embedded database: the handshake, then its messages in order, each unit in its turn. */
import type { Duplex } from 'node:stream';
import { BackendBroken } from './guarded-pglite.ts';
import { withRefusals } from './refused-statements.ts';
import { HeldTooLong, type Turns } from './turns.ts';
import {
  errorMessage,
  firstPacket,
  int32,
  message,
  messageSize,
  prefixStatement,
  readyMessage,
  readyStatus,
  type WireError,
  WireSyntaxError,
} from './wire-messages.ts';

export interface Credentials {
  user: string;
  password: string;
}

export interface Server {
  /**
   * Runs whole messages on the one backend; the caller holds the turn. `awaitsReady`: they must end in ReadyForQuery.
   * @throws BackendBroken when the backend gave way; it has been opened again
   */
  run(bytes: Buffer, awaitsReady: boolean): Promise<Buffer>;
  turns: Turns;
  /** What the backend calls itself. */
  version: string;
  credentials: Credentials;
  idleInTransactionMs: number;
}

/** Sync, Query, Flush and FunctionCall: after them the client waits for an answer. */
const ENDS_A_UNIT = new Set(['S', 'Q', 'H', 'F'].map((tag) => tag.charCodeAt(0)));
const TERMINATE = 'X'.charCodeAt(0);
const PASSWORD = 'p'.charCodeAt(0);
const QUERY = 'Q'.charCodeAt(0);
const SYNC = 'S'.charCodeAt(0);
const FLUSH = 'H'.charCodeAt(0);
/** A copy's data, and the old function call that nobody sends: a client has no business with the rest. */
const CLIENT_TAGS = new Set(
  ['Q', 'P', 'B', 'E', 'D', 'C', 'S', 'H', 'F', 'd', 'c', 'f', 'p', 'X'].map((tag) => tag.charCodeAt(0)),
);

/** What clients look at; the rest a client can ask for with SHOW. */
const PARAMETERS = {
  server_encoding: 'UTF8',
  client_encoding: 'UTF8',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  TimeZone: 'GMT',
  integer_datetimes: 'on',
  standard_conforming_strings: 'on',
};

let connections = 0;

export class PgliteConnection {
  readonly #stream: Duplex;
  readonly #server: Server;
  readonly #id = ++connections;
  readonly #statements = new Set<string>();
  #phase: 'startup' | 'password' | 'ready' | 'ended' = 'startup';
  #user = '';
  #unread: Buffer = Buffer.alloc(0);
  #unit: Buffer[] = [];
  #work: Promise<void> = Promise.resolve();
  #inTransaction = false;
  /** After an error that this side answered, what comes before the next Sync is dropped, as a server does. */
  #skipToSync = false;
  #idle: NodeJS.Timeout | undefined;

  constructor(stream: Duplex, server: Server) {
    this.#stream = stream;
    this.#server = server;
    stream.on('data', (bytes: Buffer) => this.#receive(bytes));
    stream.on('error', () => stream.destroy());
    stream.once('end', () => this.#afterWork(() => this.#end()));
    stream.once('close', () => this.#end());
  }

  #receive(bytes: Buffer): void {
    this.#unread = this.#unread.length === 0 ? bytes : Buffer.concat([this.#unread, bytes]);
    try {
      while (this.#phase === 'startup' && this.#start()) {}
      while (this.#phase === 'password' || this.#phase === 'ready') {
        const size = messageSize(this.#unread);
        if (size === null) return;
        const next = this.#unread.subarray(0, size);
        this.#unread = this.#unread.subarray(size);
        this.#accept(next);
      }
    } catch (error) {
      if (!(error instanceof WireSyntaxError)) throw error;
      this.#fail('08P01', error.message);
    }
  }

  #start(): boolean {
    const first = firstPacket(this.#unread);
    if (first === null) return false;
    this.#unread = this.#unread.subarray(first.size);
    switch (first.packet.kind) {
      case 'encryption':
        this.#stream.write('N');
        return true;
      case 'cancel':
        this.#end();
        return false;
      case 'startup':
        this.#user = first.packet.user;
        this.#phase = 'password';
        this.#stream.write(message('R', int32(3)));
        return false;
    }
  }

  #accept(next: Buffer): void {
    const tag = next[0] ?? 0;
    if (tag === TERMINATE) {
      this.#afterWork(() => this.#end());
      return;
    }
    if (this.#phase === 'password') {
      this.#checkPassword(tag, next.toString('utf8', 5, next.length - 1));
      return;
    }
    if (!CLIENT_TAGS.has(tag)) throw new WireSyntaxError(`invalid frontend message type ${tag}`);
    clearTimeout(this.#idle);
    const { bytes, name } = prefixStatement(withRefusals(next), `c${this.#id}_`);
    if (name !== null) this.#statements.add(name);
    this.#unit.push(bytes);
    if (!ENDS_A_UNIT.has(tag)) return;
    const unit = Buffer.concat(this.#unit);
    this.#unit = [];
    this.#afterWork(() => this.#answer(unit, tag));
  }

  #checkPassword(tag: number, password: string): void {
    const { credentials } = this.#server;
    if (tag !== PASSWORD || this.#user !== credentials.user || password !== credentials.password) {
      this.#fail('28P01', `password authentication failed for user "${this.#user}"`);
      return;
    }
    this.#phase = 'ready';
    const parameters = Object.entries({ server_version: this.#server.version, ...PARAMETERS }).map(([name, value]) =>
      message('S', name, value),
    );
    const key = message('K', int32(this.#id), int32(0));
    this.#stream.write(Buffer.concat([message('R', int32(0)), ...parameters, key, readyMessage('I')]));
  }

  async #answer(unit: Buffer, tag: number): Promise<void> {
    if (this.#phase !== 'ready') return;
    if (this.#skipToSync) {
      if (tag === SYNC || tag === QUERY) this.#skipToSync = false;
      if (tag === SYNC) this.#stream.write(readyMessage('I'));
      if (tag !== QUERY) return;
    }
    try {
      await this.#server.turns.take(this);
    } catch (error) {
      if (!(error instanceof HeldTooLong)) throw error;
      this.#refuseHeld(tag);
      return;
    }
    // Hung up while it waited in line: nobody would hear what came of it.
    if (this.#stream.destroyed) return this.#abandon();
    const output = await this.#server.run(unit, tag !== FLUSH).catch((error: unknown) => this.#broken(error));
    const status = readyStatus(output);
    this.#inTransaction = status !== 'I';
    if (!this.#inTransaction) this.#server.turns.release(this);
    // The client hung up meanwhile; the work queued by that rolls back.
    if (this.#phase !== 'ready') return;
    this.#stream.write(output);
    if (this.#inTransaction) this.#idle = setTimeout(() => this.#killIdle(), this.#server.idleInTransactionMs);
  }

  #refuseHeld(tag: number): void {
    const refusal: WireError = {
      severity: 'ERROR',
      code: '55P03',
      message: 'another transaction kept the embedded database; never query outside an open transaction from within it',
    };
    this.#stream.write(errorMessage(refusal));
    if (tag === SYNC || tag === QUERY) this.#stream.write(readyMessage('I'));
    else this.#skipToSync = true;
  }

  /** The backend gave way, and with it what this client had there: said to it, and it is let go. */
  #broken(error: unknown): Buffer {
    this.#statements.clear();
    const cause = error instanceof BackendBroken ? error.message : String(error);
    this.#fail('XX000', `the embedded database failed and was opened again: ${cause}`);
    return readyMessage('I');
  }

  /** The backend was opened again for another client's sake. Who had prepared something there would miss it. */
  lostStatements(): void {
    if (this.#statements.size === 0) return;
    this.#statements.clear();
    this.#fail('57P02', 'terminating connection: the embedded database failed and was opened again');
  }

  #killIdle(): void {
    this.#afterWork(() => this.#fail('25P03', 'terminating connection due to idle-in-transaction timeout'));
  }

  #fail(code: string, text: string): void {
    if (this.#phase === 'ended') return;
    this.#stream.write(errorMessage({ severity: 'FATAL', code, message: text }));
    this.#end();
  }

  #end(): void {
    if (this.#phase === 'ended') return;
    this.#phase = 'ended';
    clearTimeout(this.#idle);
    this.#stream.end();
    this.#afterWork(() => this.#abandon());
  }

  #afterWork(next: () => void | Promise<void>): void {
    this.#work = this.#work.then(next);
  }

  /** Rolls back what the client left open and forgets its statements. */
  async #abandon(): Promise<void> {
    const { turns } = this.#server;
    if (!turns.holds(this) && this.#statements.size === 0) return;
    const wasOpen = this.#inTransaction;
    this.#inTransaction = false;
    try {
      await turns.take(this);
      const closing = [...this.#statements].map((name) => message('C', Buffer.from('S'), name));
      this.#statements.clear();
      const rollback = wasOpen ? [message('Q', 'rollback')] : [];
      await this.#server.run(Buffer.concat([...rollback, ...closing, message('S')]), true);
    } catch {
      // Held by another, or closing: there is nobody left to tell, and a name left behind harms nobody.
    } finally {
      turns.release(this);
    }
  }
}
