/** The interrupted voice: ducked at once, stopped by speech that goes on, and never left stopped for nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BargeInAction,
  type BargeInEvent,
  type BargeInState,
  bargeIn,
  quietRoom,
} from '../../web/candidate/speech/barge-in-rules.ts';
import type { Voice } from '../../web/candidate/speech/speech-rules.ts';

const SPEAKING: BargeInEvent = { kind: 'interviewer', speaking: true, endsAtMs: null };

function run(events: BargeInEvent[], from: BargeInState = quietRoom('en')) {
  let state = from;
  const actions: BargeInAction[] = [];
  for (const event of events) {
    const step = bargeIn(state, event);
    state = step.state;
    actions.push(...step.actions);
  }
  return { state, actions };
}

const sound = (fromMs: number, lengthMs: number, voice: Voice): BargeInEvent[] =>
  Array.from({ length: lengthMs / 32 }, (_, n) => ({ kind: 'block', voice, atMs: fromMs + (n + 1) * 32 }));
const words = (text: string, atMs: number): BargeInEvent => ({ kind: 'words', text, atMs });

test('a click ducks the voice for a moment', () => {
  expect(run([SPEAKING, ...sound(0, 64, 'speech'), ...sound(64, 320, 'none')]).actions).toEqual(['duck', 'unduck']);
});

test('words take the floor, and their sound is kept from before the first', () => {
  const { state, actions } = run([SPEAKING, ...sound(3200, 640, 'speech'), words('wait a moment', 3900)]);
  expect(actions).toEqual(['duck', 'stop', 'take-floor']);
  expect(state.keepFromMs).toBe(2700);
});

test('a sign of listening is forgiven sooner than a sound without words', () => {
  const heard = [SPEAKING, ...sound(0, 480, 'speech'), words('okay', 700), ...sound(480, 640, 'none')];
  expect(run(heard).actions).toEqual(['duck', 'stop', 'resume', 'unduck']);
  const wordless = [SPEAKING, ...sound(0, 480, 'speech'), ...sound(480, 1408, 'none')];
  expect(run(wordless).actions).toEqual(['duck', 'stop']);
  expect(run([...wordless, ...sound(1888, 160, 'none')]).actions).toEqual(['duck', 'stop', 'resume', 'unduck']);
});

test('words that come after the voice went on still take the floor, but not those of its own echo', () => {
  const resumed = [SPEAKING, ...sound(0, 480, 'speech'), ...sound(480, 1600, 'none')];
  expect(run([...resumed, words('stop please', 2200)]).actions.slice(-2)).toEqual(['stop', 'take-floor']);
  expect(run([SPEAKING, words('tell me about your last year', 2000)]).actions).toEqual([]);
});

test('whoever goes on speaking needs no recogniser', () => {
  expect(run([SPEAKING, ...sound(0, 1088, 'speech')]).actions).toEqual(['duck', 'stop', 'take-floor']);
});

test('an answer over the last words lets them end, and is not lost', () => {
  const ending: BargeInEvent = { kind: 'interviewer', speaking: true, endsAtMs: 1600 };
  const over: BargeInEvent = { kind: 'interviewer', speaking: false, atMs: 1600 };
  const { state, actions } = run([ending, ...sound(960, 640, 'speech'), over]);
  expect(actions).toEqual(['duck', 'take-floor']);
  expect(state.keepFromMs).toBe(460);
  // A short "yes" that is over before the voice is.
  expect(run([ending, ...sound(960, 160, 'speech'), ...sound(1120, 480, 'none'), over]).actions.at(-1)).toBe(
    'take-floor',
  );
  expect(run([ending, ...sound(0, 1600, 'none'), over]).actions).toEqual([]);
});

test('whatever is heard: what is stopped goes on or gives the floor, and nothing is done twice', () => {
  const block = fc.record({
    voice: fc.constantFrom<Voice>('none', 'maybe', 'speech'),
    count: fc.integer({ min: 1, max: 40 }),
  });
  const text = fc.constantFrom('', 'okay', 'yes yes', 'wait', 'I mean the other one');
  fc.assert(
    fc.property(fc.array(fc.tuple(block, fc.option(text)), { maxLength: 40 }), (heard) => {
      let atMs = 0;
      const events = heard.flatMap(([{ voice, count }, said]): BargeInEvent[] => {
        const blocks = sound(atMs, count * 32, voice);
        atMs += count * 32;
        return said === null ? blocks : [...blocks, words(said, atMs)];
      });
      const quiet = sound(atMs, 3200, 'none');
      const { state, actions } = run([SPEAKING, ...events, ...quiet]);
      const told = actions
        .filter((action) => action === 'stop' || action === 'resume' || action === 'take-floor')
        .join(' ');
      expect(told).toMatch(/^((stop resume ?)*)((stop )?take-floor)?$/);
      expect(['speaking', 'idle']).toContain(state.phase);
      const ducks =
        actions.filter((action) => action === 'duck').length - actions.filter((action) => action === 'unduck').length;
      expect(ducks).toBe(state.phase === 'idle' ? (ducks > 0 ? 1 : 0) : 0);
    }),
  );
});
