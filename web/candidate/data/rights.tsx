/** What a candidate can do: take a copy, ask people, follow what was asked. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { day } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { download, person, question } from '../../shared/icons.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import type { OwnInterview } from '../link.ts';
import type { OwnData } from './data-page.tsx';
import { RequestDialog } from './request-dialog.tsx';

interface Props {
  own: OwnInterview;
  data: OwnData;
  reload: () => void;
}

export function Rights({ own, data, reload }: Props) {
  const [asking, ask] = useState<'review' | 'question' | null>(null);
  return (
    <section class="sub" aria-labelledby="can">
      <h2 id="can">{t('data.can', 'What you can do')}</h2>
      <ul class="rights">
        <li class="right">
          <span class="ri">
            <Icon d={download} />
          </span>
          <div>
            <h3>{t('data.copy', 'Get a copy')}</h3>
            <p class="data muted">
              {t(
                'data.copy.more',
                'All your words and what is known about them, as a file that people and machines can read.',
              )}
            </p>
          </div>
          <span />
          <div class="rb">
            <Button small onClick={() => save(data)}>
              {t('data.copy.do', 'Download')}
            </Button>
          </div>
        </li>
        <li class="right">
          <span class="ri">
            <Icon d={person} />
          </span>
          <div>
            <h3>{t('data.review', 'Ask for a human review')}</h3>
            <p class="data muted">{t('data.review.more', 'Somebody looks at your interview again.')}</p>
          </div>
          <span />
          <div class="rb">
            <Button small onClick={() => ask('review')}>
              {t('data.ask', 'Ask')}
            </Button>
          </div>
        </li>
        <li class="right">
          <span class="ri">
            <Icon d={question} />
          </span>
          <div>
            <h3>{t('data.question', 'Ask a question, or have something corrected or erased')}</h3>
            <p class="data muted">{t('data.question.more', 'A person answers by mail.')}</p>
          </div>
          <span />
          <div class="rb">
            <Button small onClick={() => ask('question')}>
              {t('data.ask', 'Ask')}
            </Button>
          </div>
        </li>
      </ul>
      {own.requests.length === 0 ? null : (
        <ul class="signals">
          {own.requests.map((request) => (
            <li key={request.id}>
              <p>
                <b>{request.text === '' ? t('data.request', 'Your request') : request.text}</b>
              </p>
              <p class="data muted">
                {request.answer === null
                  ? t('data.request.open', 'Asked on {day}. Not answered yet.', { day: day(request.at) })
                  : request.answer === ''
                    ? t('data.request.arranged', 'Answered: it is arranged as this page says.')
                    : request.kind === 'review'
                      ? t(
                          'data.review.answered',
                          'Somebody who had no part in what was decided looked again. Their levels now stand in place of the machine’s. They write: {answer}',
                          { answer: request.answer },
                        )
                      : t('data.request.answered', 'Answered: {answer}', { answer: request.answer })}
              </p>
            </li>
          ))}
        </ul>
      )}
      {asking === null ? null : (
        <RequestDialog
          kind={asking}
          send={(text) => api('POST /api/candidate/requests', { body: { kind: asking, text } })}
          onClose={(sent) => {
            ask(null);
            if (!sent) return;
            announce(t('data.request.sent', 'Your request is sent. We confirm it to you by mail.'));
            reload();
          }}
        />
      )}
    </section>
  );
}

/** The browser's own way to save what is already on the page. */
function save(data: OwnData): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'my-interview.json';
  link.click();
  URL.revokeObjectURL(address);
}
