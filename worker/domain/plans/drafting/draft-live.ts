/** Drafts the plan of a role from a job description and tells of each step; kept only when it is whole. */
import { eq } from 'drizzle-orm';
import { base32 } from '../../../ids.ts';
import { LIMITS } from '../../../limits.ts';
import { Problem } from '../../../problems.ts';
import type { Model } from '../../../providers/model/model.ts';
import { eligible } from '../../../regions/eligible-rules.ts';
import type { Region } from '../../../regions/region.ts';
import type { MemberActor } from '../../actors.ts';
import { monthSpend } from '../../spend/month-spend.ts';
import { addUsage, emptyMeter, leftOf } from '../../spend/spend-rules.ts';
import { tenants } from '../../tables.ts';
import { planSpend } from '../../tables-beside.ts';
import { draftPlan } from '../draft-rules.ts';
import type { Plan } from '../plan-shape.ts';
import { keepDraft, locked } from '../save-plan.ts';
import { draftByModel } from './by-model.ts';
import type { DraftStep, NoModel } from './steps-shape.ts';

interface Input {
  roleId: string;
  /** Of the draft that was seen; null when none was there. */
  revision: number | null;
  description: string;
}

/**
 * @throws Problem not_found, conflict — before the first step
 */
export async function draftLive(
  region: Region,
  actor: MemberActor,
  input: Input,
  stopped: AbortSignal,
): Promise<AsyncGenerator<DraftStep, void, void>> {
  // Told before anything is paid for; looked at again when the draft is kept.
  const { role } = await region.database.transaction({ tenant: actor.tenantId }, (tx) => locked(actor, tx, input));
  const [[tenant], [month]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ processing: tenants.processing, cap: tenants.spendCapMicros })
      .from(tenants)
      .where(eq(tenants.id, actor.tenantId)),
    monthSpend(db, actor.tenantId, region.now()),
  ]);
  if (tenant === undefined) throw new Problem('not_found');
  const models = eligible(region.makers.models, tenant.processing);
  const left = leftOf(tenant.cap, month?.micros ?? 0);
  const why: NoModel | null = models.length === 0 ? 'none' : left === 0 ? 'cap' : null;
  return steps(region, actor, { ...input, title: role.title, models: why === null ? models : [], why }, stopped);
}

async function* steps(
  region: Region,
  actor: MemberActor,
  input: Input & { title: string; models: readonly Model[]; why: NoModel | null },
  stopped: AbortSignal,
): AsyncGenerator<DraftStep, void, void> {
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(LIMITS.drafting.wholeMs)]);
  let meter = emptyMeter();
  let written: Plan | null = null;
  try {
    if (input.why === null) {
      written = yield* draftByModel(input.models, {
        title: input.title,
        description: input.description,
        signal,
        onUsage: (usage) => {
          meter = addUsage(meter, usage);
        },
      });
    }
    if (stopped.aborted) return;
    const content = written ?? draftPlan(input);
    if (written === null) yield* byRules(content, input.why ?? 'failed');
    const draft = await keepDraft(region, actor, input, {
      description: input.description,
      content,
      madeBy: written === null ? 'rules' : 'model',
    });
    yield { step: 'done', draft };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    yield { step: 'failed', code: error.code };
  } finally {
    if (meter.micros > 0) {
      const row = {
        id: base32(region.random(16)),
        tenantId: actor.tenantId,
        roleId: input.roleId,
        micros: meter.micros,
        detail: meter,
        at: region.now(),
      };
      await region.database.batch({ tenant: actor.tenantId }, (db) => [db.insert(planSpend).values(row)]);
    }
  }
}

function* byRules(plan: Plan, why: NoModel): Generator<DraftStep> {
  yield { step: 'outline', by: 'rules', titles: plan.sections.map(({ title }) => title), why };
  for (const section of plan.sections) {
    const criterion = plan.rubric.criteria.find(({ id }) => id === section.id) ?? null;
    yield { step: 'section', by: 'rules', section, criterion };
  }
}
