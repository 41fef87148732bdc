/**
 * Ids and secrets. Every id begins with the region in which its record rests, so that a request finds its
 * region without a directory of people. Pure: randomness is an argument.
 */

export const REGION_IDS = ['us', 'eu', 'ap', 'in', 'gcc'] as const;
export type RegionId = (typeof REGION_IDS)[number];

/** The three letters in the middle of an id name the kind of record. */
export const ID_KINDS = {
  tenant: 'ten',
  member: 'mem',
  memberSession: 'mse',
  role: 'rol',
  plan: 'pln',
  candidate: 'can',
  invitation: 'inv',
  candidateSession: 'cse',
  interview: 'itv',
  consent: 'con',
  turn: 'trn',
  scorecard: 'crd',
  decision: 'dec',
  override: 'ovr',
  event: 'evt',
  note: 'not',
  request: 'req',
  mail: 'mal',
  audit: 'aud',
  adjustment: 'adj',
  template: 'tpl',
} as const;
export type IdKind = keyof typeof ID_KINDS;

/** 16 random bytes give 26 letters: no two ids meet, and none can be guessed. */
export const ID_RANDOM_BYTES = 16;
/** 32 random bytes behind every link, cookie and ticket. */
export const SECRET_RANDOM_BYTES = 32;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_PATTERN = new RegExp(`^(${REGION_IDS.join('|')})_([a-z]{3})_([${ALPHABET}]{26})$`);
const SECRET_PATTERN = new RegExp(`^(${REGION_IDS.join('|')})_[A-Za-z0-9_-]{43}$`);

/** Crockford's base 32, lower case, without padding. */
export function base32(bytes: Uint8Array): string {
  let out = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      out += ALPHABET[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
  }
  return bits > 0 ? out + ALPHABET[(value << (5 - bits)) & 31] : out;
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** An id such as `eu_itv_7kq…` from {@link ID_RANDOM_BYTES} random bytes. */
export function makeId(region: RegionId, kind: IdKind, random: Uint8Array): string {
  return `${region}_${ID_KINDS[kind]}_${base32(random)}`;
}

/** A secret such as `eu_Zk3…` from {@link SECRET_RANDOM_BYTES} random bytes; only its digest is ever stored. */
export function makeSecret(region: RegionId, random: Uint8Array): string {
  return `${region}_${base64url(random)}`;
}

/** True when `text` is a well-formed id of this kind. */
export function isId(kind: IdKind, text: string): boolean {
  return ID_PATTERN.exec(text)?.[2] === ID_KINDS[kind];
}

/** The region that an id or a secret names, or null when it is neither. */
export function regionOf(text: string): RegionId | null {
  const found = ID_PATTERN.exec(text)?.[1] ?? SECRET_PATTERN.exec(text)?.[1];
  return REGION_IDS.find((region) => region === found) ?? null;
}
