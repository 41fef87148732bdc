/** Drafting by the server, by a model or by rules: shown section by section, and stopped when somebody says so. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem, api, asProblem } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { jsonLines } from '../../shared/json-lines.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { type DraftStep, type LiveDraft, NOTHING_YET, withStep } from './live-draft.ts';
import type { TemplateId } from './plan-types.ts';
import type { Editing } from './use-plan.ts';

const SECTION_MS = 260;

export type Drafting = {
  /** `writing`: a model writes. `laying-out`: it is all here and put on the page section by section. */
  state: 'idle' | 'reading' | 'writing' | 'laying-out';
  /** Sections on the page so far; all of them when idle. */
  shown: number;
  /** What was told of the newest draft from a description. */
  live: LiveDraft;
  problem: ApiProblem | null;
  fromDescription: (description: string) => Promise<boolean>;
  fromTemplate: (template: TemplateId) => Promise<boolean>;
  fromOwnTemplate: (template: string) => Promise<boolean>;
  /** Puts the rest on the page at once. */
  showAll: () => void;
  /** Ends the drafting; the plan stays as it was. */
  stop: () => void;
};

type Made = Parameters<Editing['put']>[0];

export function useDrafting(roleId: string, editing: Editing): Drafting {
  const [state, setState] = useState<Drafting['state']>('idle');
  const [shown, show] = useState(0);
  const [live, hear] = useState<LiveDraft>(NOTHING_YET);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const running = useRef<AbortController | null>(null);
  const sections = editing.content.sections.length;

  const draft = async (make: (signal: AbortSignal) => Promise<{ made: Made; layOut: boolean }>): Promise<boolean> => {
    setProblem(null);
    hear(NOTHING_YET);
    if (!(await editing.flush())) return false;
    const stopping = new AbortController();
    running.current = stopping;
    setState('reading');
    try {
      const { made, layOut } = await make(stopping.signal);
      const still = !layOut || matchMedia('(prefers-reduced-motion: reduce)').matches;
      show(still ? made.content.sections.length : 0);
      setState(still ? 'idle' : 'laying-out');
      editing.put(made);
      if (still) announceDone(made.content.sections.length);
      return true;
    } catch (error) {
      setState('idle');
      hear(NOTHING_YET);
      if (!stopping.signal.aborted) setProblem(asProblem(error));
      return false;
    } finally {
      running.current = null;
    }
  };

  const fromDescription = (description: string) =>
    draft(async (signal) => {
      const answer = await api('POST /api/recruiter/roles/:role/plan/drafting', {
        params: { role: roleId },
        body: { description, revision: editing.seen() },
        signal,
      });
      let heard = NOTHING_YET;
      for await (const line of jsonLines(answer)) {
        // The route and this page are built from the same type of step.
        const step = line as DraftStep;
        heard = withStep(heard, step);
        hear(heard);
        if (step.step === 'failed') throw new ApiProblem(step.code, 409);
        if (step.step === 'done') return { made: step.draft, layOut: heard.why !== null };
        if (step.step === 'outline' && step.why === null) setState('writing');
      }
      throw new ApiProblem('offline', 0);
    });

  const fromTemplate = (template: TemplateId) =>
    draft(async (signal) => ({
      made: await api('POST /api/recruiter/roles/:role/plan/draft', {
        params: { role: roleId },
        body: { from: 'template', template, revision: editing.seen() },
        signal,
      }),
      layOut: true,
    }));

  const fromOwnTemplate = (template: string) =>
    draft(async (signal) => ({
      made: await api('POST /api/recruiter/roles/:role/plan/draft', {
        params: { role: roleId },
        body: { from: 'own-template', template, revision: editing.seen() },
        signal,
      }),
      layOut: true,
    }));

  useEffect(() => {
    if (state !== 'laying-out') return;
    if (shown >= sections) {
      setState('idle');
      announceDone(sections);
      return;
    }
    const timer = setTimeout(() => show(shown + 1), SECTION_MS);
    return () => clearTimeout(timer);
  }, [state, shown, sections]);

  // Whoever leaves the page wants no more of it.
  useEffect(() => () => running.current?.abort(), []);

  return {
    state,
    shown: state === 'laying-out' ? shown : sections,
    live,
    problem,
    fromDescription,
    fromTemplate,
    fromOwnTemplate,
    showAll: () => show(sections),
    stop: () => {
      running.current?.abort();
      announce(t('draft.stopped', 'Stopped. The plan is as it was.'));
    },
  };
}

function announceDone(sections: number): void {
  announce(t('draft.done', 'The draft is ready: {n, plural, one {# section} other {# sections}}.', { n: sections }));
}
