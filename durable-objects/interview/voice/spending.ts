/** The interview's meter: it rests with the session, and says when nothing that costs may be asked for any more. */
import { addUsage, capReached, emptyMeter, type Meter } from '../../../worker/domain/spend/spend-rules.ts';
import type { Usage } from '../../../worker/domain/spend/usage-shape.ts';
import { LIMITS } from '../../../worker/limits.ts';
import type { SessionStore } from '../store.ts';

export class Spending {
  private readonly store: SessionStore;

  constructor(store: SessionStore) {
    this.store = store;
  }

  get meter(): Meter {
    return this.store.read<Meter>('meter') ?? emptyMeter();
  }

  used(usage: Usage): void {
    this.store.write('meter', addUsage(this.meter, usage));
  }

  /** `tenantLeftMicros`: as it was when the candidate came in. */
  cap(tenantLeftMicros: number | null): 'interview' | 'tenant' | null {
    return capReached(this.meter, { interviewMicros: LIMITS.spend.interviewMicros, tenantLeftMicros });
  }
}
