/** What the server tells about one interview, part by part. */
import type { Answer } from '../../shared/api.ts';

export type Report = Answer<'GET /api/recruiter/interviews/:id/report'>;
export type Card = NonNullable<Report['card']>;
export type Criterion = Card['criteria'][number];
export type Quote = Criterion['quotes'][number];
export type Turn = Report['turns'][number];
export type Decision = Report['decisions'][number];
export type HistoryLine = Report['history'][number];
export type DecisionKind = Decision['kind'];
