/** Looks whether a promised decision was made, and reminds those who owe it. */
import type { SystemActor } from '../../worker/domain/actors.ts';
import { noteMissed, owedDecision, remindDeciders } from '../../worker/domain/decisions/promise.ts';
import { errorFacts, log } from '../../worker/log.ts';
import type { Region } from '../../worker/regions/region.ts';
import { type Watch, woken } from './machine-promise.ts';

/** A region that cannot be reached is asked again after this. */
const AGAIN_MS = 600_000;

/** What to wake for next; null: for nothing. Cut off in the middle it is done again, and nothing comes twice. */
export async function lookAfter(region: Region, watch: Watch, nowMs: number): Promise<Watch | null> {
  const actor: SystemActor = { kind: 'system', tenantId: watch.tenantId, interviewId: watch.interviewId };
  try {
    const { act, watch: next } = woken(watch, await owedDecision(region, actor), nowMs);
    if (act === 'remind') await remindDeciders(region, actor);
    if (act === 'missed') await noteMissed(region, actor);
    return next;
  } catch (error) {
    log('error', { event: 'session.promise-failed', ...errorFacts(error) });
    return { ...watch, atMs: nowMs + AGAIN_MS };
  }
}
