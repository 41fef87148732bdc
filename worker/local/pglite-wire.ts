/**
 * One PGlite as a server with many connections. It has a single backend, so what real connections keep apart
 * is kept apart here: transactions take turns, and prepared statements carry their connection's name. Session
 * settings (plain SET, temporary tables) stay shared: nothing may rely on them, as behind Neon's pooler.
 */
import { type Duplex, duplexPair } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';
import { type Credentials, PgliteConnection } from './pglite-connection.ts';
import { Turns } from './turns.ts';

/** A transaction that says nothing for this long is rolled back and its connection closed. */
export const IDLE_IN_TRANSACTION_MS = 15_000;

export interface WireOptions {
  credentials: Credentials;
  heldTooLongMs?: number;
  idleInTransactionMs?: number;
}

export class PgliteWire {
  readonly #pglite: PGlite;
  readonly #options: WireOptions;
  readonly #turns: Turns;
  readonly #streams = new Set<Duplex>();

  constructor(pglite: PGlite, options: WireOptions) {
    this.#pglite = pglite;
    this.#options = options;
    this.#turns = new Turns(options.heldTooLongMs);
  }

  /** The client's side of a new connection. */
  open(): Duplex {
    const [client, server] = duplexPair();
    this.#streams.add(server);
    server.once('close', () => this.#streams.delete(server));
    new PgliteConnection(server, {
      run: (bytes) => this.#run(bytes),
      turns: this.#turns,
      credentials: this.#options.credentials,
      idleInTransactionMs: this.#options.idleInTransactionMs ?? IDLE_IN_TRANSACTION_MS,
    });
    // A socket would say so itself.
    setImmediate(() => client.emit('connect'));
    return client;
  }

  /** Ends every connection and closes the database; what was committed is on disk. */
  async close(): Promise<void> {
    for (const stream of this.#streams) stream.destroy();
    await this.#turns.take(this);
    await this.#pglite.close();
  }

  async #run(bytes: Buffer): Promise<Buffer> {
    const output = await this.#pglite.execProtocolRaw(bytes, { syncToFs: false });
    return Buffer.from(output.buffer, output.byteOffset, output.byteLength);
  }
}
