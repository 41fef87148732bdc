/**
 * Brings what waits to where it belongs, in order and one at a time. A task that fails holds back those behind it,
 * and is tried again later and later; nothing is ever dropped. One that fails the same way again and again while all
 * else can be reached is set aside with its cause, so that those behind it and the interview come to their end. A reply that cannot be had in time is given up for
 * the next question, so that a database that is away does not stop the talk.
 */
import type { Event } from './machine-state.ts';
import { WaitsForParked } from './parking.ts';
import type { Waiting } from './tasks.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
/** After this many failures of one cause in a row a task is set aside: some three minutes after the first. */
export const PARKED_AFTER = 10;
/** Sealing an hour takes seconds; nothing else takes as long. */
const LONGEST_TASK_MS = 60_000;
/** An interviewer who says nothing for longer than this seems gone. */
export const REPLY_PATIENCE_MS = 4_000;
/** With a model: within this the next in line has answered too (see voice/patience.ts). */
export const LONG_REPLY_PATIENCE_MS = 9_000;

export interface OutboxDeps {
  now(): number;
  /** The oldest waiting task. */
  first(): Waiting | null;
  /** A reply that waits behind others, if one does. */
  reply(): Waiting | null;
  perform(waiting: Waiting): Promise<Event | null>;
  /** Takes it off and tells the machine what came of it, in one write. */
  done(waiting: Waiting, event: Event | null): void;
  /** Returns how often in a row it failed of this cause. */
  failed(waiting: Waiting, attempts: number, dueAtMs: number, error: unknown): number;
  /** Sets it aside, unless it is not the task that fails. */
  park(waiting: Waiting, error: unknown): Promise<void>;
  /** How long a reply may take. */
  patienceMs(): number;
  /** Answers a reply by going on. */
  giveUp(waiting: Waiting): void;
}

/** When the next try is due after `attempts` failures. */
export function waitMs(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
}

/** Works until nothing is due. */
export async function drain(deps: OutboxDeps): Promise<void> {
  for (;;) {
    releaseReply(deps);
    const waiting = deps.first();
    if (waiting === null || waiting.dueAtMs > deps.now()) return;
    try {
      deps.done(waiting, await inTime(deps.perform(waiting)));
    } catch (error) {
      const attempts = waiting.attempts + 1;
      const same = deps.failed(waiting, attempts, deps.now() + waitMs(attempts), error);
      if (same >= PARKED_AFTER || error instanceof WaitsForParked) await deps.park(waiting, error);
    }
  }
}

/** A task that hangs is one that failed; should it come to its end after all, its id says that it was done. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('A task took too long')), LONGEST_TASK_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Called between tasks and by the clock, since a task that hangs must not hold the talk. */
export function releaseReply(deps: Pick<OutboxDeps, 'now' | 'reply' | 'patienceMs' | 'giveUp'>): void {
  const reply = deps.reply();
  if (reply !== null && deps.now() - reply.madeAtMs >= deps.patienceMs()) deps.giveUp(reply);
}
