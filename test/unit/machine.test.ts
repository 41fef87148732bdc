/** The interview as examples: what a candidate, a clock and a fault each bring about. */
import { expect, test } from 'vitest';
import { nextMoment } from '../../durable-objects/interview/machine-time.ts';
import { viewOf } from '../../durable-objects/interview/machine-view.ts';
import { LIMITS } from '../../worker/limits.ts';
import { Run, SCRIPT, T0, underWay } from '../support/a-script.ts';

const MINUTE = 60_000;
const DRAFT = { via: 'typed', startMs: 6_000, endMs: 9_000 } as const;

/** Signs of life every few seconds for this long. */
function livesOn(run: Run, forMs: number): void {
  for (let passed = 0; passed < forMs; passed += LIMITS.wire.beatMs) {
    run.does({ type: 'beat' }, Math.min(LIMITS.wire.beatMs, forMs - passed));
  }
}

test('without consent it does not start', () => {
  const run = new Run();
  expect(run.does({ type: 'start', mode: 'voice' })).toBe('wrong_phase');
  expect(run.phase).toBe('lobby');
  expect(run.effects).toEqual([]);
});

test('it greets, asks, listens, thinks and asks on', () => {
  const run = underWay();
  expect(run.phase).toBe('listening');
  expect(run.of('save-turn').map((turn) => turn.kind)).toEqual(['opening', 'opening', 'question', 'question']);
  run.answers();
  expect(run.phase).toBe('thinking');
  run.does({ type: 'replied', replyId: run.replyId, reply: { kind: 'follow-up', say: 'And why?', rule: 0 } });
  expect(run.state.phase).toMatchObject({ kind: 'speaking', utterance: { kind: 'follow-up', text: 'And why?' } });
  run.listens();
  run.answers();
  run.goesOn();
  expect(run.state.at).toBe(1);
});

test('a follow-up beyond the budget is not asked', () => {
  const run = underWay();
  for (const rule of [0, 1, 2]) {
    run.listens().answers();
    run.does({ type: 'replied', replyId: run.replyId, reply: { kind: 'follow-up', say: 'And?', rule } });
  }
  expect(run.state.at).toBe(1);
});

test('a reply to an answer long gone changes nothing', () => {
  const run = underWay();
  run.answers();
  const late = run.replyId;
  run.goesOn();
  const before = run.state;
  run.does({ type: 'replied', replyId: late, reply: { kind: 'next' } });
  expect(run.state).toEqual(before);
});

test('what the interviewer takes to think costs the candidate nothing', () => {
  const run = underWay();
  run.answers();
  const used = run.state.clock.usedMs;
  run.goesOn(12_000);
  expect(run.state.clock.usedMs).toBe(used);
});

test('a device that claims times outside the session is held inside it', () => {
  const run = underWay();
  run.does({ type: 'answer', via: 'voice', startMs: 0, endMs: 2_000_000 }, 5_000);
  const answer = run.of('save-turn').at(-1);
  expect(answer?.startMs).toBe(run.state.lastUtterance?.startMs);
  expect(answer?.endMs).toBe(run.nowMs - T0);
});

test('when a question has had its time, what was typed so far is the answer', () => {
  const run = underWay();
  run.does({ type: 'draft', draft: DRAFT }, 3_000);
  livesOn(run, SCRIPT.questionMs);
  const answer = run.of('save-turn').find((turn) => turn.kind === 'answer');
  expect(answer).toMatchObject({ fromDraft: true, via: 'typed', questionId: 'q1', startMs: 6_000, endMs: 9_000 });
  expect(run.state.at).toBe(1);
  expect(run.state.draft).toBeNull();
});

test('when all time is used, what was not reached is marked as not asked', () => {
  const run = underWay({ ...SCRIPT, questionMs: SCRIPT.totalMs });
  livesOn(run, SCRIPT.totalMs);
  expect(run.state.phase).toMatchObject({ kind: 'review', reason: 'time-up' });
  const left = run.of('save-turn').filter((turn) => turn.kind === 'not-asked');
  expect(left.map((turn) => turn.questionId)).toEqual(['q2', 'q3']);
});

test('five minutes and one minute left are each announced once', () => {
  const run = underWay({ ...SCRIPT, questionMs: SCRIPT.totalMs });
  livesOn(run, SCRIPT.totalMs);
  const told = run.of('tell').filter((effect) => effect.what.type === 'time-left');
  expect(told.map((effect) => effect.id)).toEqual(['tell:left:5', 'tell:left:1']);
});

test('silence brings one gentle word, and none after "let me think"', () => {
  const words = (run: Run) => run.of('tell').filter((effect) => effect.what.type === 'take-your-time').length;
  const quiet = underWay();
  livesOn(quiet, 30_000);
  expect(words(quiet)).toBe(1);
  const thinking = underWay();
  thinking.does({ type: 'think', on: true });
  livesOn(thinking, 30_000);
  expect(words(thinking)).toBe(0);
});

test('a lost line stops the clock, and says how much was given back', () => {
  const run = underWay();
  livesOn(run, 10_000);
  const left = viewOf(run.state, run.nowMs).clock.remainingMs;
  run.does({ type: 'line-down' }, 4_000);
  run.does({ type: 'line-up' }, 20 * MINUTE);
  expect(viewOf(run.state, run.nowMs).clock.remainingMs).toBe(left);
  expect(run.of('tell').map((effect) => effect.what)).toContainEqual({ type: 'gave-back', ms: 4_000, why: 'line' });
});

test('a server that was away gives back all since its last write', () => {
  const run = underWay();
  livesOn(run, 10_000);
  const used = run.state.clock.usedMs;
  run.does({ type: 'server-was-away' }, 3 * MINUTE);
  expect(run.state.clock.usedMs).toBe(used);
  expect(run.of('event').map((effect) => effect.kind)).toEqual(['started', 'line-lost', 'time-given-back']);
});

test('a gap between two beats longer than the silence limit is an outage, not time used', () => {
  const run = underWay();
  const used = run.state.clock.usedMs;
  run.does({ type: 'beat' }, LIMITS.wire.silenceMs + 1);
  expect(run.state.clock.usedMs).toBe(used);
  run.does({ type: 'beat' }, LIMITS.wire.silenceMs);
  expect(run.state.clock.usedMs).toBe(used + LIMITS.wire.silenceMs);
});

test('a break stops the clock, ends by itself, and there are only so many', () => {
  const run = underWay();
  for (let i = 0; i < LIMITS.interview.breaks; i += 1) {
    expect(run.does({ type: 'break', on: true })).toBeNull();
    const used = run.state.clock.usedMs;
    run.does({ type: 'time' }, LIMITS.interview.breakMs);
    expect([run.phase, run.state.clock.usedMs]).toEqual(['listening', used]);
  }
  expect(run.does({ type: 'break', on: true })).toBe('wrong_phase');
});

test('an utterance whose end nobody reports is over after its expected length', () => {
  const run = new Run();
  run.does({ type: 'consented', recording: false });
  run.does({ type: 'start', mode: 'text' });
  const due = nextMoment(run.state, run.nowMs) ?? 0;
  run.does({ type: 'time' }, due - run.nowMs);
  expect(run.state.phase).toMatchObject({ kind: 'speaking', utterance: { kind: 'question' } });
});

test('whoever asks for a person is not judged, and what was said is kept', () => {
  const run = underWay();
  run.does({ type: 'draft', draft: DRAFT }, 3_000);
  run.does({ type: 'ask-human' });
  expect(run.of('save-turn').filter((turn) => turn.kind === 'answer')).toHaveLength(1);
  run.does({ type: 'sealed' });
  run.does({ type: 'notified' });
  expect(run.phase).toBe('ended');
  expect(run.of('score')).toEqual([]);
});

test('a withdrawal ends it at once: nothing is sealed, scored or told', () => {
  const run = underWay();
  run.does({ type: 'withdraw' });
  expect(run.phase).toBe('ended');
  expect(['seal', 'score', 'notify'].flatMap((type) => run.effects.filter((one) => one.type === type))).toEqual([]);
});

test('with a recording, sealing waits for the last parts, but not for ever', () => {
  const run = new Run({ ...SCRIPT, questions: SCRIPT.questions.slice(0, 1) });
  run.does({ type: 'consented', recording: true });
  run.does({ type: 'start', mode: 'voice' });
  run.listens().answers();
  run.goesOn();
  run.does({ type: 'finish' }, 1_000);
  expect(run.of('seal')).toEqual([]);
  run.does({ type: 'time' }, LIMITS.interview.lastPartsMs);
  expect(run.of('seal')).toHaveLength(1);
  run.does({ type: 'parts-complete' });
  expect(run.of('seal')).toHaveLength(1);
});

test('a review that nobody finishes finishes by itself', () => {
  const run = underWay({ ...SCRIPT, questions: SCRIPT.questions.slice(0, 1) });
  run.answers();
  run.goesOn();
  expect(run.phase).toBe('review');
  run.does({ type: 'time' }, LIMITS.interview.reviewMs);
  expect(run.phase).toBe('sealing');
});

const MORE = { ...SCRIPT, totalMs: 900_000, questionMs: 180_000, breaks: 5, breakMs: 600_000, textOnly: true };

test('what is arranged in the talk adds to what is left, and takes nothing that was used', () => {
  const run = underWay();
  run.does({ type: 'break', on: true }, 1_000);
  run.does({ type: 'break', on: false }, 1_000);
  const used = run.state.clock.usedMs;
  expect(run.does({ type: 'adjusted', script: MORE, person: false }, 1_000)).toBeNull();
  expect(run.state).toMatchObject({ mode: 'text', breaksLeft: 4, script: { totalMs: 900_000 } });
  expect(run.state.clock.usedMs).toBe(used);
  expect(run.of('tell').at(-1)?.what).toMatchObject({ type: 'adjusted', extraMs: 300_000, breaks: 2, textOnly: true });
});

test('a longer break lasts as long as was arranged', () => {
  const run = underWay();
  run.does({ type: 'adjusted', script: MORE, person: false });
  run.does({ type: 'break', on: true });
  run.does({ type: 'time' }, 599_000);
  expect(run.phase).toBe('paused');
  run.does({ type: 'time' }, 1_000);
  expect(run.phase).toBe('listening');
});

test('time that is added is announced again when it nears its end', () => {
  const run = underWay({ ...SCRIPT, questionMs: 600_000 });
  const left = () => run.of('tell').filter(({ what }) => what.type === 'time-left').length;
  for (let second = 0; second < 310; second += 10) run.does({ type: 'beat' }, 10_000);
  expect(left()).toBe(1);
  run.does({ type: 'adjusted', script: { ...MORE, questionMs: 900_000 }, person: false });
  for (let second = 0; second < 310; second += 10) run.does({ type: 'beat' }, 10_000);
  expect(left()).toBe(2);
});

test('after the talk nothing is arranged any more, and a person instead ends it where it is', () => {
  const run = underWay();
  expect(run.does({ type: 'adjusted', script: MORE, person: true })).toBeNull();
  expect(run.of('ended')).toMatchObject([{ reason: 'human-requested' }]);
  expect(run.does({ type: 'adjusted', script: MORE, person: false })).toBe('wrong_phase');
});

/** Listening, with a recording that nothing turns into text. */
function speaksAloud(mode: 'voice' | 'text' = 'voice'): Run {
  const run = new Run();
  run.does({ type: 'consented', recording: true });
  run.does({ type: 'line-up' });
  run.does({ type: 'start', mode });
  return run.listens();
}

function writesFor(run: Run, forMs: number): void {
  for (let passed = 0; passed < forMs; passed += 1_000) run.does({ type: 'draft', draft: DRAFT }, 1_000);
}

test('writing down what was said aloud is not charged a second time, until it takes longer than the saying', () => {
  const run = speaksAloud();
  const before = run.state.clock.usedMs;
  livesOn(run, 20_000);
  run.does({ type: 'draft', draft: DRAFT });
  writesFor(run, 15_000);
  expect(run.state.clock.usedMs - before).toBe(20_000);
  writesFor(run, 15_000);
  expect(run.state.clock.usedMs - before).toBe(30_000);
  run.answers(0);
  const given = run.of('event').filter(({ kind }) => kind === 'time-given-back');
  expect(given.map(({ detail }) => detail)).toEqual([{ ms: 20_000, why: 'told-twice' }]);
});

test('who only types, or is recorded by nobody, pays for all of it', () => {
  for (const run of [speaksAloud('text'), underWay()]) {
    const before = run.state.clock.usedMs;
    livesOn(run, 20_000);
    run.does({ type: 'draft', draft: DRAFT });
    writesFor(run, 15_000);
    expect(run.state.clock.usedMs - before).toBe(35_000);
  }
});

test('silence before the first key buys no more than half a question', () => {
  const run = speaksAloud();
  const before = run.state.clock.usedMs;
  livesOn(run, 90_000);
  run.does({ type: 'draft', draft: DRAFT });
  writesFor(run, 80_000);
  const given = before + 170_000 - run.state.clock.usedMs;
  expect(given).toBe(SCRIPT.questionMs / 2);
});
