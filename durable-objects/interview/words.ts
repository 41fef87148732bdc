/**
 * Words that must wait in the object until the region's database has them rest here sealed (AES-256-GCM), under a
 * key that lives in that database: without it they cannot be read, and when it is deleted they never can.
 */
import type { SpokenSegment } from '../../worker/domain/tables.ts';

const IV_BYTES = 12;

export interface Words {
  text: string;
  segments: SpokenSegment[];
}

/** The key as it rests in the database, ready to use. */
export async function importKey(base64: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

export async function sealWords(key: CryptoKey, words: Words): Promise<Uint8Array> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(words));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain));
  const out = new Uint8Array(IV_BYTES + sealed.byteLength);
  out.set(iv);
  out.set(sealed, IV_BYTES);
  return out;
}

export async function openWords(key: CryptoKey, sealed: Uint8Array): Promise<Words> {
  const iv = sealed.slice(0, IV_BYTES);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed.slice(IV_BYTES));
  // Only sealWords makes what this key opens, so its shape is known.
  return JSON.parse(new TextDecoder().decode(plain)) as Words;
}
