/** The boxes that an MP4 file is made of (ISO 14496-12, section 4.2), out of bytes that may be cut or damaged. Pure. */

export interface Box {
  name: string;
  /** Where the box begins, where its content begins, and where it ends, which may be beyond the bytes. */
  at: number;
  from: number;
  to: number;
}

const HEAD = 8;
/** Sizes that mean something else: up to the file's end, and a size of eight bytes that follows the name. */
const [TO_THE_END, LARGE] = [0, 1] as const;

/** The box at this place; null when there is none that makes sense. */
export function boxAt(bytes: Uint8Array, at: number, end = bytes.length): Box | null {
  if (at + HEAD > end) return null;
  const size = u32At(bytes, at);
  const name = nameAt(bytes, at + 4);
  if (name === null) return null;
  if (size === TO_THE_END) return { name, at, from: at + HEAD, to: end };
  if (size === LARGE) {
    const large = u32At(bytes, at + 8) * 2 ** 32 + u32At(bytes, at + 12);
    return large < HEAD + 8 ? null : { name, at, from: at + HEAD + 8, to: at + large };
  }
  return size < HEAD ? null : { name, at, from: at + HEAD, to: at + size };
}

/** The boxes inside of one that are whole. */
export function boxesIn(bytes: Uint8Array, outer: { from: number; to: number }): Box[] {
  const found: Box[] = [];
  const end = Math.min(outer.to, bytes.length);
  for (let box = boxAt(bytes, outer.from, end); box !== null && box.to <= end; box = boxAt(bytes, box.to, end)) {
    found.push(box);
  }
  return found;
}

/** The first box on a way of names, each inside the one before. */
export function boxOn(bytes: Uint8Array, outer: { from: number; to: number }, ...way: string[]): Box | null {
  let here: { from: number; to: number } = outer;
  let found: Box | null = null;
  for (const name of way) {
    found = boxesIn(bytes, here).find((box) => box.name === name) ?? null;
    if (found === null) return null;
    here = found;
  }
  return found;
}

/** Beyond the end there are zeros. */
export function u32At(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] ?? 0) * 0x1000000 + (((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
  );
}

export function u64At(bytes: Uint8Array, at: number): number {
  return u32At(bytes, at) * 2 ** 32 + u32At(bytes, at + 4);
}

function nameAt(bytes: Uint8Array, at: number): string | null {
  const signs = bytes.subarray(at, at + 4);
  return signs.every((sign) => sign >= 0x20 && sign < 0x7f) ? String.fromCharCode(...signs) : null;
}
