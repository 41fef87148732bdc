/** The people of one role, a page at a time, by keyset: as fast on the last page of a million as on the first. */
import { and, asc, desc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import type { Queries } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { hiddenFrom, nameUnless } from '../blind/blind.ts';
import { candidates, interviews, plans, roles } from '../tables.ts';
import { linesOf } from './live-line.ts';
import { rowFields, rowOf } from './pipeline-row.ts';
import {
  type Cursor,
  countGroups,
  type PipelineGroup,
  type PipelineSort,
  readCursor,
  statesOf,
  writeCursor,
} from './pipeline-rules.ts';
import { matches } from './words-match.ts';

export interface PipelineInput {
  roleId: string;
  show: PipelineGroup | 'all';
  sort: PipelineSort;
  search: string;
  after: string | null;
  limit: number;
}

/**
 * One page of a role's people, with the role's facts and the counts behind the chips.
 * @throws Problem not_found, invalid_input for a cursor that is not ours
 */
export async function readPipeline(region: Region, actor: MemberActor, input: PipelineInput) {
  const cursor = input.after === null ? null : readCursor(input.after, input.sort);
  if (input.after !== null && cursor === null) throw new Problem('invalid_input');
  // Only a blind role's names need a look at who asks; every other role is ordered by its index.
  const blind =
    input.sort === 'name' || input.search.trim() !== '' ? await isBlind(region, actor, input.roleId) : false;
  const names = namesFor(actor, blind);
  const limit = Math.min(input.limit, LIMITS.http.pageSize);
  const [role, plan, states, found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select()
      .from(roles)
      .where(and(eq(roles.id, input.roleId), eq(roles.tenantId, actor.tenantId))),
    db
      .select({ id: plans.id, version: plans.version, content: plans.content })
      .from(plans)
      .where(and(eq(plans.roleId, input.roleId), eq(plans.tenantId, actor.tenantId), isNotNull(plans.publishedAt)))
      .orderBy(desc(plans.version))
      .limit(1),
    stateCounts(db, actor, input.roleId),
    page(db, actor, input, names, cursor, limit + 1),
    audited(region, actor, db, { action: 'pipeline.read', object: input.roleId }),
  ]);
  const own = role[0];
  if (own === undefined) throw new Problem('not_found');
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  const lines = await linesOf(region, shown);
  return {
    role: {
      id: own.id,
      title: own.title,
      location: own.location,
      decisionDays: own.decisionDays,
      archivedAt: own.archivedAt?.toISOString() ?? null,
      blind: own.blind,
    },
    planVersion: plan[0]?.version ?? null,
    criteria: (plan[0]?.content.rubric.criteria ?? []).map(({ id, name, short }) => ({ id, name, short })),
    counts: countGroups(states),
    rows: shown.map((one) => rowOf(one, lines.get(one.interview.id) ?? null)),
    next: last === undefined ? null : writeCursor(cursorAfter(input.sort, last)),
  };
}

/**
 * Only states and lines, no names: asked again and again while something moves, so it is not a read of anybody.
 * @throws Problem not_found
 */
export async function readPulse(region: Region, actor: MemberActor, roleId: string) {
  const [role, states, moving] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ id: roles.id })
      .from(roles)
      .where(and(eq(roles.id, roleId), eq(roles.tenantId, actor.tenantId))),
    stateCounts(db, actor, roleId),
    db
      .select({ interview: { id: interviews.id, state: interviews.state } })
      .from(interviews)
      .where(
        and(
          eq(interviews.roleId, roleId),
          eq(interviews.tenantId, actor.tenantId),
          inArray(interviews.state, statesOf('in-progress')),
        ),
      )
      .limit(LIMITS.http.pageSize),
  ]);
  if (role.length === 0) throw new Problem('not_found');
  const lines = await linesOf(region, moving);
  return {
    counts: countGroups(states),
    moving: moving.map(({ interview }) => ({ ...interview, live: lines.get(interview.id) ?? null })),
  };
}

function stateCounts(db: Queries, actor: MemberActor, roleId: string) {
  return db
    .select({ state: interviews.state, count: sql<number>`count(*)::int` })
    .from(interviews)
    .where(and(eq(interviews.roleId, roleId), eq(interviews.tenantId, actor.tenantId)))
    .groupBy(interviews.state);
}

async function isBlind(region: Region, actor: MemberActor, roleId: string): Promise<boolean> {
  const [found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ blind: roles.blind })
      .from(roles)
      .where(and(eq(roles.id, roleId), eq(roles.tenantId, actor.tenantId))),
  ]);
  return found[0]?.blind ?? false;
}

/** What a row is sorted and found by: never a name or an address that is hidden from this member. */
function namesFor(actor: MemberActor, blind: boolean) {
  const told = sql`${candidates.name} || ' ' || ${candidates.email} || ' ' || coalesce(${candidates.emailShown}, '') || ' ' || ${interviews.headline}`;
  if (!blind) return { name: sql<string>`lower(${candidates.name})`, words: told };
  const hidden = hiddenFrom(actor);
  // What is hidden is not found either: somebody's own words may hold the name.
  return {
    name: sql<string>`lower(${nameUnless(hidden)})`,
    words: sql`case when ${hidden} then ${nameUnless(hidden)} else ${told} end`,
  };
}

function page(
  db: Queries,
  actor: MemberActor,
  input: PipelineInput,
  { name, words }: ReturnType<typeof namesFor>,
  cursor: Cursor | null,
  limit: number,
) {
  const typed = input.search.trim();
  return db
    .select(rowFields(actor, name))
    .from(interviews)
    .innerJoin(candidates, and(eq(candidates.id, interviews.candidateId), eq(candidates.tenantId, actor.tenantId)))
    .innerJoin(plans, and(eq(plans.id, interviews.planId), eq(plans.tenantId, actor.tenantId)))
    .where(
      and(
        eq(interviews.roleId, input.roleId),
        eq(interviews.tenantId, actor.tenantId),
        input.show === 'all' ? undefined : inArray(interviews.state, statesOf(input.show)),
        typed === '' ? undefined : matches(words, typed),
        cursor === null ? undefined : beyond(cursor, name),
      ),
    )
    .orderBy(...order(input.sort, name))
    .limit(limit);
}

const line = sql<string>`lower(${interviews.headline})`;
const due = sql`coalesce(${interviews.decisionDueAt}, 'infinity'::timestamptz)`;

function order(sort: PipelineSort, name: SQL): SQL[] {
  switch (sort) {
    case 'due':
      return [asc(interviews.pipelineRank), asc(due), asc(interviews.id)];
    case 'name':
      return [asc(name), asc(interviews.id)];
    case 'newest':
      return [desc(interviews.createdAt), desc(interviews.id)];
    case 'state':
      return [asc(interviews.state), asc(interviews.id)];
    case 'line':
      return [asc(line), asc(interviews.id)];
  }
}

function beyond(cursor: Cursor, name: SQL): SQL {
  switch (cursor.sort) {
    case 'due':
      return sql`(${interviews.pipelineRank}, ${due}, ${interviews.id}) > (${cursor.rank}::smallint, ${moment(cursor.dueUs)}, ${cursor.id})`;
    case 'name':
      return sql`(${name}, ${interviews.id}) > (${cursor.name}, ${cursor.id})`;
    case 'newest':
      return sql`(${interviews.createdAt}, ${interviews.id}) < (${moment(cursor.createdUs)}, ${cursor.id})`;
    case 'state':
      return sql`(${interviews.state}, ${interviews.id}) > (${cursor.state}, ${cursor.id})`;
    case 'line':
      return sql`(${line}, ${interviews.id}) > (${cursor.line}, ${cursor.id})`;
  }
}

function moment(us: number | null): SQL {
  if (us === null) return sql`'infinity'::timestamptz`;
  return sql`('epoch'::timestamptz + ${String(us)}::bigint * interval '1 microsecond')`;
}

function cursorAfter(
  sort: PipelineSort,
  last: {
    place: { rank: number; dueUs: string | null; name: string; createdUs: string; line: string };
    interview: { id: string; state: string };
  },
): Cursor {
  const { id } = last.interview;
  const { place } = last;
  switch (sort) {
    case 'due':
      return { sort, rank: place.rank, dueUs: place.dueUs === null ? null : Number(place.dueUs), id };
    case 'name':
      return { sort, name: place.name, id };
    case 'newest':
      return { sort, createdUs: Number(place.createdUs), id };
    case 'state':
      return { sort, state: last.interview.state, id };
    case 'line':
      return { sort, line: place.line, id };
  }
}
