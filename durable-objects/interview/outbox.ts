/**
 * Brings what waits to where it belongs, in order and one at a time. A task that fails holds back those behind it,
 * and is tried again later and later; nothing is ever dropped. A reply that cannot be had in time is given up for
 * the next question, so that a database that is away does not stop the talk.
 */
import type { Event } from './machine-state.ts';
import type { Waiting } from './tasks.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
/** After this many failures a task is tried once in PARKED_MS and is reported as stuck. */
export const PARKED_AFTER = 12;
const PARKED_MS = 600_000;
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
  failed(waiting: Waiting, attempts: number, dueAtMs: number, error: unknown): void;
  /** Called once for a task that has become stuck. */
  parked(waiting: Waiting): void;
  /** How long a reply may take. */
  patienceMs(): number;
  /** Answers a reply by going on. */
  giveUp(waiting: Waiting): void;
}

/** When the next try is due after `attempts` failures. */
export function waitMs(attempts: number): number {
  if (attempts >= PARKED_AFTER) return PARKED_MS;
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
      deps.failed(waiting, attempts, deps.now() + waitMs(attempts), error);
      if (attempts === PARKED_AFTER) deps.parked(waiting);
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
