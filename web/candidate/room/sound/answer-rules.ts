/** The answer that is being given, as far as the device knows it, and whether it is over. Pure. */
import type { ServerMessage, View } from '../../../../durable-objects/interview/protocol.ts';
import { turnVerdict } from '../../speech/end-of-turn-rules.ts';
import { spokenCommand, spokenLanguage } from '../../speech/spoken-rules.ts';

export interface AnswerSoFar {
  /** The number that its first frame of sound has. */
  firstFrame: number;
  /** When the candidate began to speak, on the page's clock; null: not yet. */
  beganMs: number | null;
  /** Since when they are silent; null while they speak. */
  quietMs: number | null;
  /** What each stretch says. */
  words: ReadonlyMap<number, string>;
  /** When they changed; long ago when nothing of them will change any more. */
  wordsAtMs: number | null;
  /** When the voice began for the last time, and up to when its words are known. */
  onsetMs: number | null;
  knownToMs: number;
  /** Since when the candidate could speak, and whether they were told to take their time. */
  sinceMs: number;
  calmed: boolean;
  /** The words that were looked at for a wish. */
  lookedAt: string;
}

type Caption = Extract<ServerMessage, { type: 'caption' }>;

export type Verdict =
  | { is: 'goes on' | 'think' | 'repeat' | 'calm' }
  /** By silence, or because the candidate said so. */
  | { is: 'over'; how: 'silence' | 'said' };

/** Words are looked at for a wish when neither voice nor text has moved for this long. */
const SETTLED_MS = 350;

/** Who says nothing for this long is told once that there is time. */
const CALM_MS = 5000;
const CALM_LONGER_MS = 10_000;

export function answerBegins(firstFrame: number, sinceMs: number): AnswerSoFar {
  return {
    ...{ firstFrame, sinceMs, beganMs: null, quietMs: null, calmed: false },
    ...{ words: new Map(), wordsAtMs: null, lookedAt: '', onsetMs: null, knownToMs: Number.NEGATIVE_INFINITY },
  };
}

export function spoke(answer: AnswerSoFar, onsetMs: number): AnswerSoFar {
  return { ...answer, beganMs: answer.beganMs ?? onsetMs, onsetMs, quietMs: null };
}

export function fellSilent(answer: AnswerSoFar, quietMs: number): AnswerSoFar {
  return { ...answer, quietMs };
}

/** `endMs`: where what the caption says ends, on the page's clock. */
export function captioned(
  answer: AnswerSoFar,
  { stretch, text, final }: Pick<Caption, 'stretch' | 'text' | 'final'>,
  atMs: number,
  endMs: number,
): AnswerSoFar {
  const newest = [...answer.words.keys()].every((other) => other <= stretch);
  const knownToMs = Math.max(answer.knownToMs, endMs);
  if (answer.words.get(stretch) === text && !final) return { ...answer, knownToMs };
  const wordsAtMs = final && newest ? Number.NEGATIVE_INFINITY : atMs;
  return { ...answer, knownToMs, words: new Map(answer.words).set(stretch, text), wordsAtMs };
}

export function answerBegan({ beganMs, words }: AnswerSoFar): boolean {
  return beganMs !== null || words.size > 0;
}

type Setting = Pick<View, 'language' | 'patience' | 'waitLonger' | 'thinkingOn'>;

/** Asked with every block of sound. */
export function answerOver(
  answer: AnswerSoFar,
  view: Setting,
  detector: 'model' | 'energy' | 'none',
  atMs: number,
): Verdict & { answer: AnswerSoFar } {
  const stillSinceMs = answerBegan(answer) ? answer.quietMs : answer.sinceMs;
  const calmMs = view.waitLonger ? CALM_LONGER_MS : CALM_MS;
  if (!answer.calmed && !view.thinkingOn && stillSinceMs !== null && atMs - stillSinceMs >= calmMs) {
    return { is: 'calm', answer: { ...answer, calmed: true } };
  }
  const { beganMs, quietMs, wordsAtMs } = answer;
  if (beganMs === null || quietMs === null) return { is: 'goes on', answer };
  const text = [...answer.words.values()].join(' ').trim();
  const silenceMs = Math.max(0, atMs - quietMs);
  const captionAgeMs = wordsAtMs === null ? null : Math.max(0, atMs - wordsAtMs);
  const language = spokenLanguage(view.language);
  const settled = captionAgeMs !== null && captionAgeMs >= SETTLED_MS && silenceMs >= SETTLED_MS;
  if (settled && text !== answer.lookedAt) {
    const looked = { ...answer, lookedAt: text };
    const wish = spokenCommand(text, language);
    if (wish === 'done') return { is: 'over', how: 'said', answer: looked };
    if (wish === 'repeat' || (wish === 'think' && !view.thinkingOn)) return { is: wish, answer: looked };
    return { is: 'goes on', answer: looked };
  }
  // Without any detector there is no silence to go by.
  if (detector === 'none') return { is: 'goes on', answer };
  const { patience, waitLonger, thinkingOn: thinking } = view;
  // Words of what was said last are still to come: those before tell nothing of how this ends.
  const behind = text !== '' && answer.onsetMs !== null && answer.knownToMs <= answer.onsetMs;
  const so = { silenceMs, text, language, patience, waitLonger, thinking, captionAgeMs, detector, behind };
  const verdict = turnVerdict(so);
  return verdict === 'over' ? { is: 'over', how: 'silence', answer } : { is: 'goes on', answer };
}
