/**
 * Who a cookie belongs to, remembered by one isolate for a moment, so that a burst of requests reads the session
 * once. A revoked session can go on for at most this long in an isolate that had just seen it.
 */
const REMEMBERED_MS = 5_000;
const HELD = 5_000;

const memory = new Map<string, { actor: unknown; untilMs: number }>();

export function rememberActor(secret: string, actor: unknown, nowMs: number): void {
  memory.delete(secret);
  memory.set(secret, { actor, untilMs: nowMs + REMEMBERED_MS });
  if (memory.size <= HELD) return;
  const oldest = memory.keys().next();
  if (!oldest.done) memory.delete(oldest.value);
}

export function knownActor<A>(secret: string, nowMs: number): A | null {
  const found = memory.get(secret);
  if (found === undefined || found.untilMs <= nowMs) return null;
  return found.actor as A;
}

export function forgetActor(secret: string): void {
  memory.delete(secret);
}
