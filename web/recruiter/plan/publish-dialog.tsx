/** Asks before publishing: what it means, and whether private questions are really meant. */
import { useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import type { Action } from '../../shared/use-action.ts';
import { goTo, privateWords } from './gap-words.ts';
import type { Editing } from './use-plan.ts';

interface Props {
  editing: Editing;
  publish: Action<[privateSeen: boolean]>;
  onClose: () => void;
}

export function PublishDialog({ editing, publish, onClose }: Props) {
  const [meant, mean] = useState(false);
  const { version, privateQuestions, content } = editing;
  const asksPrivate = privateQuestions.length > 0;
  return (
    <Dialog
      title={t('plan.publish.ask', 'Publish version {n}?', { n: version })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('plan.publish.not-yet', 'Not yet')}</Button>
          <Button
            kind="main"
            busy={publish.busy}
            onClick={() => void publish.run(meant)}
            why={asksPrivate && !meant ? t('plan.private.why', 'Say first that these questions are meant.') : undefined}
          >
            {t('plan.publish', 'Publish version {n}', { n: version })}
          </Button>
        </>
      }
    >
      {asksPrivate ? (
        <Notice kind="warn">
          <p>
            <b>
              {t(
                'plan.private.title',
                '{n, plural, one {A question seems} other {# questions seem}} to ask about who somebody is, not about their work.',
                { n: privateQuestions.length },
              )}
            </b>{' '}
            {t(
              'plan.private.text',
              'In most places such a question may not be asked. Change it, or say that it is meant.',
            )}
          </p>
          <ul class="gap-list">
            {privateQuestions.map(({ trait, pointer }) => (
              <li key={pointer}>
                <button
                  class="link"
                  type="button"
                  onClick={() => {
                    onClose();
                    // The dialog gives the focus back first.
                    setTimeout(() => goTo(`${pointer}/text`), 0);
                  }}
                >
                  {questionAt(content, pointer)}
                </button>{' '}
                {privateWords(trait)}
              </li>
            ))}
          </ul>
          <label class="check-line">
            <input
              class="tick"
              type="checkbox"
              checked={meant}
              onChange={(event) => mean(event.currentTarget.checked)}
            />
            {t('plan.private.meant', 'I have read them, and the work needs them. My name stands with that.')}
          </label>
        </Notice>
      ) : null}
      <p>
        {t(
          'plan.publish.text',
          'From then on this version does not change, and invitations that you send use it. You can always write the next version; people invited before keep theirs.',
        )}
      </p>
      <ProblemNotice problem={publish.problem} />
    </Dialog>
  );
}

function questionAt(plan: Editing['content'], pointer: string): string {
  const [, , section, , question] = pointer.split('/');
  return plan.sections[Number(section)]?.questions[Number(question)]?.text ?? '';
}
