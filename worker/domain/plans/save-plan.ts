/**
 * Writing a plan. A save names the revision that it saw, so that two who edit at once are told and nothing is lost;
 * a published version never changes: editing it makes the draft of the next.
 */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Transaction } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { plans, roles } from '../tables.ts';
import { draftPlan } from './draft-rules.ts';
import { planOfOwnTemplate } from './own-templates.ts';
import type { Plan } from './plan-shape.ts';
import { type DraftFacts, draftFacts } from './read-plan.ts';
import type { TemplateId } from './templates/template-shape.ts';

type Role = typeof roles.$inferSelect;
type PlanRow = typeof plans.$inferSelect;
/** `revision`: that of the draft which was seen; null when none was there. */
type Seen = { roleId: string; revision: number | null };

/**
 * Saves the draft as it stands on somebody's page.
 * @throws Problem not_found; conflict when the draft is another than the one seen
 */
export async function savePlan(
  region: Region,
  actor: MemberActor,
  input: Seen & { content: Plan },
): Promise<DraftFacts> {
  return await written(region, actor, input, 'plan.saved', async (_tx, _role, draft) => ({
    content: input.content,
    madeBy: draft?.madeBy ?? 'hand',
  }));
}

/**
 * Drafts anew from a job description, by rules, and keeps the description with the role.
 * @throws Problem not_found, conflict
 */
export async function draftFromDescription(
  region: Region,
  actor: MemberActor,
  input: Seen & { description: string },
): Promise<DraftFacts & { content: Plan }> {
  return await written(region, actor, input, 'plan.drafted', async (tx, role) => {
    await tx.update(roles).set({ description: input.description }).where(eq(roles.id, role.id));
    return { content: draftPlan({ title: role.title, description: input.description }), madeBy: 'rules' };
  });
}

/**
 * Keeps a draft that was made from a job description, and the description with the role.
 * @throws Problem not_found, conflict
 */
export async function keepDraft(
  region: Region,
  actor: MemberActor,
  seen: Seen,
  made: Pick<PlanRow, 'content' | 'madeBy'> & { description: string },
): Promise<DraftFacts & { content: Plan }> {
  const { description, ...plan } = made;
  return await written(region, actor, seen, 'plan.drafted', async (tx, role) => {
    await tx
      .update(roles)
      .set({ description })
      .where(and(eq(roles.tenantId, actor.tenantId), eq(roles.id, role.id)));
    return plan;
  });
}

/** @throws Problem not_found, conflict */
export async function draftFromTemplate(
  region: Region,
  actor: MemberActor,
  input: Seen & { template: TemplateId },
): Promise<DraftFacts & { content: Plan }> {
  const { planFromTemplate } = await import('./template-rules.ts');
  return await written(region, actor, input, 'plan.drafted', async (_tx, role) => ({
    content: planFromTemplate(input.template, role.title),
    madeBy: 'template',
  }));
}

/** @throws Problem not_found for the role and for the template, conflict */
export async function draftFromOwnTemplate(
  region: Region,
  actor: MemberActor,
  input: Seen & { template: string },
): Promise<DraftFacts & { content: Plan }> {
  const planFor = await planOfOwnTemplate(region, actor, input.template);
  return await written(region, actor, input, 'plan.drafted', async (_tx, role) => ({
    content: planFor(role.title),
    madeBy: 'template',
  }));
}

async function written(
  region: Region,
  actor: MemberActor,
  seen: Seen,
  action: string,
  make: (tx: Transaction, role: Role, draft: PlanRow | null) => Promise<Pick<PlanRow, 'content' | 'madeBy'>>,
): Promise<DraftFacts & { content: Plan }> {
  const row = await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const { role, draft, latest } = await locked(actor, tx, seen);
    const made = await make(tx, role, draft);
    const saved = await store(region, actor, tx, { role, draft, latest, made });
    await audited(region, actor, tx, { action, object: saved.id, detail: { revision: saved.revision } });
    return saved;
  });
  return { ...draftFacts(row), content: row.content };
}

/** The role, locked so that two saves stand in a row, its draft and its highest version. */
export async function locked(actor: MemberActor, tx: Transaction, seen: Seen) {
  const [role] = await tx
    .select()
    .from(roles)
    .where(and(eq(roles.tenantId, actor.tenantId), eq(roles.id, seen.roleId)))
    .for('update');
  if (role === undefined) throw new Problem('not_found');
  const [newest] = await tx
    .select()
    .from(plans)
    .where(and(eq(plans.tenantId, actor.tenantId), eq(plans.roleId, seen.roleId)))
    .orderBy(desc(plans.version))
    .limit(1);
  const draft = newest !== undefined && newest.publishedAt === null ? newest : null;
  if ((draft?.revision ?? null) !== seen.revision) throw new Problem('conflict');
  return { role, draft, latest: newest?.version ?? 0 };
}

async function store(
  region: Region,
  actor: MemberActor,
  tx: Transaction,
  of: { role: Role; draft: PlanRow | null; latest: number; made: Pick<PlanRow, 'content' | 'madeBy'> },
): Promise<PlanRow> {
  const now = region.now();
  const [saved] =
    of.draft === null
      ? await tx
          .insert(plans)
          .values({
            id: makeId(region.id, 'plan', region.random(16)),
            tenantId: actor.tenantId,
            roleId: of.role.id,
            version: of.latest + 1,
            ...of.made,
            createdBy: actor.memberId,
            createdAt: now,
            updatedAt: now,
          })
          .returning()
      : await tx
          .update(plans)
          .set({ ...of.made, revision: of.draft.revision + 1, updatedAt: now })
          .where(and(eq(plans.tenantId, actor.tenantId), eq(plans.id, of.draft.id), isNull(plans.publishedAt)))
          .returning();
  if (saved === undefined) throw new Problem('conflict');
  return saved;
}
