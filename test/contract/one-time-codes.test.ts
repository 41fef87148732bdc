/** Codes in objects of a fixed number: however many try at once, the right guess succeeds once and the wrong ones run out. */
import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { expect, test, vi } from 'vitest';
import { LIMITS } from '../../worker/limits.ts';
import { region } from '../support/story.ts';

const asked = { browser: 'own', network: 'home', known: false, digest: 'right' };
const guess = (digest: string, browser = 'own') => ({ browser, digest });

function aChallenge(shard = '0001') {
  return { identity: crypto.randomUUID(), stub: region().objects.otp(shard) };
}

test('of fifty who send the right code at once, one gets in', async () => {
  const { stub, identity } = aChallenge();
  await stub.issue(identity, asked);
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => stub.verify(identity, guess('right'))));
  const kinds = outcomes.map((outcome) => outcome.kind);
  expect(kinds.filter((kind) => kind === 'right')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'spent')).toHaveLength(49);
});

test('of many wrong guesses at once no more than the tries count, and then the right one is spent', async () => {
  const { stub, identity } = aChallenge();
  await stub.issue(identity, asked);
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => stub.verify(identity, guess('wrong'))));
  expect(outcomes.filter((outcome) => outcome.kind === 'wrong')).toHaveLength(LIMITS.codes.tries - 1);
  expect(await stub.verify(identity, guess('right'))).toEqual({ kind: 'spent' });
});

test('two hundred guesses from another browser leave the code of this one as it was', async () => {
  const { stub, identity } = aChallenge();
  await stub.issue(identity, asked);
  const outcomes = await Promise.all(Array.from({ length: 200 }, () => stub.verify(identity, guess('right', 'other'))));
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['spent']));
  expect(await stub.verify(identity, guess('right'))).toEqual({ kind: 'right' });
});

test('tries survive an eviction, and an alarm forgets what is over and nothing else', async () => {
  const { stub, identity } = aChallenge('0002');
  await stub.issue(identity, asked);
  for (let i = 1; i < LIMITS.codes.tries; i += 1) {
    expect(await stub.verify(identity, guess('wrong'))).toEqual({ kind: 'wrong', triesLeft: LIMITS.codes.tries - i });
    await evictDurableObject(stub);
  }
  expect(await runDurableObjectAlarm(stub)).toBe(true);
  expect(await stub.verify(identity, guess('wrong'))).toEqual({ kind: 'spent' });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * 3_600_000 });
  try {
    expect(await runDurableObjectAlarm(stub)).toBe(true);
    expect(await runDurableObjectAlarm(stub)).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});
