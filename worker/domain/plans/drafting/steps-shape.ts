/** What a page hears while a plan is drafted, one line of JSON for each step. */
import type { ProblemCode } from '../../../problems.ts';
import type { Criterion, Plan, Section } from '../plan-shape.ts';
import type { DraftFacts } from '../read-plan.ts';

/** `rules`: a model was not there, might not be asked, or wrote nothing that could be used. */
export type Drafter = 'model' | 'rules';
/** Why the whole of a draft is by rules. */
export type NoModel = 'none' | 'cap' | 'failed';

export type DraftStep =
  | { step: 'asked'; by: Drafter }
  | { step: 'outline'; by: Drafter; titles: string[]; why: NoModel | null }
  | { step: 'section'; by: Drafter; section: Section; criterion: Criterion | null }
  | { step: 'done'; draft: DraftFacts & { content: Plan } }
  | { step: 'failed'; code: ProblemCode };
