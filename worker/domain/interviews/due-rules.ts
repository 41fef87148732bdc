/** When a decision is due: by the working week of the tenant's country and the days of its zone. Pure. */
import { type Calendar, wallMs } from '../tenants/calendar-rules.ts';

const DAY_MS = 86_400_000;

/** `days` working days after `from`, at the same time of day on the wall of the zone. */
export function workingDaysAfter(from: Date, days: number, calendar: Calendar): Date {
  return walked(from, days, DAY_MS, calendar);
}

/** `days` working days before `from`, at the same time of day on the wall of the zone. */
export function workingDaysBefore(from: Date, days: number, calendar: Calendar): Date {
  return walked(from, days, -DAY_MS, calendar);
}

/** The promised day for an interview on hold: the promise of the role begins anew, and is never today. */
export function dueAfterHold(now: Date, workingDays: number, calendar: Calendar): Date {
  return workingDaysAfter(now, Math.max(1, workingDays), calendar);
}

function walked(from: Date, days: number, stepMs: number, { zone, weekend }: Calendar): Date {
  let wall = wallMs(from, zone);
  for (let left = Math.max(0, days); left > 0; ) {
    wall += stepMs;
    if (!weekend.includes(new Date(wall).getUTCDay())) left -= 1;
  }
  return onTheWall(wall, zone);
}

/** The moment at which the wall shows this. An hour that a change of clocks leaves out is the one after it. */
function onTheWall(wall: number, zone: string): Date {
  const guess = wall - (wallMs(new Date(wall), zone) - wall);
  return new Date(guess - (wallMs(new Date(guess), zone) - wall));
}
