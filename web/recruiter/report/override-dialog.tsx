/** A person's level in place of the scorer's: the rubric's sentences to choose from, and a reason. */
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
import type { Criterion } from './report-types.ts';
import { isThin } from './thin-reason.ts';
import { ThinReason } from './thin-reason-notice.tsx';

interface Props {
  interviewId: string;
  criterion: Criterion;
  onClose: () => void;
  onDone: () => void;
}

export function OverrideDialog({ interviewId, criterion, onClose, onDone }: Props) {
  const [level, choose] = useState<number | null | undefined>(undefined);
  const [reason, write] = useState('');
  const [tried, setTried] = useState(false);
  /** The short reason that was asked about once. */
  const [questioned, question] = useState<string | null>(null);
  const save = useAction(async () => {
    setTried(true);
    if (level === undefined || reason.trim() === '') return;
    if (isThin(reason) && questioned !== reason) return question(reason);
    await api('POST /api/recruiter/interviews/:id/overrides', {
      params: { id: interviewId },
      body: { criterionId: criterion.id, level, reason },
    });
    announce(t('override.done', 'Level changed. Both levels stay on record.'));
    onDone();
  });
  const missingLevel = tried && level === undefined;
  const missingReason =
    tried && reason.trim() === '' ? t('override.reason.missing', 'Say why, for whoever reads it later.') : undefined;
  return (
    <Dialog
      title={t('override.title', 'Your level for “{name}”', { name: criterion.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('override.cancel', 'Leave it')}</Button>
          <Button kind="main" busy={save.busy} onClick={() => void save.run()}>
            {questioned === reason
              ? t('override.save.short', 'Change it all the same')
              : t('override.save', 'Change level')}
          </Button>
        </>
      }
    >
      <fieldset class="choices">
        <legend class="vh">{t('override.which', 'Which level do you see?')}</legend>
        {LEVELS.map((one) => (
          <label key={one}>
            <input class="radio" type="radio" name="level" checked={level === one} onChange={() => choose(one)} />
            <b>
              <span class={`mark l${one}`}>{number(one)}</span>{' '}
              {one === criterion.scorerLevel ? t('override.scorer', 'given by the scorer') : ''}
            </b>
            <span>{criterion.anchors[one - 1]}</span>
          </label>
        ))}
        <label>
          <input class="radio" type="radio" name="level" checked={level === null} onChange={() => choose(null)} />
          <b>{t('level.none', 'Not enough evidence')}</b>
          <span>{t('override.none', 'Left out, and never counted as low')}</span>
        </label>
      </fieldset>
      {missingLevel ? <p class="field-error">{t('override.level.missing', 'Choose a level.')}</p> : null}
      <Field
        label={t('override.reason', 'Your reason')}
        hint={t('override.reason.hint', 'Shown on the report under your name, beside the scorer’s level.')}
        error={missingReason}
      >
        {(wiring) => (
          <textarea
            class="input"
            rows={3}
            {...wiring}
            value={reason}
            onInput={(event) => write(event.currentTarget.value)}
          />
        )}
      </Field>
      {questioned === reason ? <ThinReason reasons={[reason]} /> : null}
      <ProblemNotice problem={save.problem} />
    </Dialog>
  );
}
