/** The way from the last word to the report, each step as it happens; a failure is shown with what is done about it. */
import { useEffect } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { dayAndTime, time } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { check, stateInvited, stateScoring, warning } from '../../shared/icons.ts';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { liveText } from '../live-text.ts';
import type { Progress } from '../state-words.ts';

const ASK_EVERY_MS = 2000;

/** Calls `onReady` once the state is no longer one that moves by itself. */
export function ProgressSteps({ interviewId, onReady }: { interviewId: string; onReady: () => void }) {
  const progress = useLoad(
    (signal) => api('GET /api/recruiter/interviews/:id/progress', { params: { id: interviewId }, signal }),
    [interviewId],
  );
  const state = progress.state === 'ready' ? progress.data.state : null;
  useEffect(() => {
    const timer = setInterval(progress.reload, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [progress.reload]);
  useEffect(() => {
    if (state !== null && !moves(state)) onReady();
  }, [state]);
  return (
    <section class="progress" aria-labelledby="progress">
      <h2 id="progress">{t('progress.title', 'On the way to the report')}</h2>
      <Loaded of={progress}>{(data) => <Steps progress={data} />}</Loaded>
    </section>
  );
}

function moves(state: Progress['state']): boolean {
  return state === 'in-interview' || state === 'sealing' || state === 'scoring';
}

function Steps({ progress }: { progress: Progress }) {
  const at = (kind: string) => progress.steps.findLast((step) => step.kind === kind)?.at;
  const sealed = at('sealed');
  const failing = progress.parked.find(({ task }) => task === 'seal');
  const steps: Step[] = [
    {
      done: at('ended'),
      now: progress.state === 'in-interview',
      label: t('progress.interview', 'Interview'),
      note: progress.state === 'in-interview' ? liveText(progress.live, progress) : null,
    },
    {
      done: sealed,
      now: progress.state === 'sealing',
      failed: failing !== undefined,
      label: t('progress.seal', 'Recording joined and sealed'),
      note:
        failing === undefined
          ? null
          : t(
              'progress.set-aside',
              'It failed again and again, last at {at}. Every part is safe, and it can be tried again.',
              {
                at: time(failing.at),
              },
            ),
    },
    {
      done: at('scored'),
      now: progress.state === 'scoring',
      label: t('progress.score', 'Answers held against the rubric'),
      note: null,
    },
    { done: at('recruiter-told'), now: false, label: t('progress.told', 'Your team told'), note: null },
  ];
  return (
    <ol class="step-list">
      {steps.map((step) => (
        <StepLine key={step.label} step={step} />
      ))}
    </ol>
  );
}

interface Step {
  done: string | undefined;
  now: boolean;
  failed?: boolean;
  label: string;
  note: string | null;
}

function StepLine({ step }: { step: Step }) {
  const look = lookOf(step);
  return (
    <li class={look.tone}>
      <Icon d={look.d} dashed={look.dashed} />
      <div>
        <p>
          {step.label} <span class="muted">{look.word}</span>
        </p>
        {step.note === null ? null : <p class="muted">{step.note}</p>}
      </div>
    </li>
  );
}

function lookOf(step: Step) {
  if (step.done !== undefined) return { d: check, tone: 'done', dashed: false, word: dayAndTime(step.done) };
  if (step.failed) return { d: warning, tone: 'failed', dashed: false, word: t('progress.failed', 'failed') };
  if (step.now) return { d: stateScoring, tone: 'doing', dashed: false, word: t('progress.now', 'now') };
  return { d: stateInvited, tone: 'wait', dashed: true, word: t('progress.later', 'waits') };
}
