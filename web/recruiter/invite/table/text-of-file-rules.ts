/** The text of a file whose encoding nobody tells: UTF-8, UTF-16 with or without a mark, or what old Windows wrote. Pure. */

const SAMPLE_BYTES = 4096;

export function textOfFile(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(oldEncoding(bytes)).decode(bytes);
  }
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Addresses are ASCII, so every other byte of UTF-16 text with addresses in it is often zero. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const few = sample.length / 8;
  if (odd > few && odd > even * 4) return 'utf-16le';
  return even > few && even > odd * 4 ? 'utf-16be' : null;
}

/** Windows-1256 where most high bytes in a row are Arabic letters; Windows-1252 otherwise. */
function oldEncoding(bytes: Uint8Array): string {
  const words = new TextDecoder('windows-1256').decode(bytes).match(/\p{Script=Arabic}{2,}/gu) ?? [];
  const arabic = words.join('').length;
  const high = bytes.reduce((sum, byte) => sum + Number(byte >= 0x80), 0);
  // Accents of European names stand alone between plain letters and make no run.
  return arabic * 2 > high ? 'windows-1256' : 'windows-1252';
}
