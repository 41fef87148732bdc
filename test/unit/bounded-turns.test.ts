/** How much of what was said is judged: everything a person can say, and a bound on what is pasted. */
import { expect, test } from 'vitest';
import { boundedTurns } from '../../worker/domain/scoring/bounded-rules.ts';
import { LIMITS } from '../../worker/limits.ts';

const { answerChars, allChars } = LIMITS.scoring;
const answer = (text: string) => ({ speaker: 'candidate' as const, text });

test('an interview of ordinary length is judged as it is', () => {
  const said = [{ speaker: 'interviewer' as const, text: 'Why?' }, answer('Because. '.repeat(500)), answer('نعم')];
  expect(boundedTurns(said)).toEqual({ turns: said, left: 0 });
});

test('an answer beyond its share is cut after a word, and what is left is counted', () => {
  const text = 'I called the other shop. '.repeat(4_000);
  const { turns, left } = boundedTurns([answer(text)]);
  expect(turns[0]?.text.length).toBeLessThanOrEqual(answerChars);
  expect(turns[0]?.text).toMatch(/(shop\.|\w)$/);
  expect(left).toBe(text.length - (turns[0]?.text.length ?? 0));
});

test('four megabytes are no more than the bound, and a word without an end is not cut inside an emoji', () => {
  const said = Array.from({ length: 10 }, () => answer('😀'.repeat(200_000)));
  const { turns } = boundedTurns(said);
  expect(turns.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(allChars);
  for (const { text } of turns) expect(text.isWellFormed()).toBe(true);
});
