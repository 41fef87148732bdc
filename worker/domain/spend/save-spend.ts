/** Keeps what an interview has cost. Saved again, it is the newest count and not a second one. */
import { sql } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { CandidateActor, SystemActor } from '../actors.ts';
import { interviewSpend } from '../tables-beside.ts';
import type { Meter } from './spend-rules.ts';

/** `talk`: the session; `scoring`: the judging of it, `scoring:…` once more; `platform`: the installation; `line:…`: a line made to be heard. */
export type SpendPart = 'talk' | 'scoring' | `scoring:${string}` | 'platform' | `line:${string}`;

/** A count that is behind what is kept changes nothing: what was spent never becomes less. */
export async function saveSpend(
  region: Region,
  actor: SystemActor | CandidateActor,
  { meter, part = 'talk' }: { meter: Meter; part?: SpendPart },
): Promise<void> {
  const { tenantId, interviewId } = actor;
  await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .insert(interviewSpend)
      .values({ interviewId, part, tenantId, micros: meter.micros, detail: meter, updatedAt: region.now() })
      .onConflictDoUpdate({
        target: [interviewSpend.interviewId, interviewSpend.part],
        set: {
          micros: sql`excluded.micros`,
          detail: sql`excluded.detail`,
          updatedAt: sql`excluded.updated_at`,
        },
        setWhere: sql`excluded.micros >= ${interviewSpend.micros}`,
      }),
  ]);
}
