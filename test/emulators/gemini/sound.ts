/** Sound inside of Gemini's JSON: base64 of samples, or of a WAV file. */

export const HEARS_RATE = 16_000;
export const SPEAKS_RATE = 24_000;

export function base64Of(pcm: Int16Array): string {
  return Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength).toString('base64');
}

/** The samples; null when it ends in the middle of one. */
export function samplesOf(base64: string): Int16Array | null {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return bytes.length % 2 === 0 ? new Int16Array(bytes.buffer) : null;
}

/** The samples of a mono 16-bit file at 16 kHz whose header fits its length; a sentence that says why not otherwise. */
export function wavSamples(base64: string): Int16Array | string {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  const view = new DataView(bytes.buffer);
  const word = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 44 || word(0) !== 'RIFF' || word(8) !== 'WAVE' || word(12) !== 'fmt ' || word(36) !== 'data')
    return 'Unable to process input audio.';
  const [format, channels, rate, bits] = [20, 22, 24, 34].map((at) => view.getUint16(at, true));
  const length = view.getUint32(40, true);
  if (view.getUint32(4, true) !== bytes.length - 8 || length !== bytes.length - 44 || length % 2 !== 0)
    return 'Unable to process input audio: its header does not fit its length.';
  if (format !== 1 || channels !== 1 || bits !== 16 || rate !== HEARS_RATE)
    return 'This emulator hears mono sound of 16 bits at 16 kHz.';
  return new Int16Array(bytes.slice(44).buffer);
}
