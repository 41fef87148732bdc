/** Whether the files of résumés are kept, or their text alone. */
import { useId } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { Switch } from '../../shared/ui/switch.tsx';
import { useAction } from '../../shared/use-action.ts';
import { mayKeepBooks, useMe } from '../me.ts';

export function ResumeSection({ kept, onChanged }: { kept: boolean; onChanged: () => void }) {
  const me = useMe();
  const id = useId();
  const change = useAction(async (on: boolean) => {
    await api('PUT /api/recruiter/privacy/resumes', { body: { on } });
    announce(
      on
        ? t('resumes.on', 'Files of CVs are kept from now on.')
        : t('resumes.off', 'Only the text of CVs is kept from now on.'),
    );
    onChanged();
  });
  return (
    <section aria-labelledby="cvs">
      <h2 id="cvs">{t('resumes.title', 'CVs')}</h2>
      <div class="set-switch">
        <label for={id}>{t('resumes.keep', 'Keep the files of CVs')}</label>
        <Switch
          id={id}
          on={kept}
          fixed={!mayKeepBooks(me) || change.busy}
          describedBy={`${id}-text`}
          onChange={(on) => void change.run(on)}
        />
      </div>
      <p id={`${id}-text`}>
        {t(
          'resumes.text',
          'A candidate may give a CV, or you for them. Its text is kept with the interview, may lead to a question, and is never scored. The file is kept only if you say so here; candidates read which it is.',
        )}
      </p>
      <ProblemNotice problem={change.problem} />
    </section>
  );
}
