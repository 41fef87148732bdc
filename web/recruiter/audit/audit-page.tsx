/** The log of who read and changed what: filtered, page by page, and as a file. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type Answer, api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { Empty, Loaded } from '../../shared/ui/states.tsx';
import { useAction } from '../../shared/use-action.ts';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { mayReadLog, useMe } from '../me.ts';
import { NothingHere } from '../nothing-here.tsx';
import { PageTop } from '../page-top.tsx';
import { AuditFilter } from './audit-filter.tsx';
import { type Asked, askedIn, exportPath, queryOf } from './audit-query.ts';
import { AuditTable } from './audit-table.tsx';
import './audit.css';

type Page = Answer<'GET /api/recruiter/audit'>;

export function AuditPage() {
  const me = useMe();
  useTitle(t('audit.title', 'Audit log'));
  return mayReadLog(me) ? <Log /> : <NothingHere />;
}

function Log() {
  const { query, route } = useLocation();
  const asked = askedIn(query);
  const key = JSON.stringify(asked);
  const log = useLoad((signal) => api('GET /api/recruiter/audit', { query: queryOf(asked), signal }), [key]);
  const ask = (next: Asked) => {
    const words = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== ''));
    route(`/app/audit${words.size === 0 ? '' : `?${words}`}`, true);
  };
  return (
    <>
      <PageTop
        path={[{ href: '/app/privacy', label: t('rail.privacy', 'Privacy') }]}
        title={t('audit.title', 'Audit log')}
      >
        <a class="btn btn-line" href={exportPath(asked)} download>
          {t('audit.export', 'Export as CSV')}
        </a>
      </PageTop>
      <main id="main" class="page audit" tabIndex={-1}>
        <p class="muted">
          {t(
            'audit.lead',
            'Every reading of personal data and every change, with who and when. Entries hold ids, never words. Reading this page stands here too.',
          )}
        </p>
        <AuditFilter asked={asked} people={log.state === 'ready' ? log.data.people : []} onAsk={ask} />
        <Loaded of={log} what={t('audit.loading', 'Loading the log…')}>
          {(page) => <Entries key={key} first={page} asked={asked} onAsk={ask} />}
        </Loaded>
      </main>
    </>
  );
}

function Entries({ first, asked, onAsk }: { first: Page; asked: Asked; onAsk: (asked: Asked) => void }) {
  const [entries, set] = useState(first.entries);
  const [next, go] = useState(first.next);
  const more = useAction(async () => {
    if (next === null) return;
    const page = await api('GET /api/recruiter/audit', { query: { ...queryOf(asked), after: next } });
    set([...entries, ...page.entries]);
    go(page.next);
  });
  if (entries.length === 0) {
    return (
      <Empty title={t('audit.none', 'Nothing like this in the log')}>
        <p class="muted">{t('audit.none.text', 'Ask for a longer time, or for everything and everybody.')}</p>
      </Empty>
    );
  }
  return (
    <>
      <AuditTable entries={entries} onObject={(object) => onAsk({ ...asked, object })} />
      <ProblemNotice problem={more.problem} />
      {next === null ? (
        <p class="muted">{t('audit.end', 'That is all of it.')}</p>
      ) : (
        <Button busy={more.busy} onClick={() => void more.run()}>
          {t('audit.more', 'Show older entries')}
        </Button>
      )}
    </>
  );
}
