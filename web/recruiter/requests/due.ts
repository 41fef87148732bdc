/** How much time a request has left. */

const DAY_MS = 86_400_000;

/** Whole days until it is due; below zero once it is late. */
export function daysLeft(dueAt: string, now: Date): number {
  return Math.floor((new Date(dueAt).getTime() - now.getTime()) / DAY_MS);
}

/** The part of its time that has passed, from 0 to 1. */
export function share(request: { createdAt: string; dueAt: string }, now: Date): number {
  const from = new Date(request.createdAt).getTime();
  const whole = Math.max(1, new Date(request.dueAt).getTime() - from);
  return Math.min(1, Math.max(0, (now.getTime() - from) / whole));
}
