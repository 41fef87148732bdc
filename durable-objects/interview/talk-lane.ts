/**
 * The talk's own lane beside the outbox: hearing an answer to its end and replying to it wait for nothing that must be
 * brought home, so that a database that is slow or away does not make the interviewer silent.
 */
import type { Carried } from './core.ts';
import type { Event } from './machine-state.ts';
import { PARKED_AFTER, waitMs } from './outbox.ts';
import type { Waiting } from './tasks.ts';

/** `after` is called when the machine has heard of the event. */
export interface Done {
  event: Event | null;
  carried?: Carried;
  after?: () => void;
}

export interface LaneDeps {
  now(): number;
  next(): Waiting | null;
  perform(waiting: Waiting): Promise<Done>;
  done(waiting: Waiting, done: Done): void;
  failed(waiting: Waiting, attempts: number, dueAtMs: number, error: unknown): void;
  /** It failed as often as a task may: the talk goes on without it, if it can. */
  giveUp(waiting: Waiting): void;
}

/** Works until nothing is due. */
export async function talk(deps: LaneDeps): Promise<void> {
  for (;;) {
    const waiting = deps.next();
    if (waiting === null || waiting.dueAtMs > deps.now()) return;
    try {
      deps.done(waiting, await deps.perform(waiting));
    } catch (error) {
      const attempts = waiting.attempts + 1;
      deps.failed(waiting, attempts, deps.now() + waitMs(attempts), error);
      if (attempts >= PARKED_AFTER) deps.giveUp(waiting);
    }
  }
}
