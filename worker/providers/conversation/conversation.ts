/** The conversation port: decides, after an answer, whether to ask on or to go to the next question. */
import type { Plan, Question } from '../../domain/plans/plan-shape.ts';

export interface ReplyRequest {
  plan: Plan;
  question: Question;
  /** What the candidate said to this question so far, oldest first. */
  answers: string[];
  /** Indexes of the follow-up rules already used. */
  followUpsAsked: number[];
  /** Time left for the whole interview. */
  remainingMs: number;
}

export type Reply = { kind: 'follow-up'; say: string; rule: number } | { kind: 'next' };

export interface Conversation {
  readonly maker: 'rehearsed' | 'live' | 'cascade';
  reply(request: ReplyRequest): Promise<Reply>;
}
