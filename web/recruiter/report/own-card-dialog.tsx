/** A member's own levels: one choice and one reason for each criterion, all of them or none. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import { LEVELS } from './level.ts';
import type { Report } from './report-types.ts';
import { isThin } from './thin-reason.ts';
import { ThinReason } from './thin-reason-notice.tsx';

interface Given {
  level: number | null | undefined;
  reason: string;
}

interface Props {
  report: Report;
  onClose: () => void;
  onDone: () => void;
}

export function OwnCardDialog({ report, onClose, onDone }: Props) {
  const rubric = report.plan.criteria;
  const own = report.people.find(({ you }) => you);
  const [given, set] = useState<Readonly<Record<string, Given>>>(() =>
    Object.fromEntries((own?.criteria ?? []).map(({ criterionId, level, reason }) => [criterionId, { level, reason }])),
  );
  const [tried, setTried] = useState(false);
  const thin = rubric.map(({ id }) => (given[id] ?? NOTHING).reason).filter(isThin);
  /** The short reasons that were asked about once. */
  const [questioned, question] = useState<string | null>(null);
  const asked = thin.length > 0 && questioned === thin.join('\n');
  const save = useAction(async () => {
    setTried(true);
    const criteria = rubric.flatMap(({ id }) => {
      const { level, reason } = given[id] ?? NOTHING;
      return level === undefined || reason.trim() === '' ? [] : [{ criterionId: id, level, reason }];
    });
    if (criteria.length < rubric.length) return;
    if (thin.length > 0 && !asked) return question(thin.join('\n'));
    await api('POST /api/recruiter/interviews/:id/cards', {
      params: { id: report.interview.id },
      body: { seen: own?.version ?? 0, criteria },
    });
    announce(t('own.done', 'Your levels are kept beside the scorer’s.'));
    onDone();
  });
  return (
    <Dialog
      class="own-card"
      title={t('own.title', 'Your levels')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('override.cancel', 'Leave it')}</Button>
          <Button kind="main" busy={save.busy} onClick={() => void save.run()}>
            {asked ? t('own.save.short', 'Keep them all the same') : t('own.save', 'Keep my levels')}
          </Button>
        </>
      }
    >
      <p class="muted">
        {t('own.text', 'Judge by what was said. You can change it later; every version stays on record.')}
      </p>
      {rubric.map((criterion) => (
        <One
          key={criterion.id}
          criterion={criterion}
          given={given[criterion.id] ?? NOTHING}
          tried={tried}
          onChange={(next) => set({ ...given, [criterion.id]: next })}
        />
      ))}
      {asked ? <ThinReason reasons={thin} /> : null}
      <ProblemNotice problem={save.problem} />
    </Dialog>
  );
}

const NOTHING: Given = { level: undefined, reason: '' };

function One(props: {
  criterion: Report['plan']['criteria'][number];
  given: Given;
  tried: boolean;
  onChange: (next: Given) => void;
}) {
  const { criterion, given, tried, onChange } = props;
  const anchor = typeof given.level === 'number' ? criterion.anchors[given.level - 1] : undefined;
  const choice = (level: number | null, label: preact.ComponentChildren) => (
    <label key={level}>
      <input
        class="radio"
        type="radio"
        name={`own-${criterion.id}`}
        checked={given.level === level}
        onChange={() => onChange({ ...given, level })}
      />
      {label}
    </label>
  );
  return (
    <div class="own-one">
      <fieldset>
        <legend>{criterion.name}</legend>
        <div class="own-levels">
          {LEVELS.map((one) =>
            choice(
              one,
              <span class={`mark l${one}`}>
                <span class="vh">{t('level.name', 'Level')} </span>
                {number(one)}
              </span>,
            ),
          )}
          {choice(null, <span>{t('level.none', 'Not enough evidence')}</span>)}
        </div>
        {anchor === undefined ? null : <p class="small">{anchor}</p>}
        {tried && given.level === undefined ? (
          <p class="field-error">{t('override.level.missing', 'Choose a level.')}</p>
        ) : null}
      </fieldset>
      <Field
        label={t('own.reason', 'Your reason for “{name}”', { name: criterion.name })}
        error={
          tried && given.reason.trim() === ''
            ? t('override.reason.missing', 'Say why, for whoever reads it later.')
            : undefined
        }
      >
        {(wiring) => (
          <textarea
            class="input"
            rows={2}
            {...wiring}
            value={given.reason}
            onInput={(event) => onChange({ ...given, reason: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  );
}
