/** What the interview showed, part by part, in the candidate's own words; never a level or a verdict. */
import { t } from '../../shared/i18n.ts';
import type { OwnData } from './data-page.tsx';

type Part = NonNullable<OwnData['feedback']>[number];

export function Feedback({ parts }: { parts: OwnData['feedback'] }) {
  if (parts === null || parts.length === 0) return null;
  return (
    <section class="sub" aria-labelledby="feedback">
      <h2 id="feedback">{t('feedback.title', 'What your interview showed')}</h2>
      <p class="muted">
        {t(
          'feedback.lead',
          'For each part: words of yours that stood as evidence, and what would show more of it. The second is the same for everybody.',
        )}
      </p>
      <ul class="signals">
        {parts.map((part) => (
          <li key={part.topic}>
            <h3 dir="auto">{part.topic}</h3>
            <Seen part={part} />
            {part.notAsked ? null : (
              <p dir="auto">
                {part.more === null
                  ? t(
                      'feedback.more.general',
                      'What shows more of it: one real case, what you did yourself step by step, and what came of it.',
                    )
                  : t('feedback.more', 'What shows more of it: {more}', { more: part.more })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Seen({ part }: { part: Part }) {
  if (part.notAsked) {
    return (
      <p class="data muted">{t('feedback.not-asked', 'This did not come up, so nothing of yours is missing here.')}</p>
    );
  }
  if (part.seen.length === 0) {
    return (
      <p class="data muted">
        {t('feedback.nothing', 'No sentence of yours could be quoted for this part of the interview.')}
      </p>
    );
  }
  return (
    <>
      {part.seen.map((words) => (
        <blockquote key={words} dir="auto">
          {words}
        </blockquote>
      ))}
    </>
  );
}
