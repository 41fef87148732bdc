/**
 * Who a cookie belongs to, remembered by one isolate for a moment, so that a burst of requests reads the session
 * once. A revoked session can go on for at most this long in an isolate that had just seen it. A secret is remembered
 * for one kind of actor only: what a candidate's secret opens, it opens in the candidate's cookie and nowhere else.
 */
import type { CandidateActor, MemberActor } from '../domain/actors.ts';

const REMEMBERED_MS = 3_000;
const HELD = 5_000;

type SessionActor = MemberActor | CandidateActor;

/** An open page that asks by itself is remembered apart: what a person does must reach the session's clock. */
export type Remembered = SessionActor['kind'] | 'member by itself';

const memory = new Map<string, { actor: SessionActor; untilMs: number }>();

/** `readAtMs`: when the reading of the session began. */
export function rememberActor(as: Remembered, secret: string, actor: SessionActor, readAtMs: number): void {
  const key = keyOf(as, secret);
  memory.delete(key);
  memory.set(key, { actor, untilMs: readAtMs + REMEMBERED_MS });
  if (memory.size <= HELD) return;
  const oldest = memory.keys().next();
  if (!oldest.done) memory.delete(oldest.value);
}

/** The actor of this kind behind the secret, if it was read a moment ago. */
export function knownActor(as: Remembered, secret: string, nowMs: number): SessionActor | null {
  const found = memory.get(keyOf(as, secret));
  return found === undefined || found.untilMs <= nowMs ? null : found.actor;
}

export function forgetActor(kind: SessionActor['kind'], secret: string): void {
  memory.delete(keyOf(kind, secret));
  if (kind === 'member') memory.delete(keyOf('member by itself', secret));
}

function keyOf(as: Remembered, secret: string): string {
  return `${as}:${secret}`;
}
