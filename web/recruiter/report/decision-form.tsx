/** The one act that moves a person on: by a named member, with a reason, and with what the candidate will read. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { minutes } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import { firstName } from './names.ts';
import type { DecisionKind, Report } from './report-types.ts';
import { isThin } from './thin-reason.ts';

interface Props {
  report: Report;
  onDecided: () => void;
}

/** The letter has this where the reason goes; the server fills it in the same way. */
const REASON_PLACE = '{reason}';

export function DecisionForm({ report, onDecided }: Props) {
  const [kind, choose] = useState<DecisionKind | null>(null);
  const [reason, write] = useState('');
  const [feedback, give] = useState(true);
  /** The short reason that was asked about once. */
  const [questioned, question] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const { feedbackLine } = report.you;
  const name = firstName(report.candidate.name);
  const decide = useAction(async () => {
    setTried(true);
    if (kind === null || reason.trim() === '') return;
    if (isThin(reason) && questioned !== reason) return question(reason);
    await api('POST /api/recruiter/interviews/:id/decisions', {
      params: { id: report.interview.id },
      body: { kind, reason, seen: report.decisions.length, feedback },
    });
    announce(
      kind === 'reject'
        ? t(
            'decide.done.rests',
            'Decision recorded under your name. {name} is told in a moment; you can still take it back.',
            {
              name,
            },
          )
        : t('decide.done', 'Decision recorded under your name. {name} was told.', { name }),
    );
    onDecided();
  });
  const problem = decide.problem;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void decide.run();
      }}
    >
      <fieldset class="choices">
        <legend class="vh">{t('decide.what', 'What do you decide?')}</legend>
        <Choice
          on={kind === 'advance'}
          choose={() => choose('advance')}
          label={t('decide.advance', 'Next round')}
          hears={t('decide.advance.hears', '{name} hears that you will write about a time', { name })}
        />
        <Choice
          on={kind === 'hold'}
          choose={() => choose('hold')}
          label={t('decide.hold', 'Hold')}
          hears={t('decide.hold.hears', '{name} hears why, and a new date', { name })}
        />
        <Choice
          on={kind === 'reject'}
          choose={() => choose('reject')}
          label={t('decide.reject', 'Decline')}
          hears={t('decide.reject.hears', '{name} hears the reason and can ask for a review', { name })}
        />
      </fieldset>
      {tried && kind === null ? (
        <p class="field-error">{t('decide.kind.missing', 'Choose one of the three.')}</p>
      ) : null}
      <Field
        label={t('decide.reason', 'Your reason')}
        hint={
          kind === 'advance' || kind === null
            ? t('decide.reason.hint', 'Recorded under your name, {you}. {name} may ask to read it.', {
                you: report.you.name,
                name,
              })
            : t('decide.reason.told', 'Recorded under your name, {you}, and sent to {name} as you write it.', {
                you: report.you.name,
                name,
              })
        }
        error={tried && reason.trim() === '' ? t('decide.reason.missing', 'A decision needs a reason.') : undefined}
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
      {feedbackLine === null || kind === null || kind === 'hold' ? null : (
        <label class="keep-back">
          <input
            class="tick"
            type="checkbox"
            checked={feedback}
            onChange={(event) => give(event.currentTarget.checked)}
          />
          <span>{t('decide.feedback', '{name} also reads what the interview showed, without levels', { name })}</span>
        </label>
      )}
      {kind === null ? null : (
        <details class="letter-preview">
          <summary>{t('decide.letter', 'Read what {name} will get', { name })}</summary>
          <p class="letter" dir="auto" lang={report.letters.language}>
            {letterOf(report.letters[kind].body, feedback ? null : feedbackLine).replaceAll(
              REASON_PLACE,
              () => reason.trim() || '…',
            )}
          </p>
        </details>
      )}
      {questioned === reason ? (
        <Notice kind="warn" alert>
          <p>
            {kind === 'advance'
              ? t(
                  'decide.thin',
                  '“{reason}” says little to whoever reads this later. Record it all the same, or write more.',
                  { reason: reason.trim() },
                )
              : t(
                  'decide.thin.told',
                  '“{reason}” is all that {name} will read as the reason. Record it all the same, or write more.',
                  { reason: reason.trim(), name },
                )}
          </p>
        </Notice>
      ) : null}
      <ProblemNotice problem={problem} />
      {problem?.code === 'conflict' ? (
        <Button wide onClick={onDecided}>
          {t('decide.see-other', 'See the other decision')}
        </Button>
      ) : null}
      <Button kind="main" type="submit" wide class="tall" busy={decide.busy}>
        {questioned === reason && reason !== ''
          ? t('decide.record.short', 'Record it all the same')
          : t('decide.record', 'Record decision')}
      </Button>
      <p class="small">
        {t(
          'decide.nobody-else',
          'No machine recommends anything here. What you opened is recorded with your decision.',
        )}{' '}
        {readingWords(report.you.reading)}
      </p>
    </form>
  );
}

/** Held back, the letter does not speak of it either. */
function letterOf(body: string, heldBack: string | null): string {
  return heldBack === null ? body : body.replace(`\n\n${heldBack}`, '');
}

function Choice(props: { on: boolean; choose: () => void; label: string; hears: string }) {
  return (
    <label>
      <input class="radio" type="radio" name="decision" checked={props.on} onChange={props.choose} />
      <b>{props.label}</b>
      <span>{props.hears}</span>
    </label>
  );
}

/** As the server has counted it when the report was loaded. */
function readingWords({ opened, openMs, quotes }: Report['you']['reading']): string {
  return t(
    'decide.reading',
    'Until now you opened it {opened, plural, one {once} other {# times}}, for {length}, and played {quotes, plural, =0 {no quote} one {# quote} other {# quotes}}.',
    { opened, length: minutes(openMs), quotes },
  );
}
