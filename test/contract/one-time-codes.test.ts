/** One object per code: however many try at once, the right guess succeeds once and the wrong ones run out. */
import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { LIMITS } from '../../worker/limits.ts';
import { region } from '../support/story.ts';

function aChallenge() {
  return region().objects.otp(crypto.randomUUID());
}

test('of fifty who send the right code at once, one gets in', async () => {
  const challenge = aChallenge();
  await challenge.issue('right');
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => challenge.verify('right')));
  const kinds = outcomes.map((outcome) => outcome.kind);
  expect(kinds.filter((kind) => kind === 'right')).toHaveLength(1);
  expect(kinds.filter((kind) => kind !== 'right').every((kind) => kind === 'spent' || kind === 'wait')).toBe(true);
});

test('of many wrong guesses at once no more than the tries count, and then the right one is spent', async () => {
  const challenge = aChallenge();
  await challenge.issue('right');
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => challenge.verify('wrong')));
  expect(outcomes.filter((outcome) => outcome.kind === 'wrong')).toHaveLength(LIMITS.codes.tries - 1);
  expect(await challenge.verify('right')).toEqual({ kind: 'spent' });
});

test('tries survive an eviction, and an alarm forgets all', async () => {
  const challenge = aChallenge();
  await challenge.issue('right');
  for (let i = 1; i < LIMITS.codes.tries; i += 1) {
    expect(await challenge.verify('wrong')).toEqual({ kind: 'wrong', triesLeft: LIMITS.codes.tries - i });
    await evictDurableObject(challenge);
  }
  expect(await challenge.verify('wrong')).toEqual({ kind: 'spent' });
  expect(await runDurableObjectAlarm(challenge)).toBe(true);
  expect(await runDurableObjectAlarm(challenge)).toBe(false);
  expect(await challenge.verify('right')).toEqual({ kind: 'spent' });
});
