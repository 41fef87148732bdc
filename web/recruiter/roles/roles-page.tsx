/** The roles that the tenant hires for: open ones first, with how their people stand. */
import { useLocation } from 'preact-iso/router';
import { type Answer, api } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { briefcase, plus, search } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Empty, Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { mayEdit, useMe } from '../me.ts';
import { PageTop } from '../page-top.tsx';
import { planPath, rolePath } from '../paths.ts';
import { openSearch } from '../search/search-key.tsx';
import { NewRole } from './new-role.tsx';
import './roles.css';

type Role = Answer<'GET /api/recruiter/roles'>['roles'][number];

export function RolesPage() {
  const me = useMe();
  const { query, route } = useLocation();
  const roles = useLoad((signal) => api('GET /api/recruiter/roles', { signal }), []);
  useTitle(t('roles.title', 'Roles'));
  const asked = query.new !== undefined;
  return (
    <>
      <PageTop title={t('roles.title', 'Roles')}>
        <Button kind="quiet" icon={search} onClick={openSearch}>
          {t('roles.search', 'Search all candidates')} <kbd class="roles-key">{t('roles.search.key', 'Ctrl K')}</kbd>
        </Button>
        {mayEdit(me) ? (
          <Button kind="main" icon={plus} onClick={() => route('/app/roles?new=1')}>
            {t('roles.new', 'New role')}
          </Button>
        ) : null}
      </PageTop>
      <main id="main" class="page roles" tabIndex={-1}>
        <Loaded of={roles} what={t('roles.loading', 'Loading your roles…')}>
          {({ roles: all }) =>
            all.length === 0 ? (
              <Empty icon={briefcase} title={t('roles.none', 'No role yet')}>
                <p class="muted">
                  {t(
                    'roles.none.text',
                    'A role is a job that you hire for. It holds the interview plan, and everybody whom you invite.',
                  )}
                </p>
                {mayEdit(me) ? (
                  <div class="act">
                    <Button onClick={() => route('/app/roles?new=1')}>{t('roles.first', 'Make the first role')}</Button>
                  </div>
                ) : null}
              </Empty>
            ) : (
              <>
                <RoleList roles={all.filter((role) => role.archivedAt === null)} />
                {all.some((role) => role.archivedAt !== null) ? (
                  <section class="roles-closed" aria-labelledby="closed">
                    <h2 id="closed">{t('roles.closed', 'Closed')}</h2>
                    <RoleList roles={all.filter((role) => role.archivedAt !== null)} />
                  </section>
                ) : null}
              </>
            )
          }
        </Loaded>
      </main>
      {asked ? <NewRole onClose={() => route('/app/roles', true)} /> : null}
    </>
  );
}

function RoleList({ roles }: { roles: Role[] }) {
  return (
    <ul class="role-list">
      {roles.map((role) => (
        <li key={role.id}>
          <p class="role-name">
            <a href={role.planVersion === null ? planPath(role.id) : rolePath(role.id)} dir="auto">
              {role.title}
            </a>
            <span class="muted" dir="auto">
              {role.location}
            </span>
          </p>
          <p class="muted">{planWords(role)}</p>
          <p class="role-people">{peopleWords(role)}</p>
          {role.counts['to-decide'] === 0 ? (
            <span />
          ) : (
            <a class="tag crit" href={`${rolePath(role.id)}?show=to-decide`}>
              {t('roles.to-decide', '{n} to decide', { n: number(role.counts['to-decide']) })}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function planWords({ planVersion, draftVersion }: Role): string {
  if (planVersion === null && draftVersion === null) return t('roles.plan.none', 'No plan yet');
  if (planVersion === null) return t('roles.plan.draft', 'Plan being drafted');
  if (draftVersion === null) return t('roles.plan.version', 'Plan version {n}', { n: planVersion });
  return t('roles.plan.both', 'Plan version {n}, version {draft} being drafted', {
    n: planVersion,
    draft: draftVersion,
  });
}

function peopleWords({ counts }: Role): string {
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  if (all === 0) return t('roles.people.none', 'Nobody invited');
  return t('roles.people', '{n, plural, one {# person} other {# people}}, {live} in progress, {waiting} invited', {
    n: all,
    live: counts['in-progress'],
    waiting: counts.invited,
  });
}
