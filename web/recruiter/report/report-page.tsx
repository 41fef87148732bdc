/** The report: digest, levels with evidence, the words, the decision, and the sound under all of it. */
import { useLocation } from 'preact-iso/router';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { chevronDown, chevronUp } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Failed, Loading } from '../../shared/ui/states.tsx';
import { useHotkeys } from '../../shared/use-hotkeys.ts';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { PageTop } from '../page-top.tsx';
import { comparePath, reportPath, rolePath } from '../paths.ts';
import { ReportBody } from './report-body.tsx';
import type { Report } from './report-types.ts';
import '../evidence.css';
import './report.css';

export function ReportPage({ id }: { id: string }) {
  const report = useLoad((signal) => api('GET /api/recruiter/interviews/:id/report', { params: { id }, signal }), [id]);
  const data = report.state === 'ready' ? report.data : null;
  const { route } = useLocation();
  useTitle(
    data === null ? t('report.title', 'Report') : t('report.title.of', '{name}: report', { name: data.candidate.name }),
  );
  const go = (to: string | null | undefined) => {
    if (to !== null && to !== undefined) route(reportPath(to));
  };
  useHotkeys({
    KeyJ: () => go(data?.queue.next),
    KeyK: () => go(data?.queue.previous),
    KeyE: () => document.getElementById('decide')?.focus(),
  });
  return (
    <div class="report-page">
      <Top report={data} />
      {report.state === 'ready' ? <ReportBody key={id} report={report.data} reload={report.reload} /> : null}
      {report.state === 'ready' ? null : (
        <main id="main" class="report-wait" tabIndex={-1}>
          {report.state === 'failed' ? (
            <Failed problem={report.problem} retry={report.reload} />
          ) : (
            <Loading what={t('report.loading', 'Loading the report…')} />
          )}
        </main>
      )}
    </div>
  );
}

function Top({ report }: { report: Report | null }) {
  const path =
    report === null
      ? [{ href: '/app/roles', label: t('roles.title', 'Roles') }]
      : [
          { href: '/app/roles', label: t('roles.title', 'Roles') },
          { href: rolePath(report.role.id), label: report.role.title },
        ];
  return (
    <PageTop path={path} title={t('report.title', 'Report')} heading={report === null}>
      {report === null ? null : <TopEnd report={report} />}
    </PageTop>
  );
}

function TopEnd({ report }: { report: Report }) {
  const { place, of, previous, next } = report.queue;
  return (
    <>
      {place === 0 ? null : (
        <span class="muted nowrap wide-only">{t('report.place', '{place} of {of} to decide', { place, of })}</span>
      )}
      <span class="joined">
        <Step to={previous} label={t('report.previous', 'Previous report to decide')} icon={chevronUp} />
        <Step to={next} label={t('report.next', 'Next report to decide')} icon={chevronDown} />
      </span>
      {report.card === null ? null : (
        <span class="wide-only">
          <Button href={comparePath(report.role.id, [report.interview.id])}>{t('report.compare', 'Compare')}</Button>
        </span>
      )}
    </>
  );
}

function Step({ to, label, icon }: { to: string | null; label: string; icon: string }) {
  if (to !== null) {
    return (
      <Button square icon={icon} href={reportPath(to)}>
        {label}
      </Button>
    );
  }
  return (
    <Button square icon={icon} why={t('report.no-more', '{label}: there is none', { label })}>
      {label}
    </Button>
  );
}
