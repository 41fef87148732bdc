/** One request: what was asked, what it is about, and the answer to it. */
import { dayAndTime, dayTimeAndZone } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import { ArrangeForm } from '../adjustments/arrange-form.tsx';
import { mayEdit, useMe } from '../me.ts';
import { reportPath, rolePath } from '../paths.ts';
import { firstName } from '../report/names.ts';
import { inRegion } from '../report/region-name.ts';
import { stateWord } from '../state-words.ts';
import { AnswerForm } from './answer-form.tsx';
import { hurdleText } from './hurdle-text.ts';
import { type Request, requestWord } from './request-words.ts';

export function RequestDetail({ request, onAnswered }: { request: Request; onAnswered: () => void }) {
  const me = useMe();
  const name = firstName(request.candidate);
  return (
    <section class="detail" aria-labelledby="request">
      <header>
        <h2 id="request" tabIndex={-1}>
          {t('request.of', '{name}: {what}', { name: request.candidate, what: requestWord(request.kind) })}
        </h2>
        {request.text === '' ? null : (
          <blockquote class="muted" dir="auto">
            {request.text}
          </blockquote>
        )}
      </header>
      <dl class="facts">
        <dt>{t('request.role', 'Role')}</dt>
        <dd>
          <a href={rolePath(request.roleId)}>{request.role}</a>
        </dd>
        <dt>{t('request.state', 'Interview')}</dt>
        <dd>
          <a href={reportPath(request.interviewId)}>{stateWord(request.state)}</a>
        </dd>
        <dt>{t('requests.came', 'Came in')}</dt>
        <dd>{dayAndTime(request.createdAt)}</dd>
        <dt>{t('requests.due', 'Answer by')}</dt>
        <dd>{dayTimeAndZone(request.dueAt, me.tenant.zone)}</dd>
        <dt>{t('request.rests', 'Rests in')}</dt>
        <dd>{inRegion(request.id)}</dd>
      </dl>
      <p class="small">{advice(request, name)}</p>
      {!mayEdit(me) ? (
        <p class="muted">{t('request.reader', 'You read this. An owner, an admin or a recruiter answers.')}</p>
      ) : arrangeable(request) ? (
        <ArrangeForm interviewId={request.interviewId} request={request} name={name} onDone={onAnswered} />
      ) : request.hurdle === null ? (
        <AnswerForm requestId={request.id} name={name} onAnswered={onAnswered} />
      ) : (
        <Notice>
          <p>{hurdleText(request.hurdle)}</p>
          {request.hurdle === 'card' ? (
            <p>
              <a href={`${reportPath(request.interviewId)}#people`}>{t('hurdle.open', 'Open the report')}</a>
            </p>
          ) : null}
        </Notice>
      )}
    </section>
  );
}

/** Before the talk is over something can be arranged, whether it was asked for as an adjustment or as a person instead. */
function arrangeable({ kind, state }: Request): boolean {
  const open = state === 'invited' || state === 'opened' || state === 'in-interview';
  return open && (kind === 'adjustment' || kind === 'human');
}

function advice(request: Request, name: string): string {
  switch (request.kind) {
    case 'human':
      return t(
        'request.advice.human',
        '{name} wants to talk with a person. Offer a time; it is never counted against them.',
        {
          name,
        },
      );
    case 'adjustment':
      return t(
        'request.advice.adjustment',
        '{name} waits with the interview until you answer. What you arrange here is carried out at once.',
        {
          name,
        },
      );
    case 'review':
      return t(
        'request.advice.review',
        'Somebody who had no part in what was decided looks again and gives levels of their own. From the answer on these stand in place of the scorer’s; both stay.',
      );
    case 'question':
      return t('request.advice.question', '{name} asked this in the interview and was told that you would answer.', {
        name,
      });
  }
}
