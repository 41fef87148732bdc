/** The pipeline of a role: everybody by state, one line and levels each, what is due first. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { t } from '../../shared/i18n.ts';
import { people, plus } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { Empty, Failed, Loading } from '../../shared/ui/states.tsx';
import { useAction } from '../../shared/use-action.ts';
import { useTitle } from '../../shared/use-title.ts';
import { mayEdit, useMe } from '../me.ts';
import { PageTop } from '../page-top.tsx';
import { invitePath, rolePath } from '../paths.ts';
import { RoleTabs } from '../role-tabs.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { KeysDialog, KeysFoot } from './keys-help.tsx';
import { PipelineTable } from './pipeline-table.tsx';
import { asShow, asSort, type Show, type Sort } from './pipeline-types.ts';
import { Toolbar } from './toolbar.tsx';
import { usePipeline } from './use-pipeline.ts';
import { useRows } from './use-rows.ts';
import '../evidence.css';
import './pipeline.css';

/** A search is sent when the typing rests this long. */
const TYPING_RESTS_MS = 250;

export function PipelinePage({ roleId }: { roleId: string }) {
  const me = useMe();
  const { query, route } = useLocation();
  const [show, sort, search] = [asShow(query.show), asSort(query.sort), query.search ?? ''];
  const [typed, type] = useState(search);
  const [helping, help] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { pipeline, reload, more, all, problem } = usePipeline(roleId, { show, sort, search });
  const ready = pipeline.state === 'ready' ? pipeline : null;
  const rows = ready?.rows ?? [];
  const title = ready?.page.role.title ?? t('pipeline.title', 'Role');
  const place = useRows(rows, { roleId, search: () => input.current?.focus(), help: () => help(true) });
  const next = useAction(more);
  const everybody = useAction(async () => place.choose(await all()));
  useTitle(t('pipeline.title.of', '{role}: pipeline', { role: title }));

  const ask = (asked: { show?: Show; sort?: Sort; search?: string }) => {
    const now = { show, sort, search, ...asked };
    const words = new URLSearchParams();
    if (now.show !== 'all') words.set('show', now.show);
    if (now.sort !== 'due') words.set('sort', now.sort);
    if (now.search.trim() !== '') words.set('search', now.search);
    route(`${rolePath(roleId)}${words.size === 0 ? '' : `?${words}`}`, true);
  };
  useEffect(() => {
    if (typed === search) return;
    const timer = setTimeout(() => ask({ search: typed }), TYPING_RESTS_MS);
    return () => clearTimeout(timer);
  });

  return (
    <div class="pipeline-page">
      <PageTop path={[{ href: '/app/roles', label: t('roles.title', 'Roles') }]} title={title}>
        {mayEdit(me) ? (
          <Button href={invitePath(roleId)} icon={plus}>
            {t('pipeline.invite', 'Invite people')}
          </Button>
        ) : null}
      </PageTop>
      <main id="main" tabIndex={-1}>
        <header class="role-head">
          <RoleTabs roleId={roleId} at="pipeline" />
          {ready === null ? null : <p class="small">{promise(ready.page)}</p>}
        </header>
        {pipeline.state === 'failed' ? (
          <div class="pad">
            <Failed problem={pipeline.problem} retry={() => void reload()} />
          </div>
        ) : (
          <>
            <Toolbar
              counts={ready?.page.counts ?? null}
              show={show}
              onShow={(one) => ask({ show: one })}
              typed={typed}
              onType={type}
              input={input}
            />
            {ready === null ? (
              <div class="pad">
                <Loading what={t('pipeline.loading', 'Loading the people of this role…')} />
              </div>
            ) : rows.length === 0 ? (
              <div class="pad">
                <Nobody
                  roleId={roleId}
                  filtered={show !== 'all' || search !== ''}
                  onAll={() => {
                    type('');
                    ask({ show: 'all', search: '' });
                  }}
                />
              </div>
            ) : (
              <>
                <PipelineTable
                  page={ready.page}
                  rows={rows}
                  sort={sort}
                  onSort={(one) => ask({ sort: one })}
                  atId={place.atId}
                  onAt={place.setAt}
                  selected={place.selected}
                  onToggle={place.toggle}
                  onAll={place.choose}
                  table={place.table}
                />
                <div class="pipe-end">
                  <p>
                    {t('pipeline.shown', '{n, plural, one {# person shown} other {# people shown}}', {
                      n: rows.length,
                    })}
                  </p>
                  {ready.more ? (
                    <Button busy={next.busy} onClick={() => void next.run()}>
                      {t('pipeline.more', 'Show more')}
                    </Button>
                  ) : null}
                  <ProblemNotice problem={problem} />
                </div>
                <BulkBar
                  roleId={roleId}
                  rows={rows}
                  selected={place.selected}
                  onClear={() => place.choose([])}
                  onEverybody={ready.more && place.selected.length >= rows.length ? everybody : null}
                />
                <ProblemNotice problem={everybody.problem} />
              </>
            )}
          </>
        )}
        <KeysFoot onAll={() => help(true)} />
      </main>
      {helping ? <KeysDialog onClose={() => help(false)} /> : null}
    </div>
  );
}

function promise(page: { planVersion: number | null; role: { decisionDays: number } }): string {
  const days = t(
    'pipeline.promise',
    'Decisions promised within {n, plural, one {# working day} other {# working days}}',
    { n: page.role.decisionDays },
  );
  return page.planVersion === null
    ? days
    : t('pipeline.version', 'Plan version {version} · {days}', { version: page.planVersion, days });
}

function Nobody({ roleId, filtered, onAll }: { roleId: string; filtered: boolean; onAll: () => void }) {
  if (filtered) {
    return (
      <Empty title={t('pipeline.none-match', 'Nobody matches')}>
        <p class="muted">{t('pipeline.none-match.text', 'There are people in this role, but none like this.')}</p>
        <div class="act">
          <Button onClick={onAll}>{t('pipeline.show-all', 'Show everybody')}</Button>
        </div>
      </Empty>
    );
  }
  return (
    <Empty icon={people} title={t('pipeline.none', 'Nobody is invited yet')}>
      <p class="muted">
        {t(
          'pipeline.none.text',
          'Everybody whom you invite appears here at once, with what happens to their interview as it happens.',
        )}
      </p>
      {mayEdit(useMe()) ? (
        <div class="act">
          <Button kind="main" href={invitePath(roleId)}>
            {t('pipeline.invite-first', 'Invite somebody')}
          </Button>
        </div>
      ) : null}
    </Empty>
  );
}
