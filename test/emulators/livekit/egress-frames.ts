/** What a track egress sends over its socket: 48 kHz, two channels, 16 bits, little-endian, 20 ms to a message. */

export const EGRESS_RATE = 48_000;
export const EGRESS_FRAME_MS = 20;
const SAMPLES = (EGRESS_RATE * EGRESS_FRAME_MS) / 1000;

/** Mono sound as the frames of an egress; the last is filled up with silence. */
export function egressFrames(mono: Int16Array): Uint8Array<ArrayBuffer>[] {
  return Array.from({ length: Math.ceil(mono.length / SAMPLES) }, (_, frame) => {
    const view = new DataView(new ArrayBuffer(SAMPLES * 4));
    for (let at = 0; at < SAMPLES; at += 1) {
      const sample = mono[frame * SAMPLES + at] ?? 0;
      view.setInt16(at * 4, sample, true);
      view.setInt16(at * 4 + 2, sample, true);
    }
    return new Uint8Array(view.buffer);
  });
}

export function mutedFrame(muted: boolean): string {
  return JSON.stringify({ muted });
}

/** A tone, for tests that ask what came through. */
export function tone(hertz: number, lengthMs: number, rate = EGRESS_RATE, height = 12_000): Int16Array {
  return Int16Array.from({ length: Math.round((rate * lengthMs) / 1000) }, (_, at) =>
    Math.round(height * Math.sin((2 * Math.PI * hertz * at) / rate)),
  );
}
