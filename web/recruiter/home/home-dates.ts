/** Today, as a colleague would say it. */
import { regionalLocale } from '../../shared/i18n.ts';

/** "Monday, 23 November" */
export function todayInWords(now: Date, zone: string): string {
  const words = { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone } as const;
  return new Intl.DateTimeFormat(regionalLocale(), words).format(now);
}
