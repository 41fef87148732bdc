/** The decision: to be made, made, or not possible yet, and why. */
import { useState } from 'preact/hooks';
import { dayAndTime, dayTimeAndZone, minutes } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { decisionWord } from '../state-words.ts';
import { DecisionForm } from './decision-form.tsx';
import { LetterRests } from './letter-rests.tsx';
import { firstName } from './names.ts';
import type { Decision, Report } from './report-types.ts';

interface Props {
  report: Report;
  onDecided: () => void;
}

export function DecisionPane({ report, onDecided }: Props) {
  const [changing, change] = useState(false);
  const last = report.decisions.filter(({ letter }) => letter !== 'undone').at(-1);
  const rests = last?.letter === 'waiting' && last.leavesAt !== null ? last.leavesAt : null;
  const { mayDecide, decidable } = report.you;
  const due = report.interview.dueAt;
  const open = last === undefined || last.kind === 'hold' || changing;
  return (
    <section class="decide" aria-labelledby="decide">
      <h2 id="decide" tabIndex={-1}>
        {t('decide.title', 'Decision')}
        {due === null || (last !== undefined && last.kind !== 'hold') ? null : (
          <span>{t('decide.by', 'by {at}', { at: dayTimeAndZone(due) })}</span>
        )}
      </h2>
      {last === undefined ? null : <Made decision={last} earlier={report.decisions.filter((one) => one !== last)} />}
      {last !== undefined && last.letter === 'waiting' && rests !== null && mayDecide ? (
        <LetterRests
          key={last.number}
          interviewId={report.interview.id}
          number={last.number}
          name={firstName(report.candidate.name)}
          leavesAt={rests}
          onChanged={onDecided}
        />
      ) : null}
      {!decidable ? <p class="muted pane-note">{notYet(report)}</p> : null}
      {decidable && !mayDecide ? (
        <p class="muted pane-note">
          {report.you.mayJudge
            ? t(
                'decide.reviewer',
                'You can give your own levels beside the report. Owners, admins and recruiters decide.',
              )
            : t('decide.reader', 'You can read this report. Owners, admins and recruiters decide.')}
        </p>
      ) : null}
      {decidable && mayDecide && open ? (
        <DecisionForm
          key={report.decisions.length}
          report={report}
          onDecided={() => {
            change(false);
            onDecided();
          }}
        />
      ) : null}
      {decidable && mayDecide && !open && rests === null ? (
        <Button wide onClick={() => change(true)}>
          {t('decide.change', 'Change the decision')}
        </Button>
      ) : null}
    </section>
  );
}

function Made({ decision, earlier }: { decision: Decision; earlier: readonly Decision[] }) {
  return (
    <div class="made">
      <p>
        <b>{decisionWord(decision.kind)}</b>{' '}
        <span class="muted">
          {t('decide.made', 'by {who}, {at}', { who: decision.by, at: dayAndTime(decision.at) })}
        </span>
      </p>
      <blockquote dir="auto">{decision.reason}</blockquote>
      <p class="small">{openedWords(decision)}</p>
      {earlier.length === 0 ? null : (
        <details>
          <summary>
            {t('decide.earlier', '{n, plural, one {# earlier decision} other {# earlier decisions}}', {
              n: earlier.length,
            })}
          </summary>
          <ul class="items">
            {earlier.map((one) => (
              <li class="item" key={one.number}>
                <p>
                  <b>{decisionWord(one.kind)}</b>{' '}
                  <span class="muted">
                    {t('decide.made', 'by {who}, {at}', { who: one.by, at: dayAndTime(one.at) })}
                  </span>
                  {one.letter === 'undone' ? (
                    <span class="muted"> {t('decide.taken-back', 'taken back before it was told')}</span>
                  ) : null}
                </p>
                <blockquote dir="auto">{one.reason}</blockquote>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function openedWords({ openedForMs, quotesPlayed }: Decision): string {
  const quotes = t('decide.quotes', '{n, plural, =0 {no quote played} one {# quote played} other {# quotes played}}', {
    n: quotesPlayed,
  });
  return openedForMs < 60_000
    ? t('decide.opened-short', 'Report open for less than a minute, {quotes}', { quotes })
    : t('decide.opened', 'Report open for {length}, {quotes}', { length: minutes(openedForMs), quotes });
}

function notYet(report: Report): string {
  const name = firstName(report.candidate.name);
  switch (report.interview.state) {
    case 'withdrawn':
      return t('decide.not.withdrawn', '{name} withdrew. There is nothing to decide.', { name });
    case 'expired':
      return t('decide.not.expired', 'The invitation ran out before {name} began. You can invite again.', { name });
    case 'invited':
    case 'opened':
      return t('decide.not.invited', '{name} has not begun. You can decide once there is something to decide on.', {
        name,
      });
    default:
      return t('decide.not.ready', 'You can decide when the report is ready.');
  }
}
