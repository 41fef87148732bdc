/** Six digits without bias: numbers that would favour some codes are thrown away. Pure. */
import { LIMITS } from '../../limits.ts';

const CODES = 10 ** LIMITS.codes.digits;
const FAIR_BELOW = Math.floor(2 ** 32 / CODES) * CODES;

/** A code from random bytes, four at a time until a fair number comes. */
export function codeFrom(random: Uint8Array): string {
  const view = new DataView(random.buffer, random.byteOffset, random.byteLength);
  for (let at = 0; at + 4 <= random.byteLength; at += 4) {
    const number = view.getUint32(at);
    if (number < FAIR_BELOW) return String(number % CODES).padStart(LIMITS.codes.digits, '0');
  }
  throw new RangeError('not enough random bytes for a fair code');
}
