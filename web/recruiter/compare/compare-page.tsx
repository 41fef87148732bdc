/** People of one role side by side, criterion by criterion, on one version of the rubric; quotes on demand. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Empty, Loaded } from '../../shared/ui/states.tsx';
import { Switch } from '../../shared/ui/switch.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { PageTop } from '../page-top.tsx';
import { comparePath, rolePath } from '../paths.ts';
import { RoleTabs } from '../role-tabs.tsx';
import { CompareTable } from './compare-table.tsx';
import type { Compared } from './compare-types.ts';
import { PeoplePicker } from './people-picker.tsx';
import '../evidence.css';
import './compare.css';

export function ComparePage({ roleId }: { roleId: string }) {
  const { query, route } = useLocation();
  const people = (query.people ?? '').split(',').filter((id) => id !== '');
  const compared = useLoad(
    (signal) =>
      api('GET /api/recruiter/roles/:role/compare', {
        params: { role: roleId },
        query: people.length === 0 ? {} : { people: people.join(',') },
        signal,
      }),
    [roleId, people.join(',')],
  );
  const role = compared.state === 'ready' ? compared.data.role.title : t('pipeline.title', 'Role');
  const count = compared.state === 'ready' ? compared.data.people.length : people.length;
  useTitle(t('compare.title.of', '{role}: compare', { role }));
  const change = (next: readonly string[]) => route(comparePath(roleId, next), true);
  return (
    <div class="compare-page">
      <PageTop
        path={[
          { href: '/app/roles', label: t('roles.title', 'Roles') },
          { href: rolePath(roleId), label: role },
        ]}
        title={t('compare.title', '{n, plural, =0 {Compare} other {Compare #}}', { n: count })}
      >
        {count === 0 ? null : <PeoplePicker roleId={roleId} people={people} onChange={change} />}
      </PageTop>
      <div class="role-bar">
        <RoleTabs roleId={roleId} at="compare" />
      </div>
      <main id="main" tabIndex={-1}>
        <Loaded of={compared} what={t('compare.loading', 'Loading their reports…')}>
          {(data) => <Side roleId={roleId} compared={data} people={people} onChange={change} />}
        </Loaded>
      </main>
    </div>
  );
}

interface SideProps {
  roleId: string;
  compared: Compared;
  people: readonly string[];
  onChange: (people: readonly string[]) => void;
}

function Side({ roleId, compared, people, onChange }: SideProps) {
  const [nameless, hideNames] = useState(false);
  const leftOut = compared.leftOut.map((one) => (
    <Notice key={one.id}>
      <p>
        {one.why === 'no-report'
          ? t('compare.no-report', '{name} has no report yet and is left out.', { name: one.name })
          : t(
              'compare.other-version',
              '{name} was judged with rubric version {version}. Levels of two versions mean different things, so they can’t stand beside each other.',
              { name: one.name, version: one.planVersion },
            )}
      </p>
    </Notice>
  ));
  if (compared.people.length === 0 || compared.planVersion === null) {
    return (
      <div class="pad">
        {leftOut}
        <Empty title={t('compare.none', 'Choose who stands side by side')}>
          <p class="muted">
            {t('compare.none.text', 'People of this role whose reports came from the same version of the rubric.')}
          </p>
          <div class="act">
            <PeoplePicker roleId={roleId} people={people} onChange={onChange} main />
            <Button href={rolePath(roleId)}>{t('compare.back', 'Choose in the pipeline')}</Button>
          </div>
        </Empty>
      </div>
    );
  }
  return (
    <>
      <div class="toolbar compare-note">
        <p class="muted">
          {t(
            'compare.version',
            'Judged with rubric version {version}. People judged with another version can’t be put beside them.',
            { version: compared.planVersion },
          )}
        </p>
        <p class="compare-names">
          <Switch on={nameless} onChange={hideNames} labelledBy="compare-nameless" />
          <span id="compare-nameless">{t('compare.nameless', 'Hide names')}</span>
        </p>
        <p class="legend">
          <span class="mark l0" aria-hidden="true" />
          {t('compare.legend', 'not enough evidence is no level')}
        </p>
      </div>
      {leftOut.length === 0 ? null : <div class="pad left-out">{leftOut}</div>}
      <CompareTable
        compared={compared}
        nameless={nameless}
        onRemove={(id) => onChange(people.filter((one) => one !== id))}
      />
    </>
  );
}
