/** What the candidate asked, and the answer; an open one can be answered here. */
import { dayAndTime } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import { AnswerForm } from '../requests/answer-form.tsx';
import { hurdleText } from '../requests/hurdle-text.ts';
import { requestWord } from '../requests/request-words.ts';
import { firstName } from './names.ts';
import type { Report } from './report-types.ts';

export function Requests({ report, onAnswered }: { report: Report; onAnswered: () => void }) {
  if (report.requests.length === 0) return null;
  const name = firstName(report.candidate.name);
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">{t('requests.of', '{name} asked', { name })}</h2>
      <ul class="items">
        {report.requests.map((request) => (
          <li class="item" key={request.id}>
            <p class="row">
              <b>{requestWord(request.kind)}</b>
              <span class="small dim">{dayAndTime(request.createdAt)}</span>
            </p>
            {request.text === '' ? null : <blockquote dir="auto">{request.text}</blockquote>}
            {request.answer === null ? null : (
              <p dir="auto">
                {request.answer}{' '}
                <span class="small dim">
                  {t('requests.answered-by', '{who}, {at}', {
                    who: request.answeredBy ?? '',
                    at: dayAndTime(request.answeredAt ?? request.createdAt),
                  })}
                </span>
              </p>
            )}
            {request.answer === null && report.you.mayDecide && request.hurdle !== null ? (
              <Notice>
                <p>{hurdleText(request.hurdle)}</p>
              </Notice>
            ) : null}
            {request.answer === null && report.you.mayDecide && request.hurdle === null ? (
              <AnswerForm requestId={request.id} name={name} onAnswered={onAnswered} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
