/** Whatever happens in whatever order: what must always hold of an interview, held against random events. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, type Engines, step } from '../../durable-objects/interview/machine.ts';
import { OUTAGE_MS } from '../../durable-objects/interview/machine-clock.ts';
import { CHARGED, type Event, type State } from '../../durable-objects/interview/machine-state.ts';
import { nextMoment } from '../../durable-objects/interview/machine-time.ts';
import { viewOf } from '../../durable-objects/interview/machine-view.ts';
import { Run, SCRIPT } from '../support/a-script.ts';

/** An event that fits or does not; `turn` and `replyId` are filled in with what is current, or stay foreign. */
type Happening = { event: Event; current: boolean; waitMs: number };

const flag = fc.boolean();
const ms = fc.integer({ min: 0, max: 1_200_000 });
const via = fc.constantFrom('voice' as const, 'typed' as const, 'mixed' as const);
const draft = fc.option(fc.record({ via, startMs: ms, endMs: ms }));
const reply = fc.oneof(
  fc.record({ kind: fc.constant('follow-up' as const), say: fc.constant('And then?'), rule: fc.nat(3) }),
  fc.constant({ kind: 'next' as const }),
  fc.record({ kind: fc.constant('asks' as const), lengthMs: fc.nat(20_000), growing: flag }),
);
const talk: fc.Arbitrary<Event> = fc.oneof(
  fc.constant<Event>({ type: 'spoken', turn: 'foreign' }),
  fc.constant<Event>({ type: 'spoken', turn: 'foreign' }),
  fc.record({ type: fc.constant('answer' as const), via, startMs: ms, endMs: ms }),
  fc.record({ type: fc.constant('replied' as const), replyId: fc.constant('foreign'), reply }),
  fc.record({ type: fc.constant('turn-over' as const), startMs: ms, endMs: ms, soundTo: fc.nat(999) }),
  fc.record({
    type: fc.constant('heard' as const),
    hearId: fc.constant('foreign'),
    draft: fc.record({ via, startMs: ms, endMs: ms }),
  }),
  fc.record({ type: fc.constant('barge-in' as const), turn: fc.constant('foreign'), heardChars: fc.nat(200) }),
  fc.record({ type: fc.constant('draft' as const), draft }),
  fc.constant<Event>({ type: 'beat' }),
  fc.constant<Event>({ type: 'time' }),
);
const rare: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ type: fc.constant('consented' as const), recording: flag }),
  fc.record({ type: fc.constant('consent-changed' as const), recording: flag }),
  fc.record({ type: fc.constant('start' as const), mode: fc.constantFrom('voice' as const, 'text' as const) }),
  fc.record({ type: fc.constant('think' as const), on: flag }),
  fc.constant<Event>({ type: 'repeat' }),
  fc.record({ type: fc.constant('unheard' as const), hearId: fc.constant('foreign'), lostMs: ms, kept: flag }),
  fc.record({ type: fc.constant('said-more' as const), turn: fc.constant('foreign'), lengthMs: ms, growing: flag }),
  fc.constant<Event>({ type: 'false-stop', turn: 'foreign' }),
  fc.record({
    type: fc.constant('engine-failed' as const),
    engine: fc.constantFrom('live' as const, 'cascade' as const, 'rehearsed' as const),
    maker: fc.constant('gemini'),
    fault: fc.constant('busy'),
    lasting: flag,
  }),
  fc.record({ type: fc.constant('capped' as const), cap: fc.constant('interview' as const) }),
  fc.record({ type: fc.constant('wait-longer' as const), on: flag }),
  fc.record({ type: fc.constant('mode' as const), mode: fc.constantFrom('voice' as const, 'text' as const) }),
  fc.record({ type: fc.constant('break' as const), on: flag }),
  fc.constantFrom<Event>({ type: 'line-up' }, { type: 'line-down' }, { type: 'server-was-away' }),
);
const after: fc.Arbitrary<Event> = fc.constantFrom<Event>(
  { type: 'finish' },
  { type: 'parts-complete' },
  { type: 'sealed' },
  { type: 'scored' },
  { type: 'notified' },
);
const last: fc.Arbitrary<Event> = fc.constantFrom<Event>(
  { type: 'ask-human' },
  { type: 'withdraw' },
  { type: 'expire' },
);
const event = fc.oneof(
  { weight: 80, arbitrary: talk },
  { weight: 16, arbitrary: rare },
  { weight: 16, arbitrary: after },
  { weight: 1, arbitrary: last },
);
const waitMs = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: 0, max: 6_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 40_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 2_000_000 }) },
);
const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({ event, waitMs, current: fc.integer({ min: 0, max: 9 }).map((n) => n > 0) }),
  { minLength: 0, maxLength: 150, size: 'max' },
);

function filled(run: Run, { event: raw, current }: Happening): Event {
  if (!current) return raw;
  if (raw.type === 'spoken' || raw.type === 'barge-in') return { ...raw, turn: run.turn };
  if (raw.type === 'heard' || raw.type === 'unheard') return { ...raw, hearId: run.hearId };
  if (raw.type === 'said-more' || raw.type === 'false-stop')
    return { ...raw, turn: run.state.lastUtterance?.turn ?? 'none' };
  return raw.type === 'replied' ? { ...raw, replyId: run.replyId } : raw;
}

const ENGINES: Engines = { kinds: ['live', 'cascade', 'rehearsed'], voiceServed: true };

/** Most runs begin as interviews do, and so get far. */
const beginnings = fc.integer({ min: 0, max: 4 }).map((n) => n > 0);

function everyStep(check: (run: Run, before: State, taken: boolean, from: number) => void, seed?: number): void {
  fc.assert(
    fc.property(beginnings, happenings, (begun, list) => {
      const run = new Run(SCRIPT, ENGINES);
      if (begun) {
        run.does({ type: 'consented', recording: true });
        run.does({ type: 'line-up' });
        run.does({ type: 'start', mode: 'voice' });
      }
      for (const happening of list) {
        const before = run.state;
        const from = run.effects.length;
        const refusal = run.does(filled(run, happening), happening.waitMs);
        check(run, before, refusal === null, from);
      }
    }),
    { numRuns: 300, ...(seed === undefined ? {} : { seed }) },
  );
}

const RANK: Record<State['phase']['kind'], number> = {
  lobby: 0,
  ready: 1,
  speaking: 2,
  listening: 2,
  thinking: 2,
  paused: 2,
  review: 3,
  sealing: 4,
  scoring: 5,
  notifying: 6,
  done: 7,
  ended: 7,
};

test('the random runs reach every phase of an interview', () => {
  const reached = new Set<string>();
  everyStep((run) => reached.add(run.phase), 1);
  expect([...reached].sort()).toEqual(Object.keys(RANK).sort());
});

test('an interview only moves forward, and stays at its end', () => {
  everyStep((run, before) => {
    expect(RANK[run.phase]).toBeGreaterThanOrEqual(RANK[before.phase.kind]);
    if (RANK[before.phase.kind] === 7) expect(run.state.phase).toEqual(before.phase);
  });
});

test('nothing is said, kept or begun before consent, and nothing after the end', () => {
  everyStep((run, before, _taken, from) => {
    const fresh = run.effects.slice(from).map((effect) => effect.type);
    if (before.phase.kind === 'lobby') expect(fresh).not.toContain('save-turn');
    if (RANK[before.phase.kind] === 7) expect(fresh).toEqual([]);
  });
});

test('after a withdrawal nothing is sealed or scored', () => {
  everyStep((run) => {
    if (run.phase !== 'ended' || run.of('withdrawn').length === 0) return;
    const from = run.effects.findIndex((effect) => effect.type === 'withdrawn');
    expect(run.effects.slice(from).map((effect) => effect.type)).toEqual(['withdrawn', 'wipe']);
    expect(run.state.recording).toBe(false);
  });
});

test('an answer is only taken while the candidate has the floor', () => {
  everyStep((run, before, _taken, from) => {
    for (const effect of run.effects.slice(from)) {
      if (effect.type !== 'save-turn' || effect.kind !== 'answer') continue;
      const heard = before.phase.kind === 'thinking' && before.phase.hearing !== null;
      expect(effect.fromDraft || heard || before.phase.kind === 'listening').toBe(true);
    }
  });
});

test('turns are dense and in order, and none is two', () => {
  everyStep((run) => {
    const positions = new Set(run.of('save-turn').map((effect) => effect.position));
    expect([...positions].sort((a, b) => a - b)).toEqual([...positions.keys()].map((_, i) => i));
    expect(positions.size).toBe(run.state.position);
    const answers = run.of('save-turn').filter((effect) => effect.kind === 'answer');
    expect(new Set(answers.map((effect) => effect.id)).size).toBe(answers.length);
  });
});

test('times of a turn lie inside the session, whatever a device claims', () => {
  everyStep((run) => {
    const nowOnClock = run.nowMs - (run.state.startedAtMs ?? run.nowMs);
    for (const turn of run.of('save-turn')) {
      expect(turn.startMs).toBeGreaterThanOrEqual(0);
      expect(turn.endMs).toBeGreaterThanOrEqual(turn.startMs);
      if (turn.speaker === 'candidate') expect(turn.endMs).toBeLessThanOrEqual(nowOnClock);
    }
  });
});

test('every question is asked once, or once marked as not asked', () => {
  everyStep((run) => {
    const asked = run.of('save-turn').filter((turn) => turn.kind === 'question' || turn.kind === 'not-asked');
    const perQuestion = new Map<string | null, Set<number>>();
    for (const turn of asked) {
      perQuestion.set(turn.questionId, (perQuestion.get(turn.questionId) ?? new Set()).add(turn.position));
    }
    for (const positions of perQuestion.values()) expect(positions.size).toBe(1);
    const closed = ['review', 'sealing', 'scoring', 'notifying', 'done'].includes(run.phase);
    if (closed && run.state.startedAtMs !== null) expect(perQuestion.size).toBe(SCRIPT.questions.length);
  });
});

test('time is only charged while a line is up, and never across an outage', () => {
  everyStep((run, before) => {
    const paidMs = run.state.clock.usedMs - before.clock.usedMs;
    // Less than before: a fault of ours gave it back, and says so.
    if (paidMs < 0) expect(run.state.clock.givenBackMs - before.clock.givenBackMs).toBe(-paidMs);
    expect(paidMs).toBeLessThanOrEqual(OUTAGE_MS);
    if (paidMs > 0) {
      expect(before.lineUp).toBe(true);
      expect(CHARGED.has(before.phase.kind)).toBe(true);
    }
    if (run.state.clock.chargedToMs !== null) expect(CHARGED.has(run.phase) && run.state.lineUp).toBe(true);
  });
});

test('the same events give the same state, also when it was written down in between', () => {
  fc.assert(
    fc.property(happenings, (list) => {
      const run = new Run();
      for (const happening of list) run.does(filled(run, happening), happening.waitMs);
      let again = begin('eu_itv_test', SCRIPT);
      for (const { event: told, nowMs } of run.history) {
        const outcome = step(JSON.parse(JSON.stringify(again)), told, nowMs);
        if (outcome.ok) again = outcome.state;
      }
      expect(again).toEqual(run.state);
    }),
  );
});

test('by time alone every interview that a candidate does not come back to ends', () => {
  fc.assert(
    fc.property(happenings, (list) => {
      const run = new Run();
      for (const happening of list) run.does(filled(run, happening), happening.waitMs);
      run.does({ type: 'line-down' });
      run.does({ type: 'expire' }, 1);
      for (let i = 0; i < 10; i += 1) {
        const next = nextMoment(run.state, run.nowMs);
        if (next !== null) run.does({ type: 'time' }, Math.max(0, next - run.nowMs));
        for (const type of ['sealed', 'scored', 'notified'] as const) run.does({ type });
      }
      expect(RANK[run.phase]).toBe(7);
      expect(run.of('wipe')).toHaveLength(1);
    }),
  );
});

test('the room can be told where it stands at any point, and never sees more time than there is', () => {
  everyStep((run) => {
    const view = viewOf(run.state, run.nowMs + 3_000);
    expect(view.clock.remainingMs).toBeGreaterThanOrEqual(0);
    expect(view.clock.remainingMs).toBeLessThanOrEqual(SCRIPT.totalMs);
    expect(view.phase).toBe(run.phase);
  });
});
