/** When something is due, by the days of the tenant's zone; said alike wherever it stands. */
import { dayAndTime, time } from '../shared/format.ts';
import { t } from '../shared/i18n.ts';

export type Urgency = 'late' | 'soon' | 'later';

const DAY_MS = 86_400_000;

/** Days of the calendar until it is due: 0 is today where the tenant is, whatever the hour. */
export function daysUntil(dueAt: string, now: Date, zone: string): number {
  return Math.round((midnightOf(new Date(dueAt), zone) - midnightOf(now, zone)) / DAY_MS);
}

export function urgency(dueAt: string, now: Date, zone: string): Urgency {
  if (new Date(dueAt) < now) return 'late';
  return daysUntil(dueAt, now, zone) === 0 ? 'soon' : 'later';
}

/** "Late since Wed 25 Nov, 17:00", "Today, 17:00", "Tomorrow, 17:00", "Mon 30 Nov, 17:00". */
export function dueInWords(dueAt: string, now: Date, zone: string): string {
  const at = dayAndTime(dueAt, zone);
  if (new Date(dueAt) < now) return t('due.is.late', 'Late since {at}', { at });
  const days = daysUntil(dueAt, now, zone);
  const hour = time(dueAt, zone);
  if (days === 0) return t('due.is.today', 'Today, {time}', { time: hour });
  return days === 1 ? t('due.is.tomorrow', 'Tomorrow, {time}', { time: hour }) : at;
}

/** Midnight of the day it is in the zone, as if that were UTC. */
function midnightOf(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' })
    .formatToParts(at)
    .map(({ type, value }): [string, number] => [type, Number(value)]);
  const { year = 0, month = 1, day = 1 } = Object.fromEntries(parts);
  return Date.UTC(year, month - 1, day);
}
