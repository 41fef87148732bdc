/** The plan of a role as its editor shows it: the draft, the version that holds now, and what the draft still needs. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { interviews, members, plans, roles } from '../tables.ts';
import { differences } from './diff-rules.ts';
import { type PrivateQuestion, privateQuestions } from './private-rules.ts';
import { type Gap, gapsOf } from './publish-rules.ts';

type PlanRow = typeof plans.$inferSelect;

/** @throws Problem not_found */
export async function readPlan(region: Region, actor: MemberActor, roleId: string) {
  const [role, versions, uses] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select()
      .from(roles)
      .where(and(eq(roles.tenantId, actor.tenantId), eq(roles.id, roleId))),
    // The draft and the newest published version are the two highest numbers.
    db
      .select({ plan: plans, publisher: members.name })
      .from(plans)
      .leftJoin(members, eq(members.id, plans.publishedBy))
      .where(and(eq(plans.tenantId, actor.tenantId), eq(plans.roleId, roleId)))
      .orderBy(desc(plans.version))
      .limit(2),
    db
      .select({
        planId: interviews.planId,
        all: sql<number>`count(*)::int`,
        finished: sql<number>`count(${interviews.endedAt})::int`,
      })
      .from(interviews)
      .where(and(eq(interviews.tenantId, actor.tenantId), eq(interviews.roleId, roleId)))
      .groupBy(interviews.planId),
  ]);
  const found = role[0];
  if (found === undefined) throw new Problem('not_found');
  const draft = versions.find(({ plan }) => plan.publishedAt === null)?.plan ?? null;
  const published = versions.find(({ plan }) => plan.publishedAt !== null) ?? null;
  const used = uses.find(({ planId }) => planId === published?.plan.id);
  return {
    role: { id: found.id, title: found.title, archivedAt: found.archivedAt?.toISOString() ?? null },
    description: found.description,
    draft: draft === null ? null : { ...draftFacts(draft), content: draft.content },
    published:
      published === null
        ? null
        : {
            id: published.plan.id,
            version: published.plan.version,
            content: published.plan.content,
            publishedAt: (published.plan.publishedAt ?? region.now()).toISOString(),
            publishedBy: published.publisher ?? '',
            interviews: { all: used?.all ?? 0, finished: used?.finished ?? 0 },
          },
  };
}

/** What the draft changes in the version that holds now; nothing when there is only one of the two. */
export async function readDifferences(region: Region, actor: MemberActor, roleId: string) {
  const { draft, published } = await readPlan(region, actor, roleId);
  if (draft === null || published === null) return { from: null, to: null, differences: [] };
  return {
    from: published.version,
    to: draft.version,
    differences: differences(published.content, draft.content),
  };
}

export interface DraftFacts {
  id: string;
  version: number;
  revision: number;
  madeBy: PlanRow['madeBy'];
  updatedAt: string;
  gaps: Gap[];
  /** Questions about who somebody is: published only by a member who says to have read them. */
  privateQuestions: PrivateQuestion[];
}

export function draftFacts(plan: PlanRow): DraftFacts {
  return {
    id: plan.id,
    version: plan.version,
    revision: plan.revision,
    madeBy: plan.madeBy,
    updatedAt: plan.updatedAt.toISOString(),
    gaps: gapsOf(plan.content),
    privateQuestions: privateQuestions(plan.content),
  };
}
