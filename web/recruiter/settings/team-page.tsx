/** The people of the tenant and what each may do. */
import { useState } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { longDay } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { plus } from '../../shared/icons.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { useMe } from '../me.ts';
import { PageTop } from '../page-top.tsx';
import { AddMember } from './add-member.tsx';
import { ChangeMember } from './change-member.tsx';
import { mayKeepTeam, roleWord } from './member-words.ts';
import './settings.css';

export type Member = Answer<'GET /api/recruiter/team'>['members'][number];

export function TeamPage() {
  const me = useMe();
  const team = useLoad((signal) => api('GET /api/recruiter/team', { signal }), []);
  const [adding, add] = useState(false);
  const [changing, change] = useState<Member | null>(null);
  const keeper = mayKeepTeam(me.member.role);
  useTitle(t('team.title', 'Team'));
  const changed = (said: string) => {
    add(false);
    change(null);
    announce(said);
    team.reload();
  };
  return (
    <>
      <PageTop title={t('team.title', 'Team')}>
        {keeper ? (
          <Button kind="main" icon={plus} onClick={() => add(true)}>
            {t('team.add', 'Add a member')}
          </Button>
        ) : null}
      </PageTop>
      <main id="main" class="settings" tabIndex={-1}>
        <section aria-labelledby="team-h">
          <h2 id="team-h">{t('team.of', 'Who works for {tenant}', { tenant: me.tenant.name })}</h2>
          <p>
            {keeper
              ? t(
                  'team.text',
                  'Every decision carries the name of one of these people. Whoever leaves stays named on what they did.',
                )
              : t(
                  'team.text.reader',
                  'Every decision carries the name of one of these people. An owner or an admin can change this list.',
                )}
          </p>
          <Loaded of={team} what={t('team.loading', 'Loading the team…')}>
            {({ members }) => (
              <ul class="rows">
                {members.map((one) => (
                  <li key={one.id}>
                    <p class="row-name">
                      <b dir="auto">{one.name}</b>
                      <span class="muted" dir="ltr">
                        {one.email}
                      </span>
                    </p>
                    <p>
                      {one.disabledAt === null
                        ? roleWord(one.role)
                        : t('team.left', 'Off the team since {day}', { day: longDay(one.disabledAt) })}
                      {one.id === me.member.id ? <span class="muted"> · {t('team.you', 'you')}</span> : null}
                    </p>
                    {keeper && (one.role !== 'owner' || me.member.role === 'owner') ? (
                      <Button kind="quiet" onClick={() => change(one)}>
                        {t('team.change', 'Change')}
                        <span class="vh">{one.name}</span>
                      </Button>
                    ) : (
                      <span />
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Loaded>
        </section>
      </main>
      {adding ? <AddMember onClose={() => add(false)} onAdded={changed} /> : null}
      {changing === null ? null : <ChangeMember member={changing} onClose={() => change(null)} onChanged={changed} />}
    </>
  );
}
