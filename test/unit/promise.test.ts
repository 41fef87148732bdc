/** What the object of an ended interview wakes for: a reminder, a missed date, a date that moved. */
import { expect, test } from 'vitest';
import { type Watch, watchOf, woken } from '../../durable-objects/interview/machine-promise.ts';
import { dueLetter } from '../../worker/domain/decisions/due-letter-rules.ts';
import { workingDaysAfter, workingDaysBefore } from '../../worker/domain/interviews/due-rules.ts';
import { calendarOf } from '../../worker/domain/tenants/calendar-rules.ts';

const ms = (text: string) => new Date(text).getTime();
// A Thursday; the working day before is the Wednesday.
const DUE = ms('2026-11-26T16:00:00Z');
const DAY_BEFORE = ms('2026-11-25T16:00:00Z');
const ENDED = ms('2026-11-19T13:36:00Z');
const OF = { tenantId: 'eu_ten_a', interviewId: 'eu_itv_a' };
const owed = { open: true, dueAtMs: DUE, remindAtMs: DAY_BEFORE };
const BERLIN = calendarOf({ country: 'DE', zone: 'Europe/Berlin' }, 'eu');

function looked(): Watch {
  const { watch } = woken(watchOf(OF, ENDED), owed, ENDED);
  if (watch === null) throw new Error('nothing to wake for');
  return watch;
}

test('the first look comes at once and only plans', () => {
  expect(watchOf(OF, ENDED)).toMatchObject({ next: 'look', atMs: ENDED });
  expect(looked()).toEqual({ ...OF, dueAtMs: DUE, next: 'remind', atMs: DAY_BEFORE });
});

test('one working day before they are reminded, and when it is over they are told; then it sleeps for good', () => {
  const reminded = woken(looked(), owed, DAY_BEFORE);
  expect(reminded).toMatchObject({ act: 'remind', watch: { next: 'missed', atMs: DUE } });
  if (reminded.watch === null) throw new Error('nothing to wake for');
  expect(woken(reminded.watch, owed, DUE)).toEqual({ act: 'missed', watch: null });
});

test('once somebody decided there is nothing to wake for', () => {
  expect(woken(looked(), { ...owed, open: false }, DAY_BEFORE)).toEqual({ act: null, watch: null });
  expect(woken(looked(), { open: true, dueAtMs: null, remindAtMs: null }, DAY_BEFORE)).toEqual({
    act: null,
    watch: null,
  });
});

test('a hold moved the date: it looks again at the new one', () => {
  const later = ms('2026-12-03T16:00:00Z');
  expect(
    woken(looked(), { open: true, dueAtMs: later, remindAtMs: ms('2026-12-02T16:00:00Z') }, DAY_BEFORE),
  ).toMatchObject({
    act: null,
    watch: { dueAtMs: later, next: 'remind', atMs: ms('2026-12-02T16:00:00Z') },
  });
});

test('woken too early it does nothing, and woken too late it tells only what is true now', () => {
  const watch = looked();
  expect(woken(watch, owed, DAY_BEFORE - 1)).toEqual({ act: null, watch });
  expect(woken(watch, owed, DUE + 1)).toEqual({ act: 'missed', watch: null });
});

test('a date within a day needs no reminder', () => {
  const { watch } = woken(watchOf(OF, DAY_BEFORE + 1), owed, DAY_BEFORE + 1);
  expect(watch).toMatchObject({ next: 'missed', atMs: DUE });
});

test('a working day is not a weekend, in both directions', () => {
  const monday = new Date('2026-11-23T09:00:00Z');
  expect(workingDaysBefore(monday, 1, BERLIN).toISOString()).toBe('2026-11-20T09:00:00.000Z');
  expect(workingDaysAfter(new Date('2026-11-20T09:00:00Z'), 1, BERLIN)).toEqual(monday);
});

test('the letters name the role and the day, and no candidate', () => {
  const facts = {
    name: 'Ines',
    role: 'Night baker',
    tenant: 'Harbour Bakery',
    dueAt: new Date(DUE),
    zone: 'Europe/Berlin',
    link: 'https://interloop.test/app/x',
  };
  expect(dueLetter('soon', facts).subject).toBe('Night baker: a decision is due on Thursday 26 November');
  expect(dueLetter('missed', facts).body).toContain('That day has passed without one.');
  expect(dueLetter('missed', facts).body).toMatch(/Harbour Bakery$/);
});
