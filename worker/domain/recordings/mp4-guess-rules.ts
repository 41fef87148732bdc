/** What a track of Opus must be, told by its packets alone, where the beginning of the file is lost. Pure. */
import { readFragments } from './mp4-read-rules.ts';
import type { Mp4Track } from './mp4-track-rules.ts';
import { OPUS, rateOf, samplesOf } from './sound-format-rules.ts';

/** Times a second that writers count in. */
const TIMESCALES = [48_000, 1000, 90_000, 1_000_000] as const;
/** A browser's times waver around their packets' true lengths. */
const NEAR = 0.1;
/** With a millisecond as the unit, times are told as they stand in the file. */
const AS_WRITTEN: Mp4Track = {
  id: null,
  format: OPUS,
  timescale: 1000,
  shiftMs: 0,
  defaultDuration: 0,
  defaultSize: 0,
};
const ENOUGH = 3;

/** Null where the packets are none of Opus, which says itself how long each sounds; AAC does not. */
export function guessTrack(bytes: Uint8Array): Mp4Track | null {
  const { packets } = readFragments(bytes, AS_WRITTEN);
  const [first, last] = [packets[0], packets.at(-1)];
  if (first === undefined || last === undefined || packets.length < ENOUGH) return null;
  // All packets of one recorder are coded alike: their first five bits are the same, but for the odd one.
  const coded = packets.filter((packet) => (packet.bytes[0] ?? 0) >> 3 === (first.bytes[0] ?? 0) >> 3).length;
  const samples = packets.slice(0, -1).reduce((sum, packet) => sum + samplesOf(OPUS, packet.bytes), 0);
  const written = last.timeMs - first.timeMs;
  if (coded < packets.length / 2 || samples === 0) return null;
  const timescale = TIMESCALES.find((scale) => Math.abs((written / samples) * (rateOf(OPUS) / scale) - 1) < NEAR);
  return timescale === undefined || isAac(packets.map(({ timeMs }) => timeMs)) ? null : { ...AS_WRITTEN, timescale };
}

const AAC_PACKET = 1024;

function isAac(times: readonly number[]): boolean {
  const steps = times.slice(1).map((time, n) => time - (times[n] ?? 0));
  return steps.filter((step) => step === AAC_PACKET).length > steps.length / 2;
}
