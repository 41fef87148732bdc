/** Dates, lengths and numbers as the reader writes them; the reader's zone unless another is given. */
import { regionalLocale, t } from './i18n.ts';

type When = Date | string | number;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const made = new Map<string, Intl.DateTimeFormat>();

function dates(options: Intl.DateTimeFormatOptions, zone: string | undefined): Intl.DateTimeFormat {
  const key = `${regionalLocale()} ${zone} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(regionalLocale(), { ...options, timeZone: zone });
  made.set(key, known);
  return known;
}

/** "Wed 25 Nov" */
export function day(at: When, zone?: string): string {
  return dates({ weekday: 'short', day: 'numeric', month: 'short' }, zone).format(new Date(at));
}

/** "25 November 2026" */
export function longDay(at: When, zone?: string): string {
  return dates({ day: 'numeric', month: 'long', year: 'numeric' }, zone).format(new Date(at));
}

/** "14:05" */
export function time(at: When, zone?: string): string {
  return dates({ hour: 'numeric', minute: '2-digit' }, zone).format(new Date(at));
}

/** "Wed 25 Nov, 17:00" */
export function dayAndTime(at: When, zone?: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const;
  return dates(options, zone).format(new Date(at));
}

/** "Wed 25 Nov, 17:00 CET", where the zone matters: a date by which something must be done. */
export function dayTimeAndZone(at: When, zone?: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const;
  return dates({ ...options, timeZoneName: 'short' }, zone).format(new Date(at));
}

/** "in 3 hours", "2 days ago" */
export function relative(at: When, now: When): string {
  const distance = new Date(at).getTime() - new Date(now).getTime();
  const away = Math.abs(distance);
  const format = new Intl.RelativeTimeFormat(regionalLocale(), { numeric: 'auto' });
  if (away < MINUTE_MS) return format.format(0, 'minute');
  if (away < HOUR_MS) return format.format(Math.trunc(distance / MINUTE_MS), 'minute');
  if (away < DAY_MS) return format.format(Math.trunc(distance / HOUR_MS), 'hour');
  return format.format(Math.trunc(distance / DAY_MS), 'day');
}

/** A place in a recording: "4:08", "1:02:08". Not a time of day. */
export function position(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
  const two = new Intl.NumberFormat(regionalLocale(), { minimumIntegerDigits: 2, useGrouping: false });
  const one = new Intl.NumberFormat(regionalLocale(), { useGrouping: false });
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${one.format(h)}:${two.format(m)}:${two.format(s)}` : `${one.format(m)}:${two.format(s)}`;
}

/** "18 min left", "Less than a minute left". Rounded up, so that nobody is cut short. */
export function timeLeft(ms: number): string {
  if (ms <= 0) return t('time.none-left', 'No time left');
  if (ms < MINUTE_MS) return t('time.less-than-minute-left', 'Less than a minute left');
  return t('time.minutes-left', '{n, plural, one {# min left} other {# min left}}', { n: Math.ceil(ms / MINUTE_MS) });
}

/** "27 s", "4 min 8 s": how long something lasted. What is there is never "0". */
export function length(ms: number): string {
  const seconds = Math.max(ms > 0 ? 1 : 0, Math.round(ms / SECOND_MS));
  const [m, s] = [Math.floor(seconds / 60), seconds % 60];
  if (m === 0) return t('time.seconds', '{s} s', { s: number(s) });
  return t('time.minutes-seconds', '{m} min {s} s', { m: number(m), s: number(s) });
}

/** "18 minutes" */
export function minutes(ms: number): string {
  return t('time.minutes', '{n, plural, one {# minute} other {# minutes}}', { n: Math.round(ms / MINUTE_MS) });
}

export function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(regionalLocale(), options).format(value);
}

export function percent(share: number): string {
  return number(share, { style: 'percent', maximumFractionDigits: 0 });
}

/** Millionths of a dollar as "$0.31"; what is less than a cent is not shown as nothing. */
export function money(micros: number): string {
  const dollars = micros / 1_000_000;
  const digits = dollars > 0 && dollars < 0.01 ? 4 : 2;
  const narrow = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;
  return number(dollars, { ...narrow, maximumFractionDigits: digits });
}

export function size(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  const unit = megabytes < 1 ? 'kilobyte' : 'megabyte';
  return number(megabytes < 1 ? bytes / 1000 : megabytes, { style: 'unit', unit, maximumFractionDigits: 1 });
}

/** "Ines, Omar and Noor" */
export function list(names: readonly string[]): string {
  return new Intl.ListFormat(regionalLocale(), { type: 'conjunction' }).format(names);
}
