/** Looks whether a promised decision was made, and reminds those who owe it. */
import type { SystemActor } from '../../worker/domain/actors.ts';
import { noteMissed, owedDecision, remindDeciders } from '../../worker/domain/decisions/promise.ts';
import { sendDueLetters } from '../../worker/domain/decisions/send-letters.ts';
import { type RegionId, regionOf } from '../../worker/ids.ts';
import { errorFacts, log } from '../../worker/log.ts';
import type { Region } from '../../worker/regions/region.ts';
import { type Promised, type Watch, watchOf, woken } from './machine-promise.ts';
import type { SessionStore } from './store.ts';

/** A region that cannot be reached is asked again after this. */
const AGAIN_MS = 600_000;

/** What to wake for next; null: for nothing. Cut off in the middle it is done again, and nothing comes twice. */
async function lookAfter(region: Region, watch: Watch, nowMs: number): Promise<Watch | null> {
  const actor: SystemActor = { kind: 'system', tenantId: watch.tenantId, interviewId: watch.interviewId };
  try {
    const letterAtMs = await sendDueLetters(region, actor);
    const { act, watch: next } = woken(watch, await owedDecision(region, actor), nowMs);
    if (act === 'remind') await remindDeciders(region, actor);
    if (act === 'missed') await noteMissed(region, actor);
    // A letter that rests is looked after first; whatever else was to be woken for is found again then.
    if (letterAtMs === null || (next !== null && next.atMs <= letterAtMs)) return next;
    return watchOf(watch, letterAtMs);
  } catch (error) {
    log('error', { event: 'session.promise-failed', ...errorFacts(error) });
    return { ...watch, atMs: nowMs + AGAIN_MS };
  }
}

/** The open promise of one interview, as it rests in its object. */
export class DecisionPromise {
  private readonly store: SessionStore;
  private readonly open: (id: RegionId) => Region;

  constructor(store: SessionStore, open: (id: RegionId) => Region) {
    this.store = store;
    this.open = open;
  }

  async look(): Promise<void> {
    const watch = this.store.read<Watch>('promise');
    const id = watch === undefined ? null : regionOf(watch.interviewId);
    if (watch === undefined || id === null) return;
    const next = await lookAfter(this.open(id), watch, Date.now());
    // Told meanwhile that the date moved: the look that this asked for comes next.
    const told = this.store.read<Watch>('promise');
    if (told?.next === watch.next && told.atMs === watch.atMs) await this.store.setWatch(next);
  }

  /** Looked after from now on, though the interview is still kept for what was set aside; true the first time. */
  async begin(of: Promised): Promise<boolean> {
    if (this.store.read<boolean>('held') === true) return false;
    this.store.write('held', true);
    await this.store.setWatch(watchOf(of, Date.now()));
    return true;
  }
}
