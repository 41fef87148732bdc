/** Which decisions stand: those that were not taken back before their letter left. Fragments for queries. */
import { type SQL, sql } from 'drizzle-orm';
import type { InterviewState } from '../interviews/state-shape.ts';
import { decisions, interviews } from '../tables.ts';

/** For a query over `decisions`. */
export const stands: SQL<boolean> = sql<boolean>`not exists (select from decision_letters l
    where l.interview_id = ${decisions.interviewId} and l.number = ${decisions.number} and l.undone_at is not null)`;

/** For a query over `interviews`: the state as the candidate may know it; a decision is told by its letter first. */
export const stateTold: SQL<InterviewState> = sql<InterviewState>`coalesce((select l.before_state
    from decision_letters l where l.interview_id = ${interviews.id} and l.undone_at is null and l.leaving_at is null
    order by l.number desc limit 1), ${interviews.state})`;

/** For a query over `decisions`: its letter has left. Those of before there were letters kept have none. */
export const told: SQL<boolean> = sql<boolean>`not exists (select from decision_letters l
    where l.interview_id = ${decisions.interviewId} and l.number = ${decisions.number} and l.leaving_at is null)`;
