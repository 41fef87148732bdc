/** What has been written of a plan so far, from the steps that the server tells. */
import type { DraftStep } from '../../../worker/domain/plans/drafting/steps-shape.ts';

export type { DraftStep };
export type Why = Extract<DraftStep, { step: 'outline' }>['why'];
type Written = Extract<DraftStep, { step: 'section' }>;

export interface LiveDraft {
  /** Of every section to come; empty while the text is being read. */
  titles: readonly string[];
  written: readonly Written[];
  /** Why all of it is by rules; null while a model writes. */
  why: Why;
}

export const NOTHING_YET: LiveDraft = { titles: [], written: [], why: null };

export function withStep(draft: LiveDraft, step: DraftStep): LiveDraft {
  switch (step.step) {
    case 'outline':
      return { titles: step.titles, written: [], why: step.why };
    case 'section':
      return { ...draft, written: [...draft.written, step] };
    case 'asked':
    case 'done':
    case 'failed':
      return draft;
  }
}

/** Sections that rules wrote where a model was asked: whoever reads the plan should know which. */
export function titlesByRules({ written, why }: LiveDraft): string[] {
  return why === null ? written.filter(({ by }) => by === 'rules').map(({ section }) => section.title) : [];
}
