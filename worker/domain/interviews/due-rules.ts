/** When a decision is due. Pure. */

const DAY_MS = 86_400_000;

/** `days` working days (Monday to Friday) after `from`, at the same time of day. */
export function workingDaysAfter(from: Date, days: number): Date {
  return walked(from, days, DAY_MS);
}

/** `days` working days before `from`, at the same time of day. */
export function workingDaysBefore(from: Date, days: number): Date {
  return walked(from, days, -DAY_MS);
}

function walked(from: Date, days: number, stepMs: number): Date {
  let at = from.getTime();
  let left = Math.max(0, days);
  while (left > 0) {
    at += stepMs;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at);
}
