/** The candidate's pages: which one comes now, and what waits until the session has it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../durable-objects/interview/protocol.ts';
import { anythingSaid, bars } from '../../web/candidate/practice/wave-rules.ts';
import {
  add,
  NOTHING_WAITS,
  type Outbox,
  resume,
  settle,
  waitingIn,
  worthKeeping,
} from '../../web/candidate/room/outbox-rules.ts';
import { type Chosen, chosenAgain, type Standing, stepOf } from '../../web/candidate/step-rules.ts';
import { length } from '../../web/shared/format.ts';

const AT_CHECK: Standing = { signedIn: true, state: 'opened', consented: true, started: false };
const CHOSEN: Chosen[] = ['welcome', 'code', 'check', 'practice', 'room'];
const EMPTY: Outbox = { client: 'a-client-of-its-own', last: 0, items: [] };
const draft = (text: string): Action => ({ type: 'draft', text, segments: [] });
const beat: Action = { type: 'beat' };

test('nobody gets past the code by wanting to', () => {
  for (const chosen of CHOSEN) {
    const step = stepOf({ ...AT_CHECK, signedIn: false }, chosen);
    expect(step).toBe(chosen === 'code' ? 'code' : 'welcome');
  }
});

test('without consent there is no check, no practice and no room', () => {
  for (const chosen of CHOSEN) expect(stepOf({ ...AT_CHECK, consented: false }, chosen)).toBe('consent');
});

test('an interview that has begun waits for a word before it goes on, and opens no room before', () => {
  const begun = { ...AT_CHECK, state: 'in-interview', started: true };
  expect(CHOSEN.map((chosen) => stepOf(begun, chosen))).toEqual(['back', 'back', 'back', 'back', 'room']);
  expect(stepOf({ ...begun, state: 'sealing' }, 'welcome')).toBe('room');
});

test('only who was writing goes on at once when the page is loaded again', () => {
  expect(chosenAgain('room', { reloaded: true, mode: 'text' })).toBe('room');
  expect(chosenAgain('room', { reloaded: true, mode: 'voice' })).toBe('welcome');
  expect(chosenAgain('room', { reloaded: false, mode: 'text' })).toBe('welcome');
  expect(chosenAgain(undefined, { reloaded: true, mode: 'text' })).toBe('welcome');
});

test('after the end there is the last page, also for who took consent back', () => {
  for (const state of ['to-decide', 'withdrawn', 'human-requested', 'declined', 'expired']) {
    expect(stepOf({ signedIn: true, state, consented: false, started: true }, 'room')).toBe('done');
  }
});

test('before the start one chooses between check, practice and room', () => {
  expect(CHOSEN.map((chosen) => stepOf(AT_CHECK, chosen))).toEqual(['check', 'check', 'check', 'practice', 'room']);
});

test('what is acknowledged is gone, what is not stays, in order and without a gap', () => {
  const box = [draft('a'), draft('ab'), beat].reduce(add, EMPTY);
  expect(box.items.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(settle(box, 2).items.map(({ seq }) => seq)).toEqual([3]);
});

test('after a break only the newest draft goes out again, and no sign of life of the past', () => {
  const answer: Action = { type: 'answer', text: 'done', via: 'typed', startMs: 0, endMs: 1, segments: [] };
  const box = [draft('a'), beat, draft('ab'), answer, beat, draft('next')].reduce(add, EMPTY);
  const again = resume(box, 1);
  expect(again.items).toEqual([
    { seq: 2, action: answer },
    { seq: 3, action: draft('next') },
  ]);
  expect(again.last).toBe(3);
});

test('a sign of life is not worth a place on the device', () => {
  expect(worthKeeping(add(EMPTY, beat))).toBe(false);
  expect(worthKeeping(add(EMPTY, draft('a')))).toBe(true);
});

const actions = fc.array(
  fc.oneof(
    fc.constant(beat),
    fc.string().map(draft),
    fc.string().map((text): Action => ({ type: 'ask-human', text })),
  ),
  { maxLength: 30 },
);

test('wherever the line breaks, the numbers that follow have no gap and every request arrives once', () => {
  fc.assert(
    fc.property(actions, fc.nat(30), (all, at) => {
      const box = all.reduce(add, EMPTY);
      const acked = Math.min(at, all.length);
      const again = resume(box, acked);
      expect(again.items.map(({ seq }) => seq)).toEqual(again.items.map((_, i) => acked + 1 + i));
      const asked = (list: readonly Action[]) => list.filter(({ type }) => type === 'ask-human');
      expect(asked(again.items.map(({ action }) => action))).toEqual(asked(all.slice(acked)));
      const lastDraft = all.slice(acked).findLast(({ type }) => type === 'draft');
      if (lastDraft !== undefined) expect(again.items.map(({ action }) => action)).toContainEqual(lastDraft);
    }),
  );
});

test('an answer that was sent and not acknowledged is told with its words; signs of life are nothing', () => {
  const answer: Action = { type: 'answer', text: 'Nine agents.', via: 'typed', startMs: 0, endMs: 1, segments: [] };
  expect(waitingIn(add(EMPTY, beat))).toEqual(NOTHING_WAITS);
  const box = [draft('Nine'), answer, beat].reduce(add, EMPTY);
  expect(waitingIn(box)).toEqual({ count: 2, answer: 'Nine agents.' });
  expect(waitingIn(settle(box, 2))).toEqual(NOTHING_WAITS);
});

test('a recording of 27 seconds is not one of no minutes', () => {
  expect([27_000, 400, 0, 248_000].map(length)).toEqual(['27 s', '1 s', '0 s', '4 min 8 s']);
});

test('a take is drawn by its loudest moments, and one in which nobody spoke is told apart', () => {
  const quiet = Array.from({ length: 60 }, () => 0.005);
  const spoken = [...quiet, ...Array.from({ length: 30 }, () => 0.3)];
  expect(bars(spoken, 3)).toEqual([expect.closeTo(0.0167, 3), expect.closeTo(0.0167, 3), 1]);
  expect(bars([], 2)).toEqual([0, 0]);
  expect([quiet, spoken].map(anythingSaid)).toEqual([false, true]);
});
