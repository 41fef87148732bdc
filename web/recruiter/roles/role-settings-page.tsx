/** What a role is called and promises; closing it and opening it again. */
import { useState } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { longDay } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { Loaded } from '../../shared/ui/states.tsx';
import { Switch } from '../../shared/ui/switch.tsx';
import { useAction } from '../../shared/use-action.ts';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { keepsTeam, mayEdit, useMe } from '../me.ts';
import { PageTop } from '../page-top.tsx';
import { rolePath } from '../paths.ts';
import { RoleTabs } from '../role-tabs.tsx';
import { RoleAgainSection } from './role-again-section.tsx';
import { RoleFields, type RoleInput, roleErrors } from './role-fields.tsx';
import { RoleTeamSection } from './role-team-section.tsx';
import './roles.css';

type Role = Answer<'GET /api/recruiter/roles/:role'>;

export function RoleSettingsPage({ roleId }: { roleId: string }) {
  const role = useLoad(
    (signal) => api('GET /api/recruiter/roles/:role', { params: { role: roleId }, signal }),
    [roleId],
  );
  const title = role.state === 'ready' ? role.data.title : t('role.settings', 'Settings');
  useTitle(t('role.settings.of', '{role}: settings', { role: title }));
  return (
    <>
      <PageTop
        path={[
          { href: '/app/roles', label: t('roles.title', 'Roles') },
          ...(role.state === 'ready' ? [{ href: rolePath(roleId), label: title }] : []),
        ]}
        title={t('role.settings', 'Settings')}
      />
      <div class="role-bar">
        <RoleTabs roleId={roleId} at="settings" />
      </div>
      <main id="main" class="settings" tabIndex={-1}>
        <Loaded of={role}>{(data) => <Settings role={data} onChanged={role.reload} />}</Loaded>
      </main>
    </>
  );
}

function Settings({ role, onChanged }: { role: Role; onChanged: () => void }) {
  const me = useMe();
  const [input, change] = useState<RoleInput>({
    title: role.title,
    location: role.location,
    days: String(role.decisionDays),
  });
  const errors = roleErrors(input);
  const patch = (body: {
    title?: string;
    location?: string;
    decisionDays?: number;
    archived?: boolean;
    blind?: boolean;
  }) => api('PATCH /api/recruiter/roles/:role', { params: { role: role.id }, body });
  const save = useAction(async () => {
    await patch({ title: input.title, location: input.location, decisionDays: Number(input.days) });
    announce(t('role.saved', 'Role saved.'));
    onChanged();
  });
  const blind = useAction(async (on: boolean) => {
    await patch({ blind: on });
    announce(on ? t('role.blind.on', 'Names are hidden now.') : t('role.blind.off', 'Names are shown now.'));
    onChanged();
  });
  const close = useAction(async (archived: boolean) => {
    await patch({ archived });
    announce(archived ? t('role.closed', 'Role closed.') : t('role.opened', 'Role opened again.'));
    onChanged();
  });
  if (!mayEdit(me)) {
    return (
      <section>
        <h2>{role.title}</h2>
        <p>{t('role.read-only', 'Your role reads here. An owner, an admin or a recruiter can change it.')}</p>
      </section>
    );
  }
  const submit = (event: Event) => {
    event.preventDefault();
    if (errors.title === undefined && errors.days === undefined) void save.run();
  };
  return (
    <>
      <section aria-labelledby="facts">
        <h2 id="facts">{t('role.facts', 'The role')}</h2>
        <form class="form narrow" onSubmit={submit} noValidate>
          <RoleFields role={input} errors={errors} onChange={change} />
          <ProblemNotice problem={save.problem} />
          <div class="form-act">
            <Button kind="main" type="submit" busy={save.busy}>
              {t('role.save', 'Save')}
            </Button>
          </div>
        </form>
      </section>
      <section aria-labelledby="blind">
        <h2 id="blind">{t('role.blind', 'Blind reading')}</h2>
        <div class="switch-line">
          <Switch
            on={blind.busy ? !role.blind : role.blind}
            labelledBy="blind-label"
            describedBy="blind-hint"
            onChange={(on) => void blind.run(on)}
            fixed={role.blind && !keepsTeam(me)}
          />
          <p id="blind-label">{t('role.blind.label', 'Hide who somebody is until one has judged')}</p>
        </div>
        <p class="muted" id="blind-hint">
          {t(
            'role.blind.hint',
            'Each member sees a code in place of the name, everywhere, until they have given their own levels for that person. The log says of every reading whether the name was known. The voice in a recording stays as it is.',
          )}
        </p>
        {role.blind && !keepsTeam(me) ? (
          <p class="muted">{t('role.blind.keepers', 'Only an owner or an admin can show the names again.')}</p>
        ) : null}
        <ProblemNotice problem={blind.problem} />
      </section>
      <RoleTeamSection roleId={role.id} />
      <RoleAgainSection role={role} />
      <section aria-labelledby="close">
        <h2 id="close">
          {role.archivedAt === null ? t('role.close', 'Close the role') : t('role.is-closed', 'This role is closed')}
        </h2>
        <p>
          {role.archivedAt === null
            ? t('role.close.text', 'Nobody more can be invited. Interviews that run go on, and reports stay.')
            : t('role.closed.since', 'Closed on {day}. Open it again to invite people.', {
                day: longDay(role.archivedAt),
              })}
        </p>
        <ProblemNotice problem={close.problem} />
        <div class="form-act">
          <Button busy={close.busy} onClick={() => void close.run(role.archivedAt === null)}>
            {role.archivedAt === null ? t('role.close', 'Close the role') : t('role.open', 'Open it again')}
          </Button>
        </div>
      </section>
    </>
  );
}
