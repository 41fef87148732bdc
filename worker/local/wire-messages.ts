/** The messages of PostgreSQL's wire protocol that the embedded server reads, rewrites and writes itself. */

/** What a client opens a connection with, read from its startup packet. */
export interface Startup {
  kind: 'startup';
  user: string;
  database: string;
}
export type FirstPacket = Startup | { kind: 'encryption' } | Cancel;

/** Asks a server to stop what another connection does; the key is what that connection was given at its start. */
export interface Cancel {
  kind: 'cancel';
  key: string;
}

export interface WireError {
  severity: 'ERROR' | 'FATAL';
  code: string;
  message: string;
}

const PROTOCOL_3 = 196608;
const CANCEL = 80877102;
const SSL = 80877103;
const GSS = 80877104;
/** PostgreSQL's own ceiling for one message. */
const MESSAGE_BYTES_MAX = 1024 * 1024 * 1024;

/** A frame that follows no rule of the protocol; its connection is closed. */
export class WireSyntaxError extends Error {}

/** The next untagged packet of a connection that has not started yet, or null while it is incomplete. */
export function firstPacket(bytes: Buffer): { packet: FirstPacket; size: number } | null {
  if (bytes.length < 8) return null;
  const size = bytes.readInt32BE(0);
  if (size < 8 || size > 10_000) throw new WireSyntaxError('startup packet of an impossible size');
  if (bytes.length < size) return null;
  const version = bytes.readInt32BE(4);
  if (version === SSL || version === GSS) return { packet: { kind: 'encryption' }, size };
  if (version === CANCEL) return { packet: { kind: 'cancel', key: bytes.toString('hex', 8, size) }, size };
  if (version !== PROTOCOL_3) throw new WireSyntaxError('a protocol version that is not spoken here');
  const words = bytes.toString('utf8', 8, size).split('\0');
  const parameter = (name: string) => {
    for (let at = 0; at + 1 < words.length; at += 2) if (words[at] === name) return words[at + 1];
    return undefined;
  };
  const user = parameter('user') ?? '';
  return { packet: { kind: 'startup', user, database: parameter('database') ?? user }, size };
}

/** A cancel request as its server reads it. */
export function cancelPacket(key: string): Buffer {
  const body = Buffer.from(key, 'hex');
  return Buffer.concat([int32(body.length + 8), int32(CANCEL), body]);
}

/** The cancel key among a server's first messages; null when it is not there, undefined while more must be read. */
export function cancelKey(bytes: Buffer): string | null | undefined {
  for (let rest = bytes; ; ) {
    const size = messageSize(rest);
    if (size === null) return undefined;
    if (rest[0] === 'K'.charCodeAt(0)) return rest.toString('hex', 5, size);
    if (rest[0] === 'Z'.charCodeAt(0) || rest[0] === 'E'.charCodeAt(0)) return null;
    rest = rest.subarray(size);
  }
}

/** The size of the tagged message that `bytes` begin with, or null while it is incomplete. */
export function messageSize(bytes: Buffer): number | null {
  if (bytes.length < 5) return null;
  const size = bytes.readInt32BE(1) + 1;
  if (size < 5 || size > MESSAGE_BYTES_MAX) throw new WireSyntaxError('message of an impossible size');
  return bytes.length < size ? null : size;
}

/** One message to the client. */
export function message(tag: string, ...parts: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)));
  const head = Buffer.alloc(5);
  head.write(tag, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

export function errorMessage(error: WireError): Buffer {
  return message(
    'E',
    `S${error.severity}`,
    `V${error.severity}`,
    `C${error.code}`,
    `M${error.message}`,
    Buffer.alloc(1),
  );
}

export function readyMessage(status: 'I' | 'T' | 'E'): Buffer {
  return message('Z', Buffer.from(status));
}

/** The transaction state after `output`, or null when the server did not say that it is ready. */
export function readyStatus(output: Buffer): 'I' | 'T' | 'E' | null {
  const at = output.length - 6;
  if (at < 0 || output[at] !== 0x5a || output.readInt32BE(at + 1) !== 5) return null;
  const status = String.fromCharCode(output[at + 5] ?? 0);
  return status === 'I' || status === 'T' || status === 'E' ? status : null;
}

/**
 * Gives the named prepared statement of a client's message a prefix, so that clients of one backend
 * cannot meet each other's names. Unnamed ones and other messages come back as they are.
 */
export function prefixStatement(bytes: Buffer, prefix: string): { bytes: Buffer; name: string | null } {
  const at = statementNameAt(bytes);
  if (at === null || bytes[at] === 0) return { bytes, name: null };
  const end = bytes.indexOf(0, at);
  if (end < 0) throw new WireSyntaxError('a name without an end');
  const name = prefix + bytes.toString('utf8', at, end);
  const out = Buffer.concat([bytes.subarray(0, at), Buffer.from(name), bytes.subarray(end)]);
  out.writeInt32BE(out.length - 1, 1);
  return { bytes: out, name };
}

function statementNameAt(bytes: Buffer): number | null {
  switch (String.fromCharCode(bytes[0] ?? 0)) {
    case 'P':
      return 5;
    case 'B': {
      const portalEnd = bytes.indexOf(0, 5);
      return portalEnd < 0 ? null : portalEnd + 1;
    }
    case 'D':
    case 'C':
      return bytes[5] === 0x53 ? 6 : null;
    default:
      return null;
  }
}
