/** Publishing: from here on a version is as it is, and new invitations take it. */
import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { plans } from '../tables.ts';
import { planSchema } from './plan-shape.ts';
import { privateQuestions } from './private-rules.ts';
import { gapsOf } from './publish-rules.ts';
import { locked } from './save-plan.ts';

/**
 * @param input.privateSeen the member says to have read the questions that seem private, and stands for them
 * @throws Problem not_found, conflict, plan_not_ready with the places that are missing or seem private
 */
export async function publishPlan(
  region: Region,
  actor: MemberActor,
  input: { roleId: string; revision: number; privateSeen: boolean },
): Promise<{ id: string; version: number }> {
  return await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const { draft } = await locked(actor, tx, input);
    if (draft === null) throw new Problem('conflict');
    const gaps = gapsOf(draft.content);
    if (gaps.length > 0) {
      throw new Problem('plan_not_ready', { fields: gaps.map(({ code, pointer }) => ({ pointer, detail: code })) });
    }
    const asksPrivate = privateQuestions(draft.content);
    if (asksPrivate.length > 0 && !input.privateSeen) {
      throw new Problem('plan_not_ready', {
        fields: asksPrivate.map(({ trait, pointer }) => ({ pointer, detail: `private-${trait}` })),
      });
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
      detail: { version: draft.version, privateQuestions: asksPrivate.length },
    });
    return { id: draft.id, version: draft.version };
  });
}
