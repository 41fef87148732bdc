/** The files port: one bucket per region. Keys begin with the tenant, so that a tenant's files are one prefix. */

export interface StoredFile {
  body: ReadableStream<Uint8Array>;
  /** Bytes in this answer (the range, when one was asked for). */
  length: number;
  /** Bytes of the whole file. */
  total: number;
}

export interface ByteRange {
  offset: number;
  length: number;
}

export interface Files {
  /** Stores bytes under `key`, replacing what was there. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** The file or a range of it; null when there is none. */
  get(key: string, range?: ByteRange): Promise<StoredFile | null>;
  bytes(key: string): Promise<Uint8Array | null>;
  delete(keys: string[]): Promise<void>;
  list(prefix: string): Promise<string[]>;
}
