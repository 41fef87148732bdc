/** Puts the packets of all segments on the session's one clock: no hole, no overlap, each sound at its moment. Pure. */
import { packetSamples, SAMPLE_RATE, silentPackets } from './opus-rules.ts';
import type { TimedPacket } from './webm-rules.ts';

export interface Run {
  /** Where time 0 of the packets lies on the session's clock. */
  startMs: number;
  /** Where its parts say they lie: a packet that claims another time is damaged. */
  fromMs: number;
  toMs: number;
  packets: readonly TimedPacket[];
}

const SAMPLES_PER_MS = SAMPLE_RATE / 1000;
/**
 * A browser stamps packets with the time at which it captured them, which wavers by some milliseconds around their true
 * lengths. Only a difference of more than a packet is a hole or an overlap.
 */
const SLACK = 60 * SAMPLES_PER_MS;
/** A device measures its parts by another clock than its sound. */
const TOLERANCE_MS = 2000;

/** One unbroken line of packets from the session's beginning. */
export function layOut(runs: readonly Run[]): Uint8Array[] {
  const line: Uint8Array[] = [];
  let end = 0;
  for (const run of runs.toSorted((a, b) => firstSound(a) - firstSound(b))) {
    // The first sound of a run stands exactly where it belongs; from there on packets follow one another.
    let slack = 0;
    for (const packet of run.packets) {
      const samples = packetSamples(packet.bytes);
      const ms = run.startMs + packet.timeMs;
      if (ms < run.fromMs - TOLERANCE_MS || ms > run.toMs + TOLERANCE_MS) continue;
      const at = Math.round(ms * SAMPLES_PER_MS);
      if (samples === 0 || at <= end - Math.max(slack, samples)) continue;
      if (at - end > slack) {
        for (const silence of silentPackets(at - end)) {
          line.push(silence);
          end += packetSamples(silence);
        }
      }
      line.push(packet.bytes);
      end += samples;
      slack = SLACK;
    }
  }
  return line;
}

function firstSound(run: Run): number {
  return run.startMs + (run.packets[0]?.timeMs ?? 0);
}
