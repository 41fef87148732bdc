/** A review by somebody else: who may give it, and what holds after it. Fragments for queries that join `interviews`. */
import { type SQL, sql } from 'drizzle-orm';
import type { MemberActor } from '../actors.ts';
import { candidateRequests, interviews } from '../tables.ts';

export interface ReviewFound {
  /** The reviewer's card. */
  content: unknown;
  at: string;
  by: string;
}

/** The newest review of an interview that was answered with a card. */
export const reviewOf: SQL<ReviewFound | null> = sql`(select json_build_object('content', s.content, 'at', q.answered_at, 'by', m.name) from candidate_requests q
    join scorecards s on s.id = q.scorecard_id join members m on m.id = q.answered_by
    where q.interview_id = ${interviews.id} order by q.answered_at desc limit 1)`;

/** Whether this member decided, changed a level or gave a review of it before. */
export function hadPart(actor: MemberActor): SQL<boolean> {
  return sql<boolean>`(exists (select from decisions d where d.interview_id = ${interviews.id}
      and d.member_id = ${actor.memberId})
    or exists (select from overrides o where o.interview_id = ${interviews.id} and o.member_id = ${actor.memberId})
    or exists (select from candidate_requests q where q.interview_id = ${interviews.id} and q.kind = 'review'
      and q.answered_by = ${actor.memberId}))`;
}

/** For a query over requests: the newest card that this member made after being asked. */
export function cardSince(actor: MemberActor): SQL<string | null> {
  return sql<string | null>`(select s.id from scorecards s where s.interview_id = ${interviews.id}
    and s.maker = 'person' and s.member_id = ${actor.memberId} and s.created_at >= ${candidateRequests.createdAt}
    order by s.run desc limit 1)`;
}

/** What stands between this member and an answer. */
export type Hurdle = 'other-person' | 'card';

export function hurdleOf(found: { kind: string; hadPart: boolean; card: string | null }): Hurdle | null {
  if (found.kind !== 'review') return null;
  if (found.hadPart) return 'other-person';
  return found.card === null ? 'card' : null;
}
