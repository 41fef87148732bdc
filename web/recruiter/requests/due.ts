/** How much of its time a request has used. */

/** The part of its time that has passed, from 0 to 1. */
export function share(request: { createdAt: string; dueAt: string }, now: Date): number {
  const from = new Date(request.createdAt).getTime();
  const whole = Math.max(1, new Date(request.dueAt).getTime() - from);
  return Math.min(1, Math.max(0, (now.getTime() - from) / whole));
}
