/** Sound as it stands in Gemini's JSON: base64 of little-endian 16-bit samples, in pieces that may end anywhere. Pure. */

const DIGITS = Uint8Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  (digit) => digit.codePointAt(0) ?? 0,
);
const PAD = 61;
const ascii = new TextDecoder();

/** By hand: text made of bytes for `btoa` costs ten times as much, and this is done for every frame of sound. */
export function toBase64(bytes: Uint8Array): string {
  const digits = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    digits[to] = DIGITS[three >> 18] ?? 0;
    digits[to + 1] = DIGITS[(three >> 12) & 63] ?? 0;
    digits[to + 2] = left > 1 ? (DIGITS[(three >> 6) & 63] ?? 0) : PAD;
    digits[to + 3] = left > 2 ? (DIGITS[three & 63] ?? 0) : PAD;
    to += 4;
  }
  return ascii.decode(digits);
}

/** @throws DOMException when it is no base64 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

const LOW_BYTE_FIRST = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The samples as bytes, low byte first whatever the machine. */
export function bytesOf(pcm: Int16Array): Uint8Array<ArrayBuffer> {
  if (LOW_BYTE_FIRST) return new Uint8Array(pcm.slice().buffer);
  const bytes = new Uint8Array(pcm.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < pcm.length; at += 1) view.setInt16(at * 2, pcm[at] ?? 0, true);
  return bytes;
}

/** Makes whole samples of pieces that may end in the middle of one. */
export interface SampleJoiner {
  samples(piece: Uint8Array): Int16Array<ArrayBuffer>;
  /** Whether all that came made whole samples. */
  whole(): boolean;
}

export function sampleJoiner(): SampleJoiner {
  let odd: number | null = null;
  return {
    samples(piece) {
      const bytes = odd === null ? piece : Uint8Array.of(odd, ...piece);
      const whole = bytes.length >> 1;
      odd = bytes.length % 2 === 0 ? null : (bytes.at(-1) ?? null);
      if (LOW_BYTE_FIRST) return new Int16Array(bytes.slice(0, whole * 2).buffer);
      const view = new DataView(bytes.buffer, bytes.byteOffset, whole * 2);
      const pcm = new Int16Array(whole);
      for (let at = 0; at < whole; at += 1) pcm[at] = view.getInt16(at * 2, true);
      return pcm;
    },
    whole: () => odd === null,
  };
}

/** Whether a MIME type is PCM of this rate: `audio/pcm;rate=24000`, `audio/L16;codec=pcm;rate=24000`. */
export function isPcm(mimeType: string, rate: number): boolean {
  const [type, ...parameters] = mimeType.toLowerCase().replaceAll(' ', '').split(';');
  return (type === 'audio/pcm' || type === 'audio/l16') && parameters.includes(`rate=${rate}`);
}
