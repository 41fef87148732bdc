/** Using a role again: a second one like it, or its plan as a template of the company. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type Answer, api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { copy } from '../../shared/icons.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { type Action, useAction } from '../../shared/use-action.ts';
import { planPath } from '../paths.ts';

export function RoleAgainSection({ role }: { role: Answer<'GET /api/recruiter/roles/:role'> }) {
  const { route } = useLocation();
  const [asking, ask] = useState<'copy' | 'template' | null>(null);
  const noPlan = role.planVersion === null && role.draftVersion === null;
  const duplicate = useAction(async (title: string) => {
    const { id } = await api('POST /api/recruiter/roles/:role/copy', { params: { role: role.id }, body: { title } });
    announce(t('role.copied', 'The new role is there, with a draft of the plan.'));
    route(planPath(id));
  });
  const keep = useAction(async (title: string) => {
    await api('POST /api/recruiter/roles/:role/own-template', { params: { role: role.id }, body: { title } });
    announce(t('role.kept', 'The plan is kept as a template.'));
    ask(null);
  });
  return (
    <section aria-labelledby="role-again">
      <h2 id="role-again">{t('role.again', 'Use it again')}</h2>
      <p>
        {t(
          'role.again.text',
          'A copy has the plan as a draft, the invitation’s words and the team, and none of the people. A template is a plan to begin others with.',
        )}
      </p>
      <div class="form-act">
        <Button icon={copy} onClick={() => ask('copy')}>
          {t('role.copy', 'Duplicate this role')}
        </Button>
        <Button
          why={noPlan ? t('role.template.none', 'There is no plan to keep yet.') : undefined}
          onClick={() => ask('template')}
        >
          {t('role.template', 'Save its plan as a template')}
        </Button>
      </div>
      {asking === 'copy' ? (
        <TitleDialog
          title={t('role.copy', 'Duplicate this role')}
          label={t('role.copy.title', 'Title of the new role')}
          first={role.title}
          act={t('role.copy.do', 'Duplicate')}
          doing={duplicate}
          onClose={() => ask(null)}
        />
      ) : null}
      {asking === 'template' ? (
        <TitleDialog
          title={t('role.template', 'Save its plan as a template')}
          label={t('role.template.title', 'Name of the template')}
          first={role.title}
          act={t('role.template.do', 'Save the template')}
          doing={keep}
          onClose={() => ask(null)}
        />
      ) : null}
    </section>
  );
}

interface TitleProps {
  title: string;
  label: string;
  first: string;
  act: string;
  doing: Action<[string]>;
  onClose: () => void;
}

function TitleDialog({ title, label, first, act, doing, onClose }: TitleProps) {
  const [typed, type] = useState(first);
  const why = typed.trim() === '' ? t('role.copy.empty', 'Enter a title.') : undefined;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('role.cancel', 'Cancel')}</Button>
          <Button kind="main" busy={doing.busy} why={why} onClick={() => void doing.run(typed)}>
            {act}
          </Button>
        </>
      }
    >
      <TextField label={label} value={typed} onInput={type} error={why} maxLength={200} autocomplete="off" />
      <ProblemNotice problem={doing.problem} />
    </Dialog>
  );
}
