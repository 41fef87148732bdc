/** Digests of secrets: what the database holds instead of a link, a cookie or a code. */

/** What a digest is for. Each purpose has a key of its own, so that no digest can be used in another's place. */
export type DigestPurpose =
  | 'session'
  | 'link'
  | 'code'
  | 'browser'
  | 'device'
  | 'limit'
  | 'recording-pass'
  | 'room'
  | 'listener'
  | 'demographics'
  | 'message'
  | 'comparison';

/** The digests of one installation, under its secrets: the first makes new ones, the others still find old ones. */
export interface Digests {
  /** HMAC-SHA-256 in hex under the newest secret: useless to whoever reads the database alone. */
  digest(purpose: DigestPurpose, text: string): Promise<string>;
  /** All that may be kept for it: under every secret, newest first, then as version 0.2.0 made it. */
  every(purpose: DigestPurpose, text: string): Promise<string[]>;
}

/**
 * What version 0.2.0 put before a text, under the secret itself, where what it made then may still be in use: links
 * live for up to 60 days. Looked for, and never made.
 */
const BEFORE_PURPOSES: Partial<Record<DigestPurpose, string>> = {
  session: '',
  link: '',
  message: '',
  room: 'room:',
  demographics: 'demographics:',
};

/** Keys that were derived before; at most two for each purpose and secret. */
const derived = new Map<string, CryptoKey>();
const encoder = new TextEncoder();

/** @param secrets newest first, at least one */
export function digestsUnder(secrets: readonly [string, ...string[]]): Digests {
  return {
    digest: async (purpose, text) => await under(secrets[0], purpose, text),
    every: async (purpose, text) => {
      const prefix = BEFORE_PURPOSES[purpose];
      return await Promise.all([
        ...secrets.map((secret) => under(secret, purpose, text)),
        ...(prefix === undefined ? [] : secrets.map((secret) => underItself(secret, prefix + text))),
      ]);
    },
  };
}

/** Compares two secrets without telling by its time where they differ: only their digests meet. */
export async function sameSecret(digests: Digests, given: string, own: string): Promise<boolean> {
  const [a, b] = await Promise.all([digests.digest('comparison', given), digests.digest('comparison', own)]);
  return a === b;
}

export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
}

async function under(secret: string, purpose: DigestPurpose, text: string): Promise<string> {
  return toHex(await crypto.subtle.sign('HMAC', await keyFor(secret, purpose), encoder.encode(text)));
}

async function underItself(secret: string, text: string): Promise<string> {
  const name = `:${secret}`;
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key =
    derived.get(name) ?? (await crypto.subtle.importKey('raw', encoder.encode(secret), hmac, false, ['sign']));
  derived.set(name, key);
  return toHex(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
}

async function keyFor(secret: string, purpose: DigestPurpose): Promise<CryptoKey> {
  const name = `${purpose}:${secret}`;
  const before = derived.get(name);
  if (before !== undefined) return before;
  const whole = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(`interloop:${purpose}`) },
    whole,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  );
  derived.set(name, key);
  return key;
}

function toHex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
