/** What the candidate said about themselves, to see, change and erase. */
import { useState } from 'preact/hooks';
import { answerWord, QUESTIONS, questionText } from '../../shared/about-words.ts';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import { AboutForm } from '../about/about-form.tsx';
import { AboutWords } from '../about/about-words.tsx';
import type { OwnInterview } from '../link.ts';
import type { OwnData } from './data-page.tsx';

interface Props {
  own: OwnInterview;
  data: OwnData;
  /** Asks again for what is kept. */
  again: () => void;
}

export function AboutYou({ own, data, again }: Props) {
  const [changing, change] = useState(false);
  const said = data.aboutYou;
  const erase = useAction(async () => {
    await api('DELETE /api/candidate/about-you');
    announce(t('about.erased', 'Your answers are erased.'));
    again();
  });
  if (said === null && !own.asksAboutYou) return null;
  return (
    <section class="sub" aria-labelledby="about-you">
      <h2 id="about-you">
        {said === null
          ? t('about.title', 'If you like: help check that this is fair')
          : t('about.data', 'What you said about yourself')}
      </h2>
      <AboutWords tenant={own.tenant} />
      {said === null || changing ? null : (
        <dl class="facts tight">
          {QUESTIONS.map((question) => (
            <div key={question}>
              <dt>{questionText(question)}</dt>
              <dd>{answerWord(question, said[question])}</dd>
            </div>
          ))}
        </dl>
      )}
      <ProblemNotice problem={erase.problem} />
      {changing ? (
        <AboutForm
          said={said}
          onSaved={() => {
            change(false);
            announce(t('about.saved.short', 'Your answers are kept.'));
            again();
          }}
          other={{ label: t('ask.back', 'Go back'), act: () => change(false) }}
        />
      ) : (
        <div class="act">
          {own.asksAboutYou ? (
            <Button onClick={() => change(true)}>
              {said === null ? t('about.show', 'See the four questions') : t('about.change', 'Change')}
            </Button>
          ) : null}
          {said === null ? null : (
            <Button kind="bad" busy={erase.busy} onClick={() => void erase.run()}>
              {t('about.erase', 'Erase')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
