/** Who may process what for a tenant, from the makers that really are set up in its region. */
import { eq } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { tenants } from '../tables.ts';
import { answers, TASKS } from './processing-rules.ts';

/** @throws Problem not_found */
export async function readProcessing(region: Region, actor: MemberActor) {
  const [[tenant]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({
        processing: tenants.processing,
        feedback: tenants.feedback,
        keepResumes: tenants.keepResumes,
        sessionIdleMinutes: tenants.sessionIdleMinutes,
      })
      .from(tenants)
      .where(eq(tenants.id, actor.tenantId)),
  ]);
  if (tenant === undefined) throw new Problem('not_found');
  const { processing, feedback, keepResumes, sessionIdleMinutes } = tenant;
  return {
    processing,
    feedback,
    keepResumes,
    sessionIdleMinutes,
    makers: TASKS.flatMap((task) =>
      region.makers[task].map(({ place, use: { maker } }) => ({
        task,
        maker,
        place,
        ...answers(task, place, processing),
      })),
    ),
  };
}
