/** When something is due, as a colleague would say it. */
import { dayAndTime, relative, time } from '../../shared/format.ts';
import { regionalLocale, t } from '../../shared/i18n.ts';

const DAY_MS = 86_400_000;

export type Urgency = 'late' | 'soon' | 'later';

/** "Monday, 23 November" */
export function todayInWords(now: Date): string {
  return new Intl.DateTimeFormat(regionalLocale(), { weekday: 'long', day: 'numeric', month: 'long' }).format(now);
}

export function urgency(dueAt: string, now: Date): Urgency {
  const left = new Date(dueAt).getTime() - now.getTime();
  if (left < 0) return 'late';
  return left < DAY_MS ? 'soon' : 'later';
}

export function dueInWords(dueAt: string, now: Date): string {
  const due = new Date(dueAt);
  if (due < now) return t('home.due.late', 'Late since {when}', { when: dayAndTime(due) });
  if (due.toDateString() === now.toDateString()) return t('home.due.today', 'Today, {time}', { time: time(due) });
  return dayAndTime(due);
}

export function leftInWords(dueAt: string, now: Date): string {
  return new Date(dueAt) < now
    ? t('home.left.late', 'Late, was due {when}', { when: relative(dueAt, now) })
    : t('home.left', 'Due {when}', { when: relative(dueAt, now) });
}
