/** The sealed recording of an interview, opened by its recruiter and listened to lane by lane. */
import { library, type Sentence } from '../emulators/ears/library.ts';
import { recognise } from '../emulators/ears/listener.ts';
import { asInt16, resampled } from '../emulators/ears/resample.ts';
import { decode, RATE } from '../support/sealed-sound.ts';
import type { Invited } from './short-plan.ts';

export interface Lanes {
  /** The candidate's. */
  left: Float32Array;
  /** The interviewer's. */
  right: Float32Array;
}

export async function recordedLanes(who: Invited): Promise<Lanes> {
  const params = { id: who.interview };
  const opened = await who.owner.call('GET /api/recruiter/interviews/:id/recording', { params });
  const pass = new URL(opened.url, who.owner.baseUrl).searchParams.get('pass') ?? '';
  const file = await who.owner.call('GET /api/recruiter/interviews/:id/recording/file', { params, query: { pass } });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return decode({ bytes, fragments: opened.fragments });
}

export async function wordsIn(lane: Float32Array, known: readonly Sentence[]): Promise<string> {
  return recognise(await library(known), asInt16(resampled(lane, RATE, 16_000)));
}
