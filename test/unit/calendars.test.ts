/** Working days by country, days by zone: what is promised to whom by when. */
import { describe, expect, test } from 'vitest';
import { daysUntil } from '../../web/recruiter/due-dates.ts';
import { dueAfterHold, workingDaysAfter, workingDaysBefore } from '../../worker/domain/interviews/due-rules.ts';
import { requestDue } from '../../worker/domain/requests/request-rules.ts';
import { calendarOf, isZone, USUAL } from '../../worker/domain/tenants/calendar-rules.ts';
import { REGION_IDS } from '../../worker/ids.ts';

const NOTHING = { country: null, zone: null };
const GULF = calendarOf(NOTHING, 'gcc');
const due = (from: string, days: number, calendar = GULF) =>
  workingDaysAfter(new Date(from), days, calendar).toISOString();

describe('the working week is the country’s', () => {
  test('one working day after a Thursday in the Gulf is a Sunday', () => {
    expect(due('2026-11-26T10:00:00Z', 1)).toBe('2026-11-29T10:00:00.000Z');
    expect(due('2026-11-26T10:00:00Z', 5)).toBe('2026-12-03T10:00:00.000Z');
  });
  test.each(['SA', 'KW', 'QA', 'OM', 'BH'])('in %s a Friday is none', (country) => {
    expect(due('2026-11-26T10:00:00Z', 1, calendarOf({ country, zone: null }, 'gcc'))).toContain('2026-11-29');
  });
  test('in the Emirates and in Europe a Friday is one, and a Sunday is none', () => {
    const uae = calendarOf({ country: 'AE', zone: 'Asia/Dubai' }, 'gcc');
    for (const calendar of [uae, calendarOf(NOTHING, 'eu'), calendarOf(NOTHING, 'in'), calendarOf(NOTHING, 'us')]) {
      expect(due('2026-11-26T10:00:00Z', 1, calendar)).toBe('2026-11-27T10:00:00.000Z');
      expect(due('2026-11-27T10:00:00Z', 1, calendar)).toBe('2026-11-30T10:00:00.000Z');
    }
  });
  test('back over a weekend as forward', () => {
    expect(workingDaysBefore(new Date('2026-11-29T10:00:00Z'), 1, GULF).toISOString()).toBe('2026-11-26T10:00:00.000Z');
  });
  test('a hold is never due on the day it is made', () => {
    expect(dueAfterHold(new Date('2026-11-26T10:00:00Z'), 0, GULF).toISOString()).toContain('2026-11-29');
  });
});

describe('a day is one of the zone', () => {
  test('late on a Thursday in Riyadh is a Thursday, though the next day has come in Auckland', () => {
    // 22:30 in Riyadh, 19:30 in UTC.
    expect(due('2026-11-26T19:30:00Z', 1)).toBe('2026-11-29T19:30:00.000Z');
    // 01:30 on Friday in Riyadh is still Thursday in UTC: one working day on it is Sunday.
    expect(due('2026-11-26T22:30:00Z', 1)).toBe('2026-11-28T22:30:00.000Z');
  });
  test('the time on the wall stays the same over a change of clocks', () => {
    const berlin = calendarOf(NOTHING, 'eu');
    // 17:00 in Berlin on Friday before summer time begins, and on Monday after it.
    expect(due('2026-03-27T16:00:00Z', 1, berlin)).toBe('2026-03-30T15:00:00.000Z');
    expect(due('2026-10-23T15:00:00Z', 1, berlin)).toBe('2026-10-26T16:00:00.000Z');
    expect(workingDaysBefore(new Date('2026-03-30T15:00:00Z'), 1, berlin).toISOString()).toBe(
      '2026-03-27T16:00:00.000Z',
    );
  });
  test('due today is today where the tenant is', () => {
    const at = new Date('2026-11-26T22:00:00Z');
    // In Riyadh it is the 27th already, in New York still the 26th.
    expect(daysUntil('2026-11-27T10:00:00Z', at, 'Asia/Riyadh')).toBe(0);
    expect(daysUntil('2026-11-27T10:00:00Z', at, 'America/New_York')).toBe(1);
    expect(daysUntil('2026-11-26T20:00:00Z', at, 'America/New_York')).toBe(0);
  });
});

test('requests are due in working days, and a review in a month', () => {
  const thursday = new Date('2026-11-26T10:00:00Z');
  expect(requestDue('adjustment', thursday, GULF).toISOString()).toBe('2026-11-29T10:00:00.000Z');
  expect(requestDue('human', thursday, GULF).toISOString()).toBe('2026-11-30T10:00:00.000Z');
  expect(requestDue('review', thursday, GULF).toISOString()).toBe('2026-12-26T10:00:00.000Z');
});

test('every region has a usual country and a zone that exists', () => {
  for (const id of REGION_IDS) expect([id, isZone(USUAL[id].zone)]).toEqual([id, true]);
  expect(isZone('Atlantis/Capital')).toBe(false);
});
