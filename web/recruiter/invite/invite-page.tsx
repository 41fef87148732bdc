/** Inviting people: one by one or several lines at once, the mail beside it, and what became of each link. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Empty, Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { mayEdit, useMe } from '../me.ts';
import { PageTop } from '../page-top.tsx';
import { planPath, rolePath } from '../paths.ts';
import { RoleTabs } from '../role-tabs.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteForm } from './invite-form.tsx';
import { MailPreview } from './mail-preview.tsx';
import { InviteMany } from './many/invite-many.tsx';
import './invite.css';

export function InvitePage({ roleId }: { roleId: string }) {
  const me = useMe();
  const params = { role: roleId };
  const role = useLoad((signal) => api('GET /api/recruiter/roles/:role', { params, signal }), [roleId]);
  const invitations = useLoad(
    (signal) => api('GET /api/recruiter/roles/:role/invitations', { params, signal }),
    [roleId],
  );
  const [many, setMany] = useState(false);
  const [name, setName] = useState('');
  const [days, setDays] = useState('7');
  const title = role.state === 'ready' ? role.data.title : t('invite.title', 'Invite');
  useTitle(t('invite.title.of', '{role}: invite', { role: title }));
  const closed = role.state === 'ready' && role.data.archivedAt !== null;
  const noPlan = role.state === 'ready' && role.data.planVersion === null;
  const form = (
    <>
      <fieldset class="ways">
        <legend class="vh">{t('invite.how', 'How to invite')}</legend>
        <Way on={!many} onPick={() => setMany(false)} label={t('invite.one', 'One by one')} />
        <Way on={many} onPick={() => setMany(true)} label={t('invite.many', 'Many at once')} />
      </fieldset>
      {many ? (
        <InviteMany roleId={roleId} days={days} onDays={setDays} onInvited={invitations.reload} />
      ) : (
        <InviteForm
          roleId={roleId}
          name={name}
          onName={setName}
          days={days}
          onDays={setDays}
          onInvited={invitations.reload}
        />
      )}
    </>
  );
  return (
    <>
      <PageTop
        path={[
          { href: '/app/roles', label: t('roles.title', 'Roles') },
          ...(role.state === 'ready' ? [{ href: rolePath(roleId), label: title }] : []),
        ]}
        title={t('invite.title', 'Invite')}
      />
      <div class="role-bar">
        <RoleTabs roleId={roleId} at="invite" />
      </div>
      <main id="main" class="invite-grid" tabIndex={-1}>
        <div class="invite-list">
          {closed ? (
            <Empty title={t('invite.closed', 'This role is closed')}>
              <p class="muted">{t('invite.closed.text', 'Open it again in its settings to invite people.')}</p>
            </Empty>
          ) : noPlan ? (
            <Empty title={t('invite.no-plan', 'There is no published plan yet')}>
              <p class="muted">
                {t('invite.no-plan.text', 'An invitation leads to an interview, and an interview needs a plan.')}
              </p>
              <div class="act">
                <Button kind="main" href={planPath(roleId)}>
                  {t('first.open-plan', 'Open the plan')}
                </Button>
              </div>
            </Empty>
          ) : mayEdit(me) ? (
            form
          ) : (
            <p class="muted">
              {t('invite.read-only', 'Your role reads here. An owner, an admin or a recruiter can invite.')}
            </p>
          )}
          <section aria-labelledby="invited-h" class="invited">
            <h2 id="invited-h">{t('invite.list', 'Invited so far')}</h2>
            <Loaded of={invitations} what={t('invite.loading', 'Loading who was invited…')}>
              {(data) => (
                <InvitationList
                  invitations={data.invitations}
                  mayChange={mayEdit(me) && !closed}
                  onChanged={invitations.reload}
                />
              )}
            </Loaded>
          </section>
        </div>
        {role.state !== 'ready' || closed || noPlan ? null : (
          <MailPreview roleId={roleId} name={name} days={daysOf(days)} mayEdit={mayEdit(me)} />
        )}
      </main>
    </>
  );
}

function daysOf(typed: string): string {
  const n = Number(typed);
  return Number.isInteger(n) && n >= 1 && n <= 60 ? typed.trim() : '7';
}

function Way({ on, onPick, label }: { on: boolean; onPick: () => void; label: string }) {
  return (
    <label>
      <input class="vh" type="radio" name="way" checked={on} onChange={onPick} />
      {label}
    </label>
  );
}
