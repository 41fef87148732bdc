/** One person of a pipeline: which facts are read, and how they are told. */
import { type SQL, sql } from 'drizzle-orm';
import type { MemberActor } from '../actors.ts';
import { knownOf, shownName } from '../blind/blind.ts';
import { blinded, type Known } from '../blind/blind-rules.ts';
import { cardLevels, readReview } from '../reports/card.ts';
import { type ReviewFound, reviewOf } from '../requests/review-facts.ts';
import { type candidateRequests, interviews, plans } from '../tables.ts';
import type { LiveLine } from './live-line.ts';
import { oneLineOf } from './one-line-rules.ts';
import { groupOf } from './pipeline-rules.ts';

interface InvitationFacts {
  sentAt: string;
  openedAt: string | null;
  endsAt: string;
  revokedAt: string | null;
}
type RequestKind = (typeof candidateRequests.$inferSelect)['kind'];
interface OverrideFound {
  criterion: string;
  level: number | null;
  at: string;
}
interface DecisionFacts {
  kind: 'advance' | 'hold' | 'reject';
  at: string;
  by: string;
}

/** Subqueries by their own index: one row each, only for the rows of the page. */
export function rowFields(actor: MemberActor, name: SQL<string>) {
  return { ...facts, name: shownName(actor), known: knownOf(actor), place: { ...place, name } };
}

const place = {
  rank: interviews.pipelineRank,
  dueUs: sql<string | null>`(extract(epoch from ${interviews.decisionDueAt}) * 1000000)::bigint::text`,
  line: sql<string>`lower(${interviews.headline})`,
  createdUs: sql<string>`(extract(epoch from ${interviews.createdAt}) * 1000000)::bigint::text`,
};
const facts = {
  interview: {
    id: interviews.id,
    state: interviews.state,
    endReason: interviews.endReason,
    headline: interviews.headline,
    questionNumber: interviews.questionNumber,
    questionCount: interviews.questionCount,
    startedAt: interviews.startedAt,
    endedAt: interviews.endedAt,
    decisionDueAt: interviews.decisionDueAt,
  },
  planVersion: plans.version,
  card: sql<unknown>`(select s.content from scorecards s where s.interview_id = ${interviews.id}
    and s.maker = 'machine' and ${interviews.state} <> 'withdrawn' order by s.run desc limit 1)`,
  changed: sql<OverrideFound[] | null>`(select json_agg(json_build_object(
    'criterion', o.criterion_id, 'level', o.level, 'at', o.created_at) order by o.created_at) from overrides o
    where o.interview_id = ${interviews.id})`,
  review: reviewOf,
  invitation: sql<InvitationFacts | null>`(select json_build_object('sentAt', n.created_at, 'openedAt', n.opened_at,
    'endsAt', n.expires_at, 'revokedAt', n.revoked_at) from invitations n where n.interview_id = ${interviews.id}
    order by n.created_at desc limit 1)`,
  decision: sql<DecisionFacts | null>`(select json_build_object('kind', d.kind, 'at', d.created_at, 'by', m.name)
    from decisions d join members m on m.id = d.member_id where d.interview_id = ${interviews.id}
    and not exists (select from decision_letters l where l.interview_id = d.interview_id and l.number = d.number
      and l.undone_at is not null)
    order by d.number desc limit 1)`,
  asks: sql<RequestKind | null>`(select q.kind from candidate_requests q
    where q.interview_id = ${interviews.id} and q.answered_at is null order by q.created_at limit 1)`,
  fault: sql<boolean>`exists (select from parked_tasks p where p.interview_id = ${interviews.id})`,
};

type Interview = typeof interviews.$inferSelect;

/** What {@link rowFields} brings. */
export interface FoundRow {
  interview: Pick<
    Interview,
    | 'id'
    | 'state'
    | 'endReason'
    | 'headline'
    | 'questionNumber'
    | 'questionCount'
    | 'startedAt'
    | 'endedAt'
    | 'decisionDueAt'
  >;
  name: string;
  /** What to hide in the words of the row. */
  known: Known | null;
  planVersion: number;
  card: unknown;
  changed: OverrideFound[] | null;
  review: ReviewFound | null;
  invitation: InvitationFacts | null;
  decision: DecisionFacts | null;
  asks: RequestKind | null;
  fault: boolean;
}

export function rowOf(found: FoundRow, live: LiveLine | null) {
  const { interview, invitation, decision } = found;
  const review = readReview(found.review);
  const row = {
    id: interview.id,
    name: found.name,
    state: interview.state,
    group: groupOf(interview.state),
    endReason: interview.endReason,
    headline: oneLineOf(interview.headline),
    questionNumber: interview.questionNumber,
    questionCount: interview.questionCount,
    planVersion: found.planVersion,
    levels: cardLevels(found.card, found.changed ?? [], review),
    reviewedBy: review?.by ?? null,
    startedAt: iso(interview.startedAt),
    endedAt: iso(interview.endedAt),
    dueAt: iso(interview.decisionDueAt),
    invitation:
      invitation === null
        ? null
        : {
            sentAt: iso(invitation.sentAt) ?? '',
            openedAt: iso(invitation.openedAt),
            endsAt: iso(invitation.endsAt) ?? '',
            revokedAt: iso(invitation.revokedAt),
          },
    decision: decision === null ? null : { kind: decision.kind, by: decision.by, at: iso(decision.at) ?? '' },
    asks: found.asks,
    fault: found.fault,
    live,
  };
  return blinded(row, found.known);
}

function iso(at: Date | string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
