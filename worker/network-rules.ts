/**
 * The network that a request comes from, as limits count it. Whoever has one IPv6 address has 2^64 of them, so those
 * count by their first 64 bits. Pure.
 */
export function networkOf(address: string | undefined): string {
  const text = (address ?? '').trim().toLowerCase();
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text)?.[1];
  if (mapped !== undefined) return mapped;
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return text;
  const groups = sixteenths(text);
  return groups === null ? 'unknown' : `${groups.slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address without leading zeros; null when it is none. */
function sixteenths(text: string): string[] | null {
  if (!/^[0-9a-f:]{2,39}$/.test(text)) return null;
  const [head = '', tail, more] = text.split('::');
  if (more !== undefined) return null;
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return null;
  return groups.map((group) => group.replace(/^0+(?=.)/, ''));
}
