/** What candidates asked: open ones by due date, one of them in the pane beside, the answered ones below. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { day } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { check } from '../../shared/icons.ts';

import { Empty, Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { PageTop } from '../page-top.tsx';
import { reportPath } from '../paths.ts';
import { RequestDetail } from './request-detail.tsx';
import { type Requests, requestWord } from './request-words.ts';
import { RequestsTable } from './requests-table.tsx';
import '../evidence.css';
import './requests.css';

export function RequestsPage() {
  const requests = useLoad((signal) => api('GET /api/recruiter/requests', { signal }), []);
  useTitle(t('requests.title', 'Requests'));
  return (
    <div class="requests-page">
      <PageTop title={t('requests.title', 'Requests')} />
      <Loaded of={requests} what={t('requests.loading', 'Loading what candidates asked…')}>
        {(data) => <Queue requests={data} reload={requests.reload} />}
      </Loaded>
    </div>
  );
}

function Queue({ requests, reload }: { requests: Requests; reload: () => void }) {
  const [chosen, choose] = useState<string | null>(null);
  const open = (id: string) => {
    choose(id);
    // On a narrow window the pane stands below the list.
    setTimeout(() => document.getElementById('request')?.focus());
  };
  const shown = requests.open.find(({ id }) => id === chosen) ?? requests.open[0];
  return (
    <main id="main" class={shown === undefined ? 'req-grid alone' : 'req-grid'} tabIndex={-1}>
      <section class="list" aria-labelledby="open-requests">
        {shown === undefined ? (
          <Empty icon={check} title={t('requests.none', 'Nobody waits for an answer')}>
            <p class="muted">
              {t(
                'requests.none.text',
                'When a candidate asks for a person, an adjustment, a review or anything else, it stands here with the day by which they should hear from you.',
              )}
            </p>
          </Empty>
        ) : (
          <>
            <header>
              <h2 id="open-requests">
                {t('requests.open', '{n, plural, one {One person waits} other {# people wait}}', {
                  n: requests.open.length,
                })}
              </h2>
              <p class="muted">
                {t(
                  'requests.law',
                  'A review is due within one month of the day it came in, as GDPR, article 12, gives. Whoever cannot begin without an answer comes first.',
                )}
              </p>
            </header>
            <RequestsTable requests={requests.open} chosen={shown.id} onChoose={open} />
          </>
        )}
        {requests.closed.length === 0 ? null : (
          <section class="closed" aria-labelledby="closed-requests">
            <h3 id="closed-requests">{t('requests.closed', 'Answered')}</h3>
            <ul>
              {requests.closed.map((one) => (
                <li key={one.id}>
                  <a href={reportPath(one.interviewId)} dir="auto">
                    {one.candidate}
                  </a>
                  <span>
                    {t('requests.closed.line', '{what}; answered by {who}', {
                      what: requestWord(one.kind),
                      who: one.answeredBy ?? t('requests.somebody', 'somebody who has left'),
                    })}
                  </span>
                  <span class="nowrap">{one.answeredAt === null ? '' : day(one.answeredAt)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </section>
      {shown === undefined ? null : <RequestDetail key={shown.id} request={shown} onAnswered={reload} />}
    </main>
  );
}
