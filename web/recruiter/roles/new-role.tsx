/** A new role: what it is called, where it is, by when a decision is promised, and what its plan begins with. */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type Answer, api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import { useLoad } from '../../shared/use-load.ts';
import { planPath } from '../paths.ts';
import { RoleFields, type RoleInput, roleErrors } from './role-fields.tsx';

type Template = Answer<'GET /api/recruiter/plan-templates'>['templates'][number];

export function NewRole({ onClose }: { onClose: () => void }) {
  const { route } = useLocation();
  const templates = useLoad((signal) => api('GET /api/recruiter/plan-templates', { signal }), []);
  const [role, change] = useState<RoleInput>({ title: '', location: '', days: '5' });
  const [start, begin] = useState<Template['id'] | 'description'>('description');
  const [tried, tryIt] = useState(false);
  const errors = roleErrors(role);
  const make = useAction(async () => {
    const { id } = await api('POST /api/recruiter/roles', {
      body: { title: role.title, location: role.location, decisionDays: Number(role.days) },
    });
    if (start !== 'description') {
      await api('POST /api/recruiter/roles/:role/plan/draft', {
        params: { role: id },
        body: { from: 'template', revision: null, template: start },
      });
    }
    route(planPath(id));
  });
  const submit = (event: Event) => {
    event.preventDefault();
    tryIt(true);
    if (errors.title === undefined && errors.days === undefined) void make.run();
  };
  const choices = [
    {
      id: 'description' as const,
      title: t('role.start.description', 'A job description'),
      about: t(
        'role.start.description.about',
        'Paste it on the next page; questions and rubric are drafted from it by rules.',
      ),
    },
    ...(templates.state === 'ready' ? templates.data.templates : []),
  ];
  return (
    <Dialog title={t('role.new', 'New role')} onClose={onClose}>
      <form class="form" onSubmit={submit} noValidate>
        <RoleFields role={role} errors={tried ? errors : {}} onChange={change} />
        <fieldset class="starts">
          <legend>{t('role.start', 'Begin the plan with')}</legend>
          {choices.map(({ id, title, about }) => (
            <label key={id}>
              <input
                class="radio"
                type="radio"
                name="start"
                checked={start === id}
                onChange={() => {
                  begin(id);
                  if (id !== 'description' && role.title === '') change({ ...role, title });
                }}
              />
              <b>{title}</b>
              <span>{about}</span>
            </label>
          ))}
        </fieldset>
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
