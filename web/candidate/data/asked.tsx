/** What the candidate asked people, and what they answered. */
import type { Answer } from '../../shared/api.ts';
import { longDay } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';

type Request = Answer<'GET /api/candidate/interview'>['requests'][number];

export function Asked({ requests, tenant }: { requests: readonly Request[]; tenant: string }) {
  if (requests.length === 0) return null;
  return (
    <section class="sub" aria-labelledby="asked">
      <h2 id="asked">{t('asked.h2', 'What you asked')}</h2>
      <ol class="log">
        {requests.map((request) => (
          <li key={request.id}>
            <p class="who you">
              {kindName(request.kind)} <span>{longDay(request.at)}</span>
            </p>
            {request.text === '' ? null : <p dir="auto">{request.text}</p>}
            <p class="answer" dir="auto">
              {request.answer === null ? (
                t('asked.waiting', '{tenant} has not answered yet.', { tenant })
              ) : (
                <>
                  <b>{tenant}</b> {request.answer}
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function kindName(kind: Request['kind']): string {
  switch (kind) {
    case 'human':
      return t('asked.human', 'A person instead');
    case 'adjustment':
      return t('asked.adjustment', 'An adjustment');
    case 'review':
      return t('asked.review', 'A human review');
    case 'question':
      return t('asked.question', 'A question');
  }
}
