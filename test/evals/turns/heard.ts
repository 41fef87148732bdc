/** What the product's own detector makes of a sound: for each block of 32 ms the silence before it. */
import { hear, type SpeechEvent, silent, type Voice } from '../../../web/candidate/speech/speech-rules.ts';
import { loudest } from '../../../web/candidate/speech/vad/level-rules.ts';
import { BLOCK, BLOCK_MS, freshSilero, hearSilero } from '../../../web/candidate/speech/vad/silero-rules.ts';
import { readSilero } from '../../../web/candidate/speech/vad/silero-weights-rules.ts';
import { packWeights } from '../../../web/candidate/speech/weights/pack-weights.ts';

export interface HeardBlock {
  endMs: number;
  voice: Voice;
  p: number;
  level: number;
  event: SpeechEvent | null;
}

const model = readSilero(packWeights().buffer);

/** `calibrated` as the device check gives it; `energy` leaves the model out. */
export function listen(sound: Float32Array, calibrated: number | null = null, energy = false): HeardBlock[] {
  const blocks: HeardBlock[] = [];
  let speech = silent(calibrated);
  let memory = freshSilero();
  for (let from = 0; from + BLOCK <= sound.length; from += BLOCK) {
    const samples = sound.subarray(from, from + BLOCK);
    const { p, state } = energy ? { p: 0, state: memory } : hearSilero(model, memory, samples);
    memory = state;
    const level = loudest(samples);
    const endMs = (from / BLOCK + 1) * BLOCK_MS;
    const heard = hear(speech, { p: energy ? null : p, level, endMs });
    speech = heard.state;
    blocks.push({ endMs, voice: heard.voice, p, level, event: heard.event });
  }
  return blocks;
}
