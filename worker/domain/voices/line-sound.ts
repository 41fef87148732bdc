/**
 * The sound of a line that is known ahead: kept in the region's bucket by what it says and who says it, made by the
 * first eligible voice that can when nobody asked for it before. Two who ask at once make the same file. Publishing a
 * plan makes nothing: many are published again before anybody is asked, and a room fetches ahead of what it plays.
 */

import { VOICE_RATE } from '../../../durable-objects/interview/protocol-sound.ts';
import { sha256Hex } from '../../digest.ts';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import { ProviderFault } from '../../provider-faults.ts';
import type { Voice } from '../../providers/speech/speech.ts';
import { eligible, type Processing } from '../../regions/eligible-rules.ts';
import type { Region } from '../../regions/region.ts';
import type { Plan } from '../plans/plan-shape.ts';
import { addUsage, emptyMeter, type Meter } from '../spend/spend-rules.ts';
import { soundFile, withoutSilence } from './sound-file-rules.ts';

export interface LineRequest {
  tenantId: string;
  language: Plan['language'];
  text: string;
  processing: Processing;
  /** False: what is kept may be heard, but nothing new is paid for. */
  mayMake: boolean;
}

export interface LineSound {
  file: Uint8Array;
  /** Names this very sound. */
  hash: string;
}

/**
 * Null when no voice may speak for this tenant. `spent` is told what was used, whether or not it came to a sound.
 * @throws Problem storage_unavailable, voice_unavailable
 */
export async function lineSound(
  region: Region,
  request: LineRequest,
  spent: (meter: Meter) => Promise<void>,
): Promise<LineSound | null> {
  const voices = eligible(region.makers.voices, request.processing);
  let meter = emptyMeter();
  try {
    for (const voice of voices) {
      const hash = await sha256Hex(new TextEncoder().encode([voice.name, request.language, request.text].join('\n')));
      const key = `${request.tenantId}/voices/${hash}`;
      const kept = await stored(region.files.bytes(key));
      if (kept !== null) return { file: kept, hash };
      const made = request.mayMake
        ? await spoken(voice, request, (usage) => {
            meter = addUsage(meter, usage);
          })
        : null;
      if (made === null) continue;
      await stored(region.files.put(key, made, 'application/octet-stream'));
      return { file: made, hash };
    }
  } finally {
    if (meter.lines.length > 0) await spent(meter);
  }
  if (voices.length === 0 || !request.mayMake) return null;
  throw new Problem('voice_unavailable', { retryAfterS: LIMITS.voice.retryAfterS });
}

/** Null when this voice fails: the next one may not. */
async function spoken(
  voice: Voice,
  { text, language }: LineRequest,
  onUsage: Parameters<Voice['speak']>[0]['onUsage'],
): Promise<Uint8Array | null> {
  const mostSamples = (LIMITS.voice.lineMs / 1000) * VOICE_RATE;
  const signal = AbortSignal.timeout(LIMITS.voice.answerMs);
  const chunks: Int16Array[] = [];
  let samples = 0;
  try {
    for await (const chunk of voice.speak({ text, language, signal, onUsage })) {
      chunks.push(chunk);
      samples += chunk.length;
      if (samples > mostSamples) return null;
    }
  } catch (fault) {
    if (fault instanceof ProviderFault) return null;
    throw fault;
  }
  const pcm = withoutSilence(joined(chunks, samples));
  return pcm.length === 0 ? null : soundFile(pcm);
}

function joined(chunks: readonly Int16Array[], samples: number): Int16Array {
  const whole = new Int16Array(samples);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

async function stored<T>(file: Promise<T>): Promise<T> {
  try {
    return await file;
  } catch {
    throw new Problem('storage_unavailable', { retryAfterS: LIMITS.voice.retryAfterS });
  }
}
