/** Digits without bias: numbers that would favour some codes are thrown away. Pure. */

/** A code of so many digits from random bytes, four at a time until a fair number comes. */
export function codeFrom(random: Uint8Array, digits: number): string {
  const codes = 10 ** digits;
  const fairBelow = Math.floor(2 ** 32 / codes) * codes;
  const view = new DataView(random.buffer, random.byteOffset, random.byteLength);
  for (let at = 0; at + 4 <= random.byteLength; at += 4) {
    const number = view.getUint32(at);
    if (number < fairBelow) return String(number % codes).padStart(digits, '0');
  }
  throw new RangeError('not enough random bytes for a fair code');
}
