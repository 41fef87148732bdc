/** Drafting by the server's rules, shown section by section as it is put on the page. */
import { useEffect, useState } from 'preact/hooks';
import { type ApiProblem, api, asProblem } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import type { TemplateId } from './plan-types.ts';
import type { Editing } from './use-plan.ts';

const SECTION_MS = 260;

export type Drafting = {
  state: 'idle' | 'reading' | 'laying-out';
  /** Sections on the page so far; all of them when idle. */
  shown: number;
  problem: ApiProblem | null;
  fromDescription: (description: string) => Promise<boolean>;
  fromTemplate: (template: TemplateId) => Promise<boolean>;
  /** Puts the rest on the page at once. */
  showAll: () => void;
};

type Source = { from: 'description'; description: string } | { from: 'template'; template: TemplateId };

/** `fresh`: the draft was made a moment ago, on the page before. */
export function useDrafting(roleId: string, editing: Editing, fresh: boolean): Drafting {
  const [state, setState] = useState<Drafting['state']>(fresh ? 'laying-out' : 'idle');
  const [shown, show] = useState(0);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const sections = editing.content.sections.length;

  const draft = async (source: Source): Promise<boolean> => {
    setProblem(null);
    if (!(await editing.flush())) return false;
    setState('reading');
    try {
      const made = await api('POST /api/recruiter/roles/:role/plan/draft', {
        params: { role: roleId },
        body: { ...source, revision: editing.seen() },
      });
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      show(still ? made.content.sections.length : 0);
      setState(still ? 'idle' : 'laying-out');
      editing.put(made);
      return true;
    } catch (error) {
      setProblem(asProblem(error));
      setState('idle');
      return false;
    }
  };

  useEffect(() => {
    if (state !== 'laying-out') return;
    if (shown >= sections) {
      setState('idle');
      announce(
        t('draft.done', 'The draft is ready: {n, plural, one {# section} other {# sections}}.', { n: sections }),
      );
      return;
    }
    const timer = setTimeout(() => show(shown + 1), SECTION_MS);
    return () => clearTimeout(timer);
  }, [state, shown, sections]);

  return {
    state,
    shown: state === 'laying-out' ? shown : sections,
    problem,
    fromDescription: (description) => draft({ from: 'description', description }),
    fromTemplate: (template) => draft({ from: 'template', template }),
    showAll: () => show(sections),
  };
}
