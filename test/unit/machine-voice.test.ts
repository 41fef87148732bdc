/** The machine with an engine that hears and speaks: words that come later, words that grow, engines that fail. */
import { expect, test } from 'vitest';
import type { Engines } from '../../durable-objects/interview/machine.ts';
import { viewOf } from '../../durable-objects/interview/machine-view.ts';
import { type Run, SCRIPT, underWay } from '../support/a-script.ts';

const ALL: Engines = { kinds: ['live', 'cascade', 'rehearsed'], voiceServed: true };
const DRAFT = { via: 'voice', startMs: 4_000, endMs: 9_000 } as const;

function talking(engines: Engines = ALL): Run {
  return underWay(SCRIPT, engines);
}

function over(run: Run) {
  return run.does({ type: 'turn-over', startMs: 4_000, endMs: 9_000, soundTo: 50 }, 5_000);
}

function fails(run: Run, lasting = false) {
  const { engine } = run.state;
  return run.does({ type: 'engine-failed', engine, maker: 'gemini', fault: 'unavailable', lasting });
}

test('an answer whose words are still to come is a turn when they are there, and costs no time meanwhile', () => {
  const run = talking();
  expect(over(run)).toBeNull();
  expect(run.of('hear')).toMatchObject([{ soundTo: 50 }]);
  expect(run.of('save-turn').filter(({ kind }) => kind === 'answer')).toEqual([]);
  expect(viewOf(run.state, run.nowMs).hearing).toBe(true);
  const { usedMs } = run.state.clock;
  run.does({ type: 'heard', hearId: run.hearId, draft: DRAFT }, 3_000);
  expect(run.of('save-turn').at(-1)).toMatchObject({ kind: 'answer', via: 'voice', text: null });
  expect(run.of('reply')).toHaveLength(1);
  expect(run.state.clock.usedMs).toBe(usedMs);
});

test('words that cannot be had give the floor and the time back, and keep what was heard', () => {
  const run = talking();
  over(run);
  const { usedMs } = run.state.clock;
  run.does({ type: 'unheard', hearId: run.hearId, lostMs: 2_000, kept: true });
  expect(run.phase).toBe('listening');
  expect(run.state.draft).not.toBeNull();
  expect(run.state.clock.usedMs).toBe(usedMs - 2_000);
  expect(run.of('tell').map(({ what }) => what.type)).toContain('unheard');
});

test('a model words a follow-up: the machine knows its length, never its words', () => {
  const run = talking();
  over(run);
  run.does({ type: 'heard', hearId: run.hearId, draft: DRAFT });
  run.does({ type: 'replied', replyId: run.replyId, reply: { kind: 'asks', lengthMs: 2_000, growing: true } });
  expect(run.state.lastUtterance).toMatchObject({ kind: 'follow-up', text: '', streamed: true, growing: true });
  const turn = run.state.lastUtterance?.turn ?? '';
  run.does({ type: 'said-more', turn, lengthMs: 5_000, growing: false });
  expect(run.state.lastUtterance).toMatchObject({ lengthMs: 5_000, growing: false });
  run.listens();
  expect(
    run
      .of('save-turn')
      .filter((effect) => effect.turn === turn)
      .every(({ text }) => text === null),
  ).toBe(true);
});

test('an engine that fails gives the talk to the next, is tried again with the next question, and then no more', () => {
  const run = talking();
  fails(run);
  expect(run.state.engine).toBe('cascade');
  expect(run.of('tell').at(-1)?.what).toEqual({ type: 'moment', engine: 'cascade' });
  fails(run);
  expect(run.state.engine).toBe('rehearsed');
  expect(viewOf(run.state, run.nowMs).ears).toBe('device');
  run.answers();
  run.goesOn();
  expect(run.state.engine).toBe('live');
  fails(run);
  run.listens().answers();
  run.goesOn();
  expect(run.state.engine).toBe('cascade');
  expect(run.of('event').filter(({ kind }) => kind === 'engine-changed')).toHaveLength(3);
});

test('a wrong key does not heal: that engine is not tried again', () => {
  const run = talking();
  fails(run, true);
  run.answers();
  run.goesOn();
  expect(run.state.engine).toBe('cascade');
});

test('when no more may be spent the plan goes on by its own rules', () => {
  const run = talking();
  run.does({ type: 'capped', cap: 'interview' });
  run.answers();
  run.goesOn();
  expect(run.state.engine).toBe('rehearsed');
  expect(run.of('event').filter(({ kind }) => kind === 'spend-cap')).toHaveLength(1);
});

test('only lines that may be heard now are offered: small words and one question ahead', () => {
  const run = talking();
  const { ahead } = viewOf(run.state, run.nowMs);
  expect(ahead.filter((name) => name.startsWith('q:'))).toEqual(['q:q2']);
});
