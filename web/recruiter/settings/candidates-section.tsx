/** What candidates are given and asked beside the interview: feedback after a decision, and the fairness questions. */
import { useId, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { Switch } from '../../shared/ui/switch.tsx';
import { useAction } from '../../shared/use-action.ts';
import { mayKeepBooks, maySeeFairness, useMe } from '../me.ts';

export function CandidatesSection({ feedback, onChanged }: { feedback: boolean; onChanged: () => void }) {
  const me = useMe();
  const id = useId();
  // What was pressed stands at once; a refusal puts back what the server said last.
  const [pressed, press] = useState<boolean | null>(null);
  const change = useAction(async (on: boolean) => {
    press(on);
    await api('PUT /api/recruiter/privacy/feedback', { body: { on } });
    announce(
      on ? t('feedback.on', 'Candidates get feedback from now on.') : t('feedback.off', 'No feedback is given.'),
    );
    onChanged();
  });
  const on = pressed === null || change.problem !== null ? feedback : pressed;
  return (
    <section aria-labelledby="for-candidates">
      <h2 id="for-candidates">{t('privacy.candidates', 'What candidates get to see')}</h2>
      <div class="set-switch">
        <label for={id}>{t('feedback.switch', 'Feedback after a decision')}</label>
        <Switch
          id={id}
          on={on}
          fixed={!mayKeepBooks(me)}
          describedBy={`${id}-text`}
          onChange={(next) => void change.run(next)}
        />
      </div>
      <p id={`${id}-text`}>
        {t(
          'feedback.switch.text',
          'Once a person has decided, the candidate reads for each criterion which of their own words stood as evidence, and what your rubric says would show more. Never a level, a number or a verdict. Whoever decides can hold it back.',
        )}
      </p>
      <ProblemNotice problem={change.problem} />
      {maySeeFairness(me) ? (
        <p>
          <a href="/app/fairness">{t('privacy.fairness', 'Fairness: do groups of candidates fare differently?')}</a>
        </p>
      ) : null}
    </section>
  );
}
