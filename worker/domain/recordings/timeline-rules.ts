/** Puts the packets of all segments on the session's one clock: no hole, no overlap, each sound at its moment. Pure. */

import type { TimedPacket } from './packet-shape.ts';
import { rateOf, type SoundFormat, samplesOf, silenceOf } from './sound-format-rules.ts';

export interface Run {
  /** Where time 0 of the packets lies on the session's clock. */
  startMs: number;
  /** Where its parts say they lie: a packet that claims another time is damaged. */
  fromMs: number;
  toMs: number;
  packets: readonly TimedPacket[];
}

/**
 * A browser stamps packets with the time at which it captured them, which wavers by some milliseconds around their true
 * lengths. Only a difference of more than a packet is a hole or an overlap.
 */
const SLACK_MS = 60;
/** A device measures its parts by another clock than its sound. */
const TOLERANCE_MS = 2000;

/** One unbroken line of packets of one format from the session's beginning. */
export function layOut(format: SoundFormat, runs: readonly Run[]): Uint8Array[] {
  const perMs = rateOf(format) / 1000;
  const line: Uint8Array[] = [];
  let end = 0;
  for (const run of runs.toSorted((a, b) => firstSound(a) - firstSound(b))) {
    // The first sound of a run stands where it belongs; from there on packets follow one another.
    let slack = 0;
    for (const packet of withoutFilling(format, run.packets)) {
      const samples = samplesOf(format, packet.bytes);
      const ms = run.startMs + packet.timeMs;
      if (ms < run.fromMs - TOLERANCE_MS || ms > run.toMs + TOLERANCE_MS) continue;
      const at = Math.round(ms * perMs);
      if (samples === 0 || at <= end - Math.max(slack, samples)) continue;
      if (at - end > slack) {
        for (const silence of silenceOf(format, at - end)) {
          line.push(silence);
          end += samplesOf(format, silence);
        }
      }
      line.push(packet.bytes);
      end += samples;
      slack = SLACK_MS * perMs;
    }
  }
  return line;
}

/** A recorder fills its last packet up; one that is filling for the most part would end later than the recording did. */
function withoutFilling(format: SoundFormat, packets: Run['packets']): Run['packets'] {
  const last = packets.at(-1);
  if (last?.saidMs === undefined) return packets;
  const holdsMs = (samplesOf(format, last.bytes) * 1000) / rateOf(format);
  return last.saidMs * 2 < holdsMs ? packets.slice(0, -1) : packets;
}

function firstSound(run: Run): number {
  return run.startMs + (run.packets[0]?.timeMs ?? 0);
}
