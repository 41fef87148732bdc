/** When a decision is due. Pure. */

const DAY_MS = 86_400_000;

/** `days` working days (Monday to Friday) after `from`, at the same time of day. */
export function workingDaysAfter(from: Date, days: number): Date {
  let at = from.getTime();
  let left = Math.max(0, days);
  while (left > 0) {
    at += DAY_MS;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at);
}
