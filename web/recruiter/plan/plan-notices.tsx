/** What one must know before writing: the version in use, a closed role, somebody else's save, a save that failed. */
import { useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { info, warning } from '../../shared/icons.ts';
import { problemText } from '../../shared/problem-text.ts';
import { rich } from '../../shared/rich.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { mayEdit, useMe } from '../me.ts';
import { DifferencesDialog } from './differences-dialog.tsx';
import type { PlanAnswer } from './plan-types.ts';
import type { Editing } from './use-plan.ts';

interface Props {
  plan: PlanAnswer;
  editing: Editing;
  readOnly: boolean;
  reload: () => void;
}

export function PlanNotices({ plan, editing, readOnly, reload }: Props) {
  const me = useMe();
  const [comparing, compare] = useState(false);
  const { published, role } = plan;
  const { saving } = editing;
  const differs = async () => {
    if (await editing.flush()) compare(true);
  };
  return (
    <>
      {saving.state === 'conflict' ? (
        <div class="plan-strip plan-strip-bad" role="alert">
          <Icon d={warning} />
          <p>
            <b>{t('plan.conflict', 'Somebody else saved this plan while you were writing.')}</b>{' '}
            {t(
              'plan.conflict.text',
              'Your text is still here and nothing of theirs was overwritten. Which one should stay?',
            )}
          </p>
          <span class="plan-strip-act">
            <Button onClick={() => void editing.keepMine()}>{t('plan.conflict.mine', 'Keep mine')}</Button>
            <Button onClick={reload}>{t('plan.conflict.theirs', 'Take theirs')}</Button>
          </span>
        </div>
      ) : null}
      {saving.state === 'failed' ? (
        <div class="plan-strip plan-strip-bad" role="alert">
          <Icon d={warning} />
          <p>
            <b>{problemText(saving.problem).happened}</b>{' '}
            {t('plan.failed', 'What you wrote is still on this page and not saved yet.')}
          </p>
          <span class="plan-strip-act">
            <Button onClick={() => void editing.flush()}>{t('plan.failed.again', 'Save again')}</Button>
          </span>
        </div>
      ) : null}
      {published === null ? null : (
        <div class="plan-strip">
          <Icon d={info} />
          <p>
            {rich(
              'plan.in-use',
              '<b>Version {n} holds now</b> and is used by {all, plural, =0 {no interview} one {# interview} other {# interviews}}.',
              { b: (inner) => <b>{inner}</b> },
              { n: published.version, all: published.interviews.all },
            )}{' '}
            {readOnly
              ? null
              : t(
                  'plan.in-use.next',
                  'What you write here becomes version {n}, for invitations sent after you publish it; reports keep the version they were made with.',
                  {
                    n: published.version + 1,
                  },
                )}{' '}
            {editing.revision === null ? null : (
              <button class="link" type="button" onClick={() => void differs()}>
                {t('plan.differs', 'See what differs')}
              </button>
            )}
          </p>
        </div>
      )}
      {mayEdit(me) ? null : (
        <div class="plan-strip">
          <Icon d={info} />
          <p>
            {t(
              'plan.reader',
              'You read this plan. An owner, an admin or a recruiter changes it, which is why its fields are closed.',
            )}
          </p>
        </div>
      )}
      {role.archivedAt === null ? null : (
        <div class="plan-strip">
          <Icon d={info} />
          <p>{t('plan.role-closed', 'This role is closed. Open it again in its settings to change its plan.')}</p>
        </div>
      )}
      {comparing ? <DifferencesDialog roleId={role.id} onClose={() => compare(false)} /> : null}
    </>
  );
}
