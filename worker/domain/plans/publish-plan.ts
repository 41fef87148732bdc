/** Publishing: from here on a version is as it is, and new invitations take it. */
import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { plans } from '../tables.ts';
import { planSchema } from './plan-shape.ts';
import { gapsOf } from './publish-rules.ts';
import { locked } from './save-plan.ts';

/** @throws Problem not_found, conflict, plan_not_ready with the places that are missing */
export async function publishPlan(
  region: Region,
  actor: MemberActor,
  input: { roleId: string; revision: number },
): Promise<{ id: string; version: number }> {
  return await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const { draft } = await locked(actor, tx, input);
    if (draft === null) throw new Problem('conflict');
    const gaps = gapsOf(draft.content);
    if (gaps.length > 0) {
      throw new Problem('plan_not_ready', { fields: gaps.map(({ code, pointer }) => ({ pointer, detail: code })) });
    }
    const now = region.now();
    await tx
      .update(plans)
      .set({
        content: v.parse(planSchema, draft.content),
        publishedAt: now,
        publishedBy: actor.memberId,
        updatedAt: now,
      })
      .where(and(eq(plans.tenantId, actor.tenantId), eq(plans.id, draft.id), isNull(plans.publishedAt)));
    await audited(region, actor, tx, {
      action: 'plan.published',
      object: draft.id,
      detail: { version: draft.version },
    });
    return { id: draft.id, version: draft.version };
  });
}
