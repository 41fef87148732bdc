/** The guard of providers' streams, by a clock of its own: what is in time passes, nothing else holds anybody up. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guarded, guardedAnswer, OutOfTime, type Patience, type Timers } from '../../worker/providers/stream-guard.ts';

const PATIENCE: Patience = { firstMs: 6000, gapMs: 4000, totalMs: 15_000 };
const never = new AbortController().signal;

/** Time passes only when it is told to. */
function ownClock() {
  let nowMs = 0;
  let due: { atMs: number; run: () => void }[] = [];
  const timers: Timers = {
    after(ms, run) {
      const one = { atMs: nowMs + ms, run };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
  };
  return {
    timers,
    now: () => nowMs,
    open: () => due.length,
    async pass(ms: number) {
      const endMs = nowMs + ms;
      for (;;) {
        await settled();
        const next = due.filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
        if (next === undefined) break;
        due = due.filter((other) => other !== next);
        nowMs = next.atMs;
        next.run();
      }
      nowMs = endMs;
      await settled();
    },
  };
}

/** Everything that can go on without time has gone on. */
function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

/** A stream whose pieces come after these waits, and which ends, or hangs, after the last. */
function stream(clock: ReturnType<typeof ownClock>, waits: number[], end: 'ends' | 'hangs') {
  const facts = { closed: false };
  const open = async function* (line: AbortSignal): AsyncGenerator<number> {
    line.addEventListener('abort', () => {
      facts.closed = true;
    });
    for (const [piece, ms] of waits.entries()) {
      await new Promise<void>((done) => clock.timers.after(ms, done));
      yield piece;
    }
    if (end === 'hangs') await new Promise(() => {});
  };
  return { open, facts };
}

interface Outcome {
  pieces: number[];
  ended: 'whole' | 'out of time' | 'open';
  atMs: number;
}

function reading(
  clock: ReturnType<typeof ownClock>,
  open: (line: AbortSignal) => AsyncIterable<number>,
  signal = never,
): Outcome {
  const outcome: Outcome = { pieces: [], ended: 'open', atMs: 0 };
  const read = async () => {
    for await (const piece of guarded(open, PATIENCE, signal, clock.timers)) outcome.pieces.push(piece);
  };
  const close = (ended: Outcome['ended']) => Object.assign(outcome, { ended, atMs: clock.now() });
  read().then(
    () => close('whole'),
    (thrown) => {
      expect(thrown).toBeInstanceOf(OutOfTime);
      close('out of time');
    },
  );
  return outcome;
}

test.each([
  { what: 'all in time', waits: [5999, 3999, 3999], end: 'ends', ended: 'whole', pieces: 3, atMs: 13_997 },
  { what: 'a first piece too late', waits: [6001], end: 'ends', ended: 'out of time', pieces: 0, atMs: 6000 },
  { what: 'a gap too long', waits: [100, 4001], end: 'ends', ended: 'out of time', pieces: 1, atMs: 4100 },
  { what: 'no end', waits: [100], end: 'hangs', ended: 'out of time', pieces: 1, atMs: 4100 },
  { what: 'a trickle', waits: Array(99).fill(1000), end: 'ends', ended: 'out of time', pieces: 14, atMs: 15_000 },
] as const)('$what', async ({ waits, end, ended, pieces, atMs }) => {
  const clock = ownClock();
  const { open, facts } = stream(clock, [...waits], end);
  const outcome = reading(clock, open);
  await clock.pass(60_000);
  expect(outcome).toMatchObject({ ended, atMs });
  expect(outcome.pieces).toHaveLength(pieces);
  expect(facts.closed).toBe(true);
});

test('whatever a stream does, nobody waits for it longer than the patience says, and no timer stays', async () => {
  const waits = fc.array(fc.integer({ min: 0, max: 8000 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(waits, fc.constantFrom('ends' as const, 'hangs' as const), async (given, end) => {
      const clock = ownClock();
      const { open } = stream(clock, given, end);
      const outcome = reading(clock, open);
      await clock.pass(200_000);
      expect(outcome.ended).not.toBe('open');
      expect(outcome.atMs).toBeLessThanOrEqual(PATIENCE.totalMs);
      expect(clock.open()).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('whoever asked can stop it, before and in the middle', async () => {
  const clock = ownClock();
  const stop = new AbortController();
  const { open, facts } = stream(clock, [100], 'hangs');
  const outcome = reading(clock, open, stop.signal);
  await clock.pass(500);
  stop.abort();
  await clock.pass(0);
  expect(outcome).toEqual({ pieces: [0], ended: 'out of time', atMs: 500 });
  expect(facts.closed).toBe(true);
  const late = reading(clock, open, AbortSignal.abort());
  await clock.pass(0);
  expect(late).toMatchObject({ pieces: [], ended: 'out of time' });
});

test('a reader who leaves closes the line; time that the reader takes is not the provider’s', async () => {
  const clock = ownClock();
  const { open, facts } = stream(clock, [100, 100, 100], 'hangs');
  const pieces = guarded(open, { ...PATIENCE, totalMs: 90_000 }, never, clock.timers);
  const first = pieces.next();
  await clock.pass(100);
  expect(await first).toEqual({ done: false, value: 0 });
  await clock.pass(30_000);
  const second = pieces.next();
  await clock.pass(100);
  expect(await second).toEqual({ done: false, value: 1 });
  await pieces.return();
  expect(facts.closed).toBe(true);
});

test('what the stream throws comes through, and one answer is guarded like a stream', async () => {
  const broken = guardedAnswer(async () => Promise.reject(new Error('broken')), PATIENCE, never);
  await expect(broken).rejects.toThrow('broken');
  expect(await guardedAnswer(async () => 7, PATIENCE, never)).toBe(7);
  const clock = ownClock();
  const hanging = guardedAnswer(() => new Promise(() => {}), PATIENCE, never, clock.timers);
  const ends = expect(hanging).rejects.toBeInstanceOf(OutOfTime);
  await clock.pass(6000);
  await ends;
});
