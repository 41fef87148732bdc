/** Sound as it stands in Gemini's JSON: base64 of little-endian 16-bit samples, in pieces that may end anywhere. Pure. */

/** Characters given to one call of String.fromCharCode: far below any engine's limit of arguments. */
const AT_ONCE = 8192;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(text);
}

/** @throws DOMException when it is no base64 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

/** The samples as bytes, low byte first whatever the machine. */
export function bytesOf(pcm: Int16Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pcm.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [at, sample] of pcm.entries()) view.setInt16(at * 2, sample, true);
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
      const view = new DataView(bytes.buffer, bytes.byteOffset, whole * 2);
      return Int16Array.from({ length: whole }, (_, at) => view.getInt16(at * 2, true));
    },
    whole: () => odd === null,
  };
}

/** Whether a MIME type is PCM of this rate: `audio/pcm;rate=24000`, `audio/L16;codec=pcm;rate=24000`. */
export function isPcm(mimeType: string, rate: number): boolean {
  const [type, ...parameters] = mimeType.toLowerCase().replaceAll(' ', '').split(';');
  return (type === 'audio/pcm' || type === 'audio/l16') && parameters.includes(`rate=${rate}`);
}
