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

/** How much of what was said is heard in a lane, in its order: a busy machine drops moments of a recording. */
export async function heardIn(lane: Float32Array, said: readonly Sentence[]): Promise<number> {
  const heard = recognise(await library(said), asInt16(resampled(lane, RATE, 16_000))).split(' ');
  const wanted = said.flatMap(({ text }) => text.split(' '));
  return commonWords(wanted, heard) / wanted.length;
}

/** Words that both have in the same order, as many as can be. */
function commonWords(a: readonly string[], b: readonly string[]): number {
  let before = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    for (const [at, other] of b.entries())
      row.push(word === other ? (before[at] ?? 0) + 1 : Math.max(before[at + 1] ?? 0, row[at] ?? 0));
    before = row;
  }
  return before.at(-1) ?? 0;
}
