/** A new role: what it is called, where it is, by when a decision is promised, and what its plan begins with. */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import { planPath } from '../paths.ts';
import { RoleFields, type RoleInput, roleErrors } from './role-fields.tsx';
import { type Start, StartChoice } from './start-choice.tsx';

export function NewRole({ onClose }: { onClose: () => void }) {
  const { route } = useLocation();
  const [role, change] = useState<RoleInput>({ title: '', location: '', days: '5' });
  const [start, begin] = useState<Start>('description');
  const [tried, tryIt] = useState(false);
  const errors = roleErrors(role);
  const make = useAction(async () => {
    const { id } = await api('POST /api/recruiter/roles', {
      body: { title: role.title, location: role.location, decisionDays: Number(role.days) },
    });
    if (start !== 'description') {
      await api('POST /api/recruiter/roles/:role/plan/draft', {
        params: { role: id },
        body: { from: 'template', revision: null, template: start.id },
      });
    }
    route(planPath(id));
  });
  const submit = (event: Event) => {
    event.preventDefault();
    tryIt(true);
    if (errors.title === undefined && errors.days === undefined) void make.run();
  };
  return (
    <Dialog title={t('role.new', 'New role')} onClose={onClose}>
      <form class="form" onSubmit={submit} noValidate>
        <RoleFields role={role} errors={tried ? errors : {}} onChange={change} />
        <StartChoice
          start={start}
          onStart={(next) => {
            begin(next);
            if (next !== 'description' && role.title === '') change({ ...role, title: next.title });
          }}
        />
        <ProblemNotice problem={make.problem} />
        <div class="dialog-act">
          <Button onClick={onClose}>{t('role.cancel', 'Cancel')}</Button>
          <Button kind="main" type="submit" busy={make.busy}>
            {t('role.make', 'Make the role')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
