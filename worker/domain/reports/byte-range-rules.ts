/** Reads the Range header of a request for one file (RFC 9110, section 14). Pure. */

export type RangeOutcome =
  | { kind: 'whole' }
  | { kind: 'part'; offset: number; length: number }
  | { kind: 'unsatisfiable' };

/** One range is served; several, or a unit other than bytes, are answered with the whole file, as the RFC allows. */
export function byteRange(header: string | null, size: number): RangeOutcome {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = found ?? [];
  if (found === null || (first === '' && last === '')) return { kind: 'whole' };
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', offset: size - length, length };
  }
  const offset = Number(first);
  if (offset >= size) return { kind: 'unsatisfiable' };
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return end < offset ? { kind: 'whole' } : { kind: 'part', offset, length: end - offset + 1 };
}
