/** The two kinds of PostgreSQL behind the gateway, as one thing: something that opens raw connections. */
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Backend {
  /** The client's side of a new raw connection, which emits `connect` once it stands. */
  open(): Duplex;
}

/** Which PostgreSQL holds a database; null when there is none of this name. May take as long as opening it does. */
export type Resolve = (database: string) => Promise<Backend | null>;

/** A PostgreSQL that listens on a port. It must ask for passwords in clear text (`--auth=password`). */
export function listeningBackend(address: { host: string; port: number }): Backend {
  return { open: () => connect({ ...address, noDelay: true }) };
}

/** pg opens its streams itself; ours are open already, so these calls have nothing left to do. */
export function asPgStream(stream: Duplex): Duplex {
  return Object.assign(stream, {
    connect: () => stream,
    setNoDelay: () => stream,
    setKeepAlive: () => stream,
    ref: () => stream,
    unref: () => stream,
  });
}
