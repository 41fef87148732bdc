/** What the voice desk needs of the session around it. */
import type { Plan } from '../../../worker/domain/plans/plan-shape.ts';
import type { ProviderFault } from '../../../worker/provider-faults.ts';
import type { Carried, SessionCore } from '../core.ts';
import type { Event, Refusal } from '../machine-state.ts';
import type { Words } from '../words.ts';
import type { Allowed } from './engines.ts';
import type { Asked } from './interviewer-rules.ts';
import type { Spending } from './spending.ts';

export interface DeskDeps {
  core: SessionCore;
  plan: Plan;
  makers: Allowed;
  spending: Spending;
  tenantLeftMicros: number | null;
  /** The plan's own rules: never fails, asks nobody. */
  rehearsed(questionId: string, answers: string[], asked: number[], remainingMs: number): Promise<RehearsedReply>;
  /** One step of the machine, now. */
  happened(event: Event, carried?: Carried): Refusal | null;
  seal(words: Words): Promise<Uint8Array>;
  /** For the operator, and for the report: what failed, without a word that was said. */
  noted(fault: ProviderFault): void;
  /** No more may be spent on this interview. */
  capped(cap: 'interview' | 'tenant'): void;
  /** The candidate's sound comes over the call now, not over the room's socket. */
  byCall(): boolean;
  /** What the interviewer may know of the candidate's résumé; empty without one. Never fails. */
  resume(): Promise<string>;
  /** What was answered to this question, and to those before it. */
  answers(questionId: string): Promise<{ here: string[]; before: Asked[] }>;
}

export type RehearsedReply = { kind: 'follow-up'; say: string; rule: number } | { kind: 'next' };
