/** One-time codes: five tries, one use, a countdown, and caps by the hour that no new code resets. */
import { expect, test } from 'vitest';
import { emptyOtp, issue, type OtpState, verify } from '../../durable-objects/otp/machine.ts';
import { LIMITS } from '../../worker/limits.ts';

const T0 = 1_000_000;

function issued(nowMs = T0): OtpState {
  return issue(emptyOtp, 'right', nowMs).state;
}

test('the right code works once', () => {
  const first = verify(issued(), 'right', T0 + 1);
  expect(first.outcome).toEqual({ kind: 'right' });
  expect(verify(first.state, 'right', T0 + 2).outcome).toEqual({ kind: 'spent' });
});

test('five wrong guesses spend a code, and then even the right one does not work', () => {
  let state = issued();
  const outcomes = [];
  for (let i = 0; i < LIMITS.codes.tries; i += 1) {
    const step = verify(state, 'wrong', T0 + i);
    state = step.state;
    outcomes.push(step.outcome.kind);
  }
  expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'spent']);
  expect(verify(state, 'right', T0 + 9).outcome).toEqual({ kind: 'spent' });
});

test('a code runs out at its time, not before', () => {
  expect(verify(issued(), 'right', T0 + LIMITS.codes.livesMs - 1).outcome).toEqual({ kind: 'right' });
  expect(verify(issued(), 'right', T0 + LIMITS.codes.livesMs).outcome).toEqual({ kind: 'spent' });
});

test('a new code waits out the countdown and replaces the old one', () => {
  expect(issue(issued(), 'newer', T0 + 1000).outcome).toEqual({
    kind: 'wait',
    retryInMs: LIMITS.codes.resendMs - 1000,
  });
  const again = issue(issued(), 'newer', T0 + LIMITS.codes.resendMs);
  expect(again.outcome.kind).toBe('issued');
  expect(verify(again.state, 'right', T0 + LIMITS.codes.resendMs + 1).outcome.kind).toBe('wrong');
});

test('new codes do not buy new guesses: an hour holds a fixed number of both', () => {
  let state = emptyOtp;
  let sent = 0;
  let guesses = 0;
  for (let nowMs = T0; nowMs < T0 + 3_600_000; nowMs += LIMITS.codes.resendMs) {
    const next = issue(state, 'right', nowMs);
    state = next.state;
    if (next.outcome.kind === 'issued') sent += 1;
    for (let i = 0; i < LIMITS.codes.tries; i += 1) {
      const guess = verify(state, 'wrong', nowMs + i);
      state = guess.state;
      if (guess.outcome.kind !== 'wait') guesses += 1;
    }
  }
  expect(sent).toBe(LIMITS.codes.perHour);
  expect(guesses).toBe(LIMITS.codes.guessesPerHour);
});
