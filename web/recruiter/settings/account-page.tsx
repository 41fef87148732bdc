/** One's own account: where one is signed in, and signing out. */
import { api } from '../../shared/api.ts';
import { relative } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { regionName } from '../../shared/region-name.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { Loaded } from '../../shared/ui/states.tsx';
import { useAction } from '../../shared/use-action.ts';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { useMe } from '../me.ts';
import { PageTop } from '../page-top.tsx';
import { noteSignedIn } from '../sign-in/known-session.ts';
import { deviceWord } from './device-word.ts';
import { roleWord } from './member-words.ts';
import './settings.css';

export function AccountPage() {
  const me = useMe();
  const sessions = useLoad((signal) => api('GET /api/recruiter/sessions', { signal }), []);
  useTitle(t('account.title', 'Your account'));
  const signOut = useAction(async () => {
    await api('POST /api/recruiter/sign-out');
    noteSignedIn(false);
    location.replace('/sign-in');
  });
  const revoke = useAction(async (session: string) => {
    await api('DELETE /api/recruiter/sessions/:session', { params: { session } });
    announce(t('account.revoked', 'That device is signed out.'));
    sessions.reload();
  });
  return (
    <>
      <PageTop title={t('account.title', 'Your account')}>
        <Button busy={signOut.busy} onClick={() => void signOut.run()}>
          {t('account.sign-out', 'Sign out')}
        </Button>
      </PageTop>
      <main id="main" class="settings" tabIndex={-1}>
        <ProblemNotice problem={signOut.problem} />
        <section aria-labelledby="who">
          <h2 id="who">{me.member.name}</h2>
          <dl class="facts">
            <dt>{t('account.email', 'E-mail')}</dt>
            <dd dir="ltr">{me.member.email}</dd>
            <dt>{t('account.company', 'Company')}</dt>
            <dd dir="auto">{me.tenant.name}</dd>
            <dt>{t('account.role', 'Role')}</dt>
            <dd>{roleWord(me.member.role)}</dd>
            <dt>{t('account.region', 'Region')}</dt>
            <dd>{regionName(me.region.id)}</dd>
          </dl>
        </section>
        <section aria-labelledby="devices">
          <h2 id="devices">{t('account.devices', 'Where you are signed in')}</h2>
          <p>
            {t(
              'account.devices.text',
              'A device that you do not know? Sign it out; whoever uses it needs a new code from your mail.',
            )}
          </p>
          <ProblemNotice problem={revoke.problem} />
          <Loaded of={sessions} what={t('account.loading', 'Loading your devices…')}>
            {(data) => (
              <ul class="rows">
                {data.sessions.map((one) => (
                  <li key={one.id}>
                    <p class="row-name">
                      <b>{deviceWord(one.device)}</b>
                    </p>
                    <p class="muted">
                      {one.current
                        ? t('account.here', 'This device')
                        : t('account.seen', 'Last used {when}', { when: relative(one.seenAt, new Date()) })}
                    </p>
                    {one.current ? (
                      <span />
                    ) : (
                      <Button kind="quiet" busy={revoke.busy} onClick={() => void revoke.run(one.id)}>
                        {t('account.revoke', 'Sign out there')}
                        <span class="vh">{deviceWord(one.device)}</span>
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Loaded>
        </section>
      </main>
    </>
  );
}
