/**
 * One PGlite as a server with many connections. It has a single backend, so what real connections keep apart
 * is kept apart here: transactions take turns, and prepared statements carry their connection's name. Session
 * settings (plain SET, temporary tables) stay shared: nothing may rely on them, as behind Neon's pooler.
 */
import { type Duplex, duplexPair } from 'node:stream';
import { BackendBroken, type GuardedPglite } from './guarded-pglite.ts';
import { type Credentials, PgliteConnection } from './pglite-connection.ts';
import { Turns } from './turns.ts';

/** Opens the database, also again after it broke. */
export type OpenPglite = () => Promise<GuardedPglite>;

/** A transaction that says nothing for this long is rolled back and its connection closed. */
export const IDLE_IN_TRANSACTION_MS = 15_000;

export interface WireOptions {
  credentials: Credentials;
  heldTooLongMs?: number;
  idleInTransactionMs?: number;
}

export class PgliteWire {
  readonly #open: OpenPglite;
  readonly #options: WireOptions;
  readonly #turns: Turns;
  readonly #version: string;
  readonly #connections = new Map<Duplex, PgliteConnection>();
  #pglite: Promise<GuardedPglite>;

  /** Opens the database and asks it who it is. */
  static async serve(open: OpenPglite, options: WireOptions): Promise<PgliteWire> {
    const pglite = await open();
    const { rows } = await pglite.query<{ server_version: string }>('show server_version');
    return new PgliteWire(open, pglite, rows[0]?.server_version ?? '', options);
  }

  private constructor(open: OpenPglite, pglite: GuardedPglite, version: string, options: WireOptions) {
    this.#open = open;
    this.#pglite = Promise.resolve(pglite);
    this.#version = version;
    this.#options = options;
    this.#turns = new Turns(options.heldTooLongMs);
  }

  /** The client's side of a new connection. */
  open(): Duplex {
    const [client, server] = duplexPair();
    const connection = new PgliteConnection(server, {
      run: (bytes, awaitsReady) => this.#run(bytes, awaitsReady),
      turns: this.#turns,
      version: this.#version,
      credentials: this.#options.credentials,
      idleInTransactionMs: this.#options.idleInTransactionMs ?? IDLE_IN_TRANSACTION_MS,
    });
    this.#connections.set(server, connection);
    server.once('close', () => this.#connections.delete(server));
    // A socket would say so itself.
    setImmediate(() => client.emit('connect'));
    return client;
  }

  /** Ends every connection and closes the database; what was committed is on disk. */
  async close(): Promise<void> {
    for (const stream of this.#connections.keys()) stream.destroy();
    await this.#turns.take(this);
    await (await this.#pglite).close();
  }

  /** The caller holds the turn, so that nobody else meets the database while it is broken. */
  async #run(bytes: Buffer, awaitsReady: boolean): Promise<Buffer> {
    // One that could not be opened again is tried again here.
    this.#pglite = this.#pglite.catch(() => this.#open());
    const pglite = await this.#pglite;
    try {
      return await pglite.runMessages(bytes, awaitsReady);
    } catch (error) {
      if (error instanceof BackendBroken) await this.#openAgain(pglite);
      throw error;
    }
  }

  /** From the folder: what was committed is there, what was open is undone. A failure is met by the next query. */
  async #openAgain(broken: GuardedPglite): Promise<void> {
    await broken.abandon();
    this.#pglite = this.#open();
    await this.#pglite.catch(() => {});
    for (const connection of this.#connections.values()) connection.lostStatements();
  }
}
