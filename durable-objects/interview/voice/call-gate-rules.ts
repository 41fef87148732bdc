/**
 * Cuts the unbroken sound of a call into stretches of speech. The room's own voice detection is not asked: its word
 * comes over the very line that is poor. So the level decides: what is clearly above the quietest of late is speech, and
 * a pause ends a stretch. What is too much does no harm, since silence holds no words. Pure.
 */
import { FRAME_MS, MIC_RATE, SOUND_KIND, type SoundFrame } from '../protocol-sound.ts';

const FRAME_SAMPLES = (MIC_RATE * FRAME_MS) / 1000;
/** Kept before the first loud frame: beginnings of words are quiet. */
const BEFORE_FRAMES = 3;
/** This many quiet frames end a stretch. */
const QUIET_FRAMES = 7;
const ABOVE_FLOOR = 3;
const LEAST_LEVEL = 60;
/** The floor follows a quieter frame at once and a louder one slowly. */
const FLOOR_RISE = 1.02;
/** Far above what a room counts to: the two never mean the same stretch. */
const FIRST_STRETCH = 1_000_000;

export interface CallGate {
  /** Sound in order, each piece with its place on the session's clock; whole frames of speech come back. */
  push(pcm: Int16Array, atMs: number): SoundFrame[];
  /** How far the sound has come. */
  readonly toMs: number;
  /** The stretch that is still open ends here. */
  end(): SoundFrame[];
}

export function callGate(): CallGate {
  let rest: number[] = [];
  let startMs = 0;
  let floor = Number.POSITIVE_INFINITY;
  let before: SoundFrame[] = [];
  let quiet = 0;
  let open = false;
  let stretch = FIRST_STRETCH;

  function frame(pcm: Int16Array, timeMs: number): SoundFrame[] {
    const level = Math.sqrt(pcm.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, pcm.length));
    floor = Math.min(level, floor * FLOOR_RISE);
    const loud = level > LEAST_LEVEL && level > floor * ABOVE_FLOOR;
    const made: SoundFrame = { kind: SOUND_KIND.microphone, seq: 0, stretch, timeMs, last: false, pcm };
    if (!open && !loud) {
      before = [...before, made].slice(-BEFORE_FRAMES);
      return [];
    }
    const out = [...before.splice(0), made];
    open = true;
    quiet = loud ? 0 : quiet + 1;
    if (quiet < QUIET_FRAMES) return out;
    return [...out.slice(0, -1), ...closed(made)];
  }

  function closed(last: SoundFrame): SoundFrame[] {
    open = false;
    quiet = 0;
    stretch += 1;
    return [{ ...last, last: true }];
  }

  return {
    get toMs() {
      return startMs + Math.round((rest.length * 1000) / MIC_RATE);
    },
    push(pcm, atMs) {
      if (rest.length === 0) startMs = atMs;
      for (const sample of pcm) rest.push(sample);
      const out: SoundFrame[] = [];
      while (rest.length >= FRAME_SAMPLES) {
        out.push(...frame(Int16Array.from(rest.slice(0, FRAME_SAMPLES)), startMs));
        rest = rest.slice(FRAME_SAMPLES);
        startMs += FRAME_MS;
      }
      return out;
    },
    end() {
      if (!open) return [];
      const timeMs = startMs;
      const pcm = Int16Array.from(rest);
      rest = [];
      return closed({ kind: SOUND_KIND.microphone, seq: 0, stretch, timeMs, last: true, pcm });
    },
  };
}
