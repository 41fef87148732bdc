/** People of all roles by name, address, role or the words of their line: a few, the newest first. Hidden names are not found. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { LIMITS } from '../../limits.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { hiddenFrom, shownName } from '../blind/blind.ts';
import { candidates, interviews, roles } from '../tables.ts';
import { matches } from './words-match.ts';

export async function searchAll(region: Region, actor: MemberActor, typed: string) {
  const words = sql`case when ${hiddenFrom(actor)} then ${shownName(actor)} || ' ' || ${roles.title}
    else ${candidates.name} || ' ' || ${candidates.email} || ' ' || coalesce(${candidates.emailShown}, '') || ' ' ||
      ${interviews.headline} || ' ' || ${roles.title} end`;
  const [found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({
        id: interviews.id,
        name: shownName(actor),
        state: interviews.state,
        role: { id: roles.id, title: roles.title },
      })
      .from(interviews)
      .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
      .innerJoin(roles, eq(roles.id, interviews.roleId))
      .where(and(eq(interviews.tenantId, actor.tenantId), matches(words, typed)))
      .orderBy(desc(interviews.createdAt), desc(interviews.id))
      .limit(LIMITS.search.shown),
    audited(region, actor, db, { action: 'people.searched', object: actor.tenantId }),
  ]);
  return { people: found };
}
