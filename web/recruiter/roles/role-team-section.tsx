/** Who may see a role: everybody, or its own team with the owners and admins. */
import { useState } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { Loaded } from '../../shared/ui/states.tsx';
import { useAction } from '../../shared/use-action.ts';
import { useLoad } from '../../shared/use-load.ts';
import { useMe } from '../me.ts';

type Team = Answer<'GET /api/recruiter/roles/:role/team'>;

export function RoleTeamSection({ roleId }: { roleId: string }) {
  const params = { role: roleId };
  const team = useLoad((signal) => api('GET /api/recruiter/roles/:role/team', { params, signal }), [roleId]);
  return (
    <section aria-labelledby="role-team">
      <h2 id="role-team">{t('role.team', 'Who sees this role')}</h2>
      <Loaded of={team}>{(data) => <TeamForm roleId={roleId} team={data} onSaved={team.reload} />}</Loaded>
    </section>
  );
}

function TeamForm({ roleId, team, onSaved }: { roleId: string; team: Team; onSaved: () => void }) {
  const me = useMe();
  const [teamOnly, setTeamOnly] = useState(team.teamOnly);
  const [chosen, choose] = useState(() => new Set(team.members.filter(({ sees }) => sees).map(({ id }) => id)));
  const save = useAction(async () => {
    await api('PUT /api/recruiter/roles/:role/team', {
      params: { role: roleId },
      body: { teamOnly, members: [...chosen] },
    });
    announce(t('role.team.saved', 'Who sees the role is saved.'));
    onSaved();
  });
  const tick = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    choose(next);
  };
  return (
    <form
      class="form narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      <fieldset class="role-team">
        <legend class="vh">{t('role.team', 'Who sees this role')}</legend>
        <label>
          <input type="radio" name="who" checked={!teamOnly} onChange={() => setTeamOnly(false)} />
          {t('role.team.all', 'Everybody in the company’s hiring team')}
        </label>
        <label>
          <input type="radio" name="who" checked={teamOnly} onChange={() => setTeamOnly(true)} />
          {t('role.team.own', 'Only the people chosen here, with the owners and admins')}
        </label>
      </fieldset>
      {teamOnly ? (
        <ul class="role-team">
          {team.members.map(({ id, name, always }) => {
            const own = id === me.member.id;
            return (
              <li key={id}>
                <label>
                  <input
                    class="tick"
                    type="checkbox"
                    checked={always || own || chosen.has(id)}
                    disabled={always || own}
                    onChange={(event) => tick(id, event.currentTarget.checked)}
                  />
                  <span dir="auto">{name}</span>
                  {always ? <span class="muted">{t('role.team.always', 'sees every role')}</span> : null}
                  {own && !always ? <span class="muted">{t('role.team.you', 'you')}</span> : null}
                </label>
              </li>
            );
          })}
        </ul>
      ) : null}
      <p class="muted">
        {t(
          'role.team.text',
          'For everybody else the role and its people are not there: not in lists, counts, searches or by a link. A change holds within a few seconds.',
        )}
      </p>
      <ProblemNotice problem={save.problem} />
      <div class="form-act">
        <Button type="submit" busy={save.busy}>
          {t('role.save', 'Save')}
        </Button>
      </div>
    </form>
  );
}
