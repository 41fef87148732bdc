/** Plans that a tenant keeps to begin others with. */
import { and, desc, eq } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { plans } from '../tables.ts';
import { planTemplates } from '../tables-beside.ts';
import type { Plan } from './plan-shape.ts';

/** Newest first. */
export async function listOwnTemplates(region: Region, actor: MemberActor) {
  const [found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select()
      .from(planTemplates)
      .where(eq(planTemplates.tenantId, actor.tenantId))
      .orderBy(desc(planTemplates.createdAt), desc(planTemplates.id))
      .limit(LIMITS.plan.ownTemplates),
  ]);
  return found.map(({ id, title, content, createdAt }) => ({
    id,
    title,
    criteria: content.rubric.criteria.map(({ name }) => name),
    questions: content.sections.reduce((sum, { questions }) => sum + questions.length, 0),
    createdAt: createdAt.toISOString(),
  }));
}

/**
 * Keeps a role's newest plan, published or not, as a template.
 * @throws Problem not_found for a role without a plan; conflict when the tenant has its most templates
 */
export async function saveOwnTemplate(
  region: Region,
  actor: MemberActor,
  input: { roleId: string; title: string },
): Promise<{ id: string }> {
  const id = makeId(region.id, 'template', region.random(16));
  await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const [plan] = await tx
      .select({ content: plans.content })
      .from(plans)
      .where(and(eq(plans.tenantId, actor.tenantId), eq(plans.roleId, input.roleId)))
      .orderBy(desc(plans.version))
      .limit(1);
    if (plan === undefined) throw new Problem('not_found');
    const held = await tx.$count(planTemplates, eq(planTemplates.tenantId, actor.tenantId));
    if (held >= LIMITS.plan.ownTemplates) {
      throw new Problem('conflict', { detail: `A company keeps at most ${LIMITS.plan.ownTemplates} templates.` });
    }
    await tx.insert(planTemplates).values({
      id,
      tenantId: actor.tenantId,
      title: input.title,
      content: plan.content,
      createdBy: actor.memberId,
      createdAt: region.now(),
    });
    await audited(region, actor, tx, { action: 'template.saved', object: id, detail: { role: input.roleId } });
  });
  return { id };
}

/** @throws Problem not_found */
export async function dropOwnTemplate(region: Region, actor: MemberActor, templateId: string): Promise<void> {
  await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const gone = await tx
      .delete(planTemplates)
      .where(and(eq(planTemplates.tenantId, actor.tenantId), eq(planTemplates.id, templateId)))
      .returning({ id: planTemplates.id });
    if (gone.length === 0) throw new Problem('not_found');
    await audited(region, actor, tx, { action: 'template.dropped', object: templateId });
  });
}

/** The plan that a template begins, under the role's own title. @throws Problem not_found */
export async function planOfOwnTemplate(
  region: Region,
  actor: MemberActor,
  templateId: string,
): Promise<(roleTitle: string) => Plan> {
  const [[found]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ content: planTemplates.content })
      .from(planTemplates)
      .where(and(eq(planTemplates.tenantId, actor.tenantId), eq(planTemplates.id, templateId))),
  ]);
  if (found === undefined) throw new Problem('not_found');
  return (title) => ({ ...found.content, title });
}
