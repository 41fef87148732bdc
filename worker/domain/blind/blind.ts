/**
 * Blind roles: who somebody is stays hidden from a member until that member has given levels of their own, one at least. Everything
 * that shows a candidate to a member takes the name from here, so that there is no way round.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { MemberActor } from '../actors.ts';
import { candidates, interviews, members } from '../tables.ts';
import type { Known } from './blind-rules.ts';

/** For a query that joins `interviews`: whether this member may not know yet who it is. */
export function hiddenFrom(actor: Pick<MemberActor, 'memberId'>): SQL<boolean> {
  return hiddenFor(sql`${actor.memberId}`);
}

/** The same where the member is a row of the query: whom a mail goes to. */
export function hiddenFromMember(): SQL<boolean> {
  return hiddenFor(sql`${members.id}`);
}

function hiddenFor(memberId: SQL): SQL<boolean> {
  return sql<boolean>`(exists (select from roles r where r.id = ${interviews.roleId} and r.blind)
    and not exists (select from scorecards c where c.interview_id = ${interviews.id} and c.maker = 'person'
      and c.member_id = ${memberId} and ${HAS_LEVEL}))`;
}

/** A card of nothing but "not enough evidence" is no judgement, and opens no name. */
const HAS_LEVEL = sql`exists (select from jsonb_array_elements(c.content -> 'criteria') one
  where jsonb_typeof(one -> 'level') = 'number')`;

/** The name, or while that is hidden a sign for the person that tells nothing: `#` and the end of the interview's id. */
export function shownName(actor: Pick<MemberActor, 'memberId'>): SQL<string> {
  return nameUnless(hiddenFrom(actor));
}

export function nameUnless(hidden: SQL<boolean>): SQL<string> {
  return sql<string>`case when ${hidden} then '#' || upper(right(${interviews.id}, 5)) else ${candidates.name} end`;
}

/** What to hide in a row's words: nothing unless it is hidden. */
export function knownOf(actor: Pick<MemberActor, 'memberId'>): SQL<Known | null> {
  return sql<Known | null>`case when ${hiddenFrom(actor)} then json_build_object('name', ${candidates.name},
    'email', ${candidates.email}) end`;
}

/** For the audit: what the member knew of one interview at the moment of the entry. */
export function blindDetail(actor: Pick<MemberActor, 'memberId'>, interviewId: string): SQL {
  return sql`jsonb_build_object('blind', coalesce((select r.blind and not exists (select from scorecards c
    where c.interview_id = i.id and c.maker = 'person' and c.member_id = ${actor.memberId} and ${HAS_LEVEL})
    from interviews i join roles r on r.id = i.role_id where i.id = ${interviewId}), false))`;
}
