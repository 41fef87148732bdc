/** Everything behind the sign-in: the rail, and the page that the address names. */

import { useEffect } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso/router';
import { ApiProblem, api } from '../shared/api.ts';
import { arrive } from '../shared/arrive.ts';
import { t } from '../shared/i18n.ts';
import { checkWhenShownAgain } from '../shared/shown-again.ts';
import { SkipLink } from '../shared/ui/skip-link.tsx';
import { Failed, Loading } from '../shared/ui/states.tsx';
import { useLoad } from '../shared/use-load.ts';
import { Me, type MeAnswer } from './me.ts';
import {
  AccountPage,
  AuditPage,
  Compare,
  FairnessPage,
  HomePage,
  Invite,
  LivePage,
  NothingHere,
  Pipeline,
  Plan,
  Preview,
  PrivacyPage,
  Report,
  RequestsPage,
  RoleSettings,
  RolesPage,
  TeamPage,
} from './pages.tsx';
import { Rail } from './rail.tsx';
import { SearchKey } from './search/search-key.tsx';
import { noteSignedIn, tabWasSignedIn } from './sign-in/known-session.ts';
import { leaveForSignIn } from './sign-in/way-back.ts';

export function Workspace() {
  const { path } = useLocation();
  const me = useLoad(readMe, []);
  const signedOut = me.state === 'failed' && me.problem.code === 'not_signed_in';
  useEffect(() => {
    if (signedOut) leaveForSignIn();
  }, [signedOut]);
  const session = me.state === 'ready' ? me.data.session : null;
  useEffect(() => {
    if (session === null) return undefined;
    return checkWhenShownAgain(async () => (await api('GET /api/recruiter/session')).session === session);
  }, [session]);
  if (me.state !== 'ready') {
    return (
      <main id="main" class="page" tabIndex={-1}>
        {me.state === 'loading' || signedOut ? (
          <Loading what={t('app.opening', 'Opening your workspace…')} />
        ) : (
          <Failed page problem={me.problem} retry={me.reload} />
        )}
      </main>
    );
  }
  const bare = path.endsWith('/preview');
  return (
    <Me.Provider value={me.data}>
      <SkipLink />
      <div class={bare ? 'app app-bare' : 'app'}>
        {bare ? null : <Rail path={path} />}
        <SearchKey />
        <div class="shell">
          <Router onRouteChange={arrive}>
            <Route path="/app" component={HomePage} />
            <Route path="/app/roles" component={RolesPage} />
            <Route path="/app/roles/:role" component={Pipeline} />
            <Route path="/app/roles/:role/plan" component={Plan} />
            <Route path="/app/roles/:role/plan/preview" component={Preview} />
            <Route path="/app/roles/:role/compare" component={Compare} />
            <Route path="/app/roles/:role/invite" component={Invite} />
            <Route path="/app/roles/:role/settings" component={RoleSettings} />
            <Route path="/app/interviews/:id" component={Report} />
            <Route path="/app/live" component={LivePage} />
            <Route path="/app/requests" component={RequestsPage} />
            <Route path="/app/privacy" component={PrivacyPage} />
            <Route path="/app/fairness" component={FairnessPage} />
            <Route path="/app/audit" component={AuditPage} />
            <Route path="/app/team" component={TeamPage} />
            <Route path="/app/account" component={AccountPage} />
            <Route default component={NothingHere} />
          </Router>
        </div>
      </div>
    </Me.Provider>
  );
}

/**
 * A tab that was not signed in asks first whether anybody is: a refusal would stand as an error in the console of
 * whoever only follows a link here.
 */
async function readMe(signal: AbortSignal): Promise<MeAnswer> {
  try {
    if (!tabWasSignedIn() && !(await api('GET /api/visitor/session', { signal })).member) {
      throw new ApiProblem('not_signed_in', 401);
    }
    const me = await api('GET /api/recruiter/me', { signal });
    noteSignedIn(true);
    return me;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'not_signed_in') noteSignedIn(false);
    throw error;
  }
}
