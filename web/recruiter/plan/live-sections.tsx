/** Sections while a model writes them: to read; they can be changed once all of them are here. */
import { t } from '../../shared/i18n.ts';
import type { LiveDraft } from './live-draft.ts';

export function LiveSections({ live }: { live: LiveDraft }) {
  return (
    <>
      {live.written.map(({ section, criterion, by }, index) => (
        <section class="section" key={section.id} aria-label={section.title}>
          <header>
            <span class="section-n">{index + 1}</span>
            <h3 class="section-title" dir="auto">
              {section.title}
            </h3>
          </header>
          <ol>
            {section.questions.map((question) => (
              <li class="q-card" key={question.id}>
                <p class="ask" dir="auto">
                  {question.text}
                </p>
                <p class="for">
                  {criterion === null
                    ? t('question.not-judged', 'Not judged: a gentle start')
                    : t('question.evidence', 'Evidence for')}
                  {criterion === null ? null : <span class="tag crit">{criterion.short}</span>}
                  {question.source === undefined ? null : (
                    <span class="from" dir="auto">
                      {t('question.from', 'from “{phrase}”', { phrase: question.source })}
                    </span>
                  )}
                  {by === 'rules' ? <span class="tag">{t('drafting.rule-tag', 'by rules')}</span> : null}
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
