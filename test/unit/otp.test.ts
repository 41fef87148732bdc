/** One-time codes: bound to the browser that asked, five tries, one use, a countdown, and caps on sending. */
import { expect, test } from 'vitest';
import { type Asking, emptyOtp, isOver, issue, type OtpState, verify } from '../../durable-objects/otp/machine.ts';
import { takeoversADay } from '../../worker/domain/codes/guess-rules.ts';
import { LIMITS } from '../../worker/limits.ts';

const T0 = 1_000_000;
const HOUR = 3_600_000;
const { resendMs, livesMs, tries, perHour, perAddressHour } = LIMITS.codes;

const owner: Asking = { browser: 'own', network: 'home', known: false, digest: 'right' };
const guess = (digest: string, browser = 'own') => ({ browser, digest });

function issued(nowMs = T0): OtpState {
  return issue(emptyOtp, owner, nowMs).state;
}

test('the right code works once', () => {
  const first = verify(issued(), guess('right'), T0 + 1);
  expect(first.outcome).toEqual({ kind: 'right' });
  expect(verify(first.state, guess('right'), T0 + 2).outcome).toEqual({ kind: 'spent' });
});

test('five wrong guesses spend a code, and then even the right one does not work', () => {
  let state = issued();
  const outcomes = [];
  for (let i = 0; i < tries; i += 1) {
    const step = verify(state, guess('wrong'), T0 + i);
    state = step.state;
    outcomes.push(step.outcome.kind);
  }
  expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'spent']);
  expect(verify(state, guess('right'), T0 + 9).outcome).toEqual({ kind: 'spent' });
});

test('a code runs out at its time, not before', () => {
  expect(verify(issued(), guess('right'), T0 + livesMs - 1).outcome).toEqual({ kind: 'right' });
  expect(verify(issued(), guess('right'), T0 + livesMs).outcome).toEqual({ kind: 'spent' });
});

test('a new code waits out the countdown and replaces the old one of its browser', () => {
  const newer = { ...owner, digest: 'newer' };
  expect(issue(issued(), newer, T0 + 1000).outcome).toEqual({ kind: 'wait', retryInMs: resendMs - 1000 });
  const again = issue(issued(), newer, T0 + resendMs);
  expect(again.outcome.kind).toBe('issued');
  expect(verify(again.state, guess('right'), T0 + resendMs + 1).outcome.kind).toBe('wrong');
});

test('a stranger who asks and guesses for an hour takes nothing from the code that the owner has', () => {
  let state = issued();
  for (let n = 0; n < 50; n += 1) {
    const stranger = { ...owner, browser: `b${n}`, network: `n${n % 4}`, digest: 'other' };
    state = issue(state, stranger, T0 + n * 1000).state;
    for (let i = 0; i < tries; i += 1) state = verify(state, guess('wrong', `b${n}`), T0 + n * 1000 + i).state;
  }
  expect(verify(state, guess('right'), T0 + 60_000).outcome).toEqual({ kind: 'right' });
});

test('what strangers use up of an address, the owner’s known device does not need', () => {
  let state = emptyOtp;
  let sent = 0;
  for (let n = 0; n < 40; n += 1) {
    const next = issue(state, { ...owner, browser: `b${n}`, network: `n${n}` }, T0 + n * 1000);
    state = next.state;
    if (next.outcome.kind === 'issued') sent += 1;
  }
  expect(sent).toBe(perAddressHour);
  expect(issue(state, owner, T0 + 60_000).outcome.kind).toBe('wait');
  const known = issue(state, { ...owner, known: true }, T0 + 60_000);
  expect(known.outcome.kind).toBe('issued');
  expect(verify(known.state, guess('right'), T0 + 60_001).outcome.kind).toBe('right');
});

test('new codes do not buy new guesses: an hour holds a fixed number of both for one network', () => {
  let state = emptyOtp;
  let sent = 0;
  let guesses = 0;
  for (let nowMs = T0; nowMs < T0 + HOUR; nowMs += resendMs) {
    const browser = `b${nowMs}`;
    const next = issue(state, { ...owner, browser }, nowMs);
    state = next.state;
    if (next.outcome.kind === 'issued') sent += 1;
    for (let i = 0; i < tries; i += 1) {
      const step = verify(state, guess('wrong', browser), nowMs + i);
      if (step.state !== state) guesses += 1;
      state = step.state;
    }
  }
  expect(sent).toBe(perHour);
  expect(guesses).toBe(perHour * tries);
});

test('what is over is over, and not a moment before', () => {
  expect(isOver(issued(), T0 + HOUR - 1)).toBe(false);
  expect(isOver(issued(), T0 + HOUR)).toBe(true);
});

test('guessing alone takes over less than one account in a thousand days', () => {
  expect(takeoversADay()).toBeLessThan(1e-3);
});
