/** The home page of a tenant that has invited nobody yet: three steps, the first begun right here. */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { api } from '../../shared/api.ts';
import { DocumentPicker } from '../../shared/documents/document-picker.tsx';
import { useDocument } from '../../shared/documents/use-document.ts';
import { t } from '../../shared/i18n.ts';
import { regionName } from '../../shared/region-name.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { Loaded } from '../../shared/ui/states.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useAction } from '../../shared/use-action.ts';
import { useLoad } from '../../shared/use-load.ts';
import { mayEdit, useMe } from '../me.ts';
import { invitePath, planPath } from '../paths.ts';
import { handOver } from '../plan/handed-over.ts';
import { titleFrom } from '../roles/title-from.ts';

export function FirstSteps({ alone }: { alone: boolean }) {
  const me = useMe();
  const roles = useLoad((signal) => api('GET /api/recruiter/roles', { signal }), []);
  const first = me.member.name.split(' ')[0] ?? me.member.name;
  return (
    <main id="main" class="first" tabIndex={-1}>
      <header class="home-head">
        <h1>{t('first.title', 'Welcome to Interloop, {name}', { name: first })}</h1>
        <p>
          {t(
            'first.lead',
            '{tenant} rests in this region: {region}. Nothing waits for you yet; three steps, and the first interview can go out today.',
            { tenant: me.tenant.name, region: regionName(me.region.id) },
          )}
        </p>
      </header>
      <Loaded of={roles}>
        {({ roles: [role] }) => (
          <ol class="steps">
            <li>
              {role === undefined ? (
                <FirstRole />
              ) : (
                <div>
                  <h2>{t('first.goes-on', 'Finish the interview for {role}', { role: role.title })}</h2>
                  <p>
                    {role.planVersion === null
                      ? t(
                          'first.plan-open',
                          'Its plan is not published yet. Look it over, change what you like, and publish it.',
                        )
                      : t(
                          'first.plan-there',
                          'Its plan is published. You can change it at any time; that makes a new version.',
                        )}
                  </p>
                  <div class="row">
                    <Button kind={role.planVersion === null ? 'main' : 'line'} href={planPath(role.id)}>
                      {t('first.open-plan', 'Open the plan')}
                    </Button>
                  </div>
                </div>
              )}
            </li>
            <li>
              <div>
                <h2>{t('first.invite', 'Invite the first person')}</h2>
                <p>
                  {t(
                    'first.invite.text',
                    'They get a link by mail and need no account. You see here when they begin, and read a report in which every level stands on their own words.',
                  )}
                </p>
                <div class="row">
                  {!mayEdit(me) ? (
                    <span class="muted">{t('first.invite.reader', 'An owner, an admin or a recruiter invites.')}</span>
                  ) : role === undefined || role.planVersion === null ? (
                    <Button why={t('first.invite.why', 'This needs a published plan.')}>
                      {t('first.invite.act', 'Invite somebody')}
                    </Button>
                  ) : (
                    <Button kind="main" href={invitePath(role.id)}>
                      {t('first.invite.act', 'Invite somebody')}
                    </Button>
                  )}
                  {mayEdit(me) && (role === undefined || role.planVersion === null) ? (
                    <span class="muted">{t('first.invite.why', 'This needs a published plan.')}</span>
                  ) : null}
                </div>
              </div>
            </li>
            <li>
              <div>
                <h2>{t('first.team', 'Bring the person who decides')}</h2>
                <p>
                  {t(
                    'first.team.text',
                    'No one is turned down by a machine here: every decision carries a name. Add a colleague, and say what they may do.',
                  )}
                </p>
                <div class="row">
                  <Button href="/app/team">
                    {alone ? t('first.team.add', 'Add a colleague') : t('first.team.see', 'See your team')}
                  </Button>
                </div>
              </div>
            </li>
          </ol>
        )}
      </Loaded>
      <p class="muted">
        {t(
          'first.later',
          'When interviews come in, this page shows what needs you: decisions due and people waiting for an answer.',
        )}
      </p>
    </main>
  );
}

function FirstRole() {
  const me = useMe();
  const { route } = useLocation();
  const [description, write] = useState('');
  const [tried, tryIt] = useState(false);
  const file = useDocument(write);
  const draft = useAction(async () => {
    const title = titleFrom(description) || t('first.untitled', 'New role');
    const { id } = await api('POST /api/recruiter/roles', { body: { title } });
    handOver(id, description);
    route(planPath(id));
  });
  return (
    <div>
      <h2>{t('first.describe', 'Turn a job description into an interview')}</h2>
      <p>
        {t(
          'first.describe.text',
          'Paste it here or choose a file. Questions and rubric are drafted from it, and you change what you like before anybody sees them.',
        )}
      </p>
      {mayEdit(me) ? (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            tryIt(true);
            if (description.trim() !== '') void draft.run();
          }}
        >
          <DocumentPicker document={file} label={t('jd.file', 'Choose a file')}>
            <TextField
              label={t('first.description', 'Job description')}
              long
              rows={4}
              value={description}
              onInput={write}
              error={
                tried && description.trim() === '' ? t('first.draft.why', 'Paste a job description first.') : undefined
              }
              placeholder={t('first.example', 'For example: You will lead eleven agents in Rotterdam and Venlo…')}
            />
          </DocumentPicker>
          <div class="row">
            <Button kind="main" type="submit" busy={draft.busy}>
              {t('first.draft', 'Draft the interview')}
            </Button>
            <a href="/app/roles?new=1">{t('first.template', 'Start from a template')}</a>
          </div>
          <ProblemNotice problem={draft.problem} />
        </form>
      ) : (
        <p class="muted">
          {t('first.read-only', 'Your role reads here; an owner, an admin or a recruiter can begin.')}
        </p>
      )}
    </div>
  );
}
