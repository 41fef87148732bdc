/** Who, when, in which language and how; where it rests. */
import { day, money, time } from '../../shared/format.ts';
import { locale, t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { shield } from '../../shared/icons.ts';
import { stateLook, stateWord } from '../state-words.ts';
import { EngineNotice } from './engine-notice.tsx';
import { inRegion } from './region-name.ts';
import type { Report } from './report-types.ts';

export function ReportHead({ report }: { report: Report }) {
  const look = stateLook(report.interview.state);
  return (
    <header class="who">
      <div>
        <h1 dir="auto">{report.candidate.name}</h1>
        <p>{interviewed(report)}</p>
      </div>
      <p class="who-facts">
        <span class="state">
          <Icon d={look.d} dashed={look.dashed ?? false} class={look.tone} />
          {stateWord(report.interview.state)}
        </span>
        <span class="nowrap">
          <Icon d={shield} small /> {t('report.rests', 'Rests in {region}', { region: inRegion(report.interview.id) })}
        </span>
        {report.interview.spentMicros === null ? null : (
          <span class="nowrap">
            {t('report.cost', 'This interview cost {amount}', { amount: money(report.interview.spentMicros) })}
          </span>
        )}
      </p>
      <EngineNotice report={report} />
    </header>
  );
}

function interviewed(report: Report): string {
  const { startedAt, endedAt, language } = report.interview;
  if (startedAt === null) return t('report.not-begun', 'For {role}; not begun', { role: report.role.title });
  const values = {
    day: day(startedAt),
    from: time(startedAt),
    to: endedAt === null ? '' : time(endedAt),
    language: new Intl.DisplayNames(locale(), { type: 'language' }).of(language) ?? language,
    how: how(report),
  };
  if (endedAt === null) {
    return t('report.since', 'In interview since {from} on {day}, in {language}', values);
  }
  return t(
    'report.when',
    'Interviewed on {day}, {from} to {to}, in {language}{how, select, voice {, by voice} typed {, typed} mixed {, spoken and typed} other {}}',
    values,
  );
}

function how(report: Report): 'voice' | 'typed' | 'mixed' | 'none' {
  const ways = new Set(report.turns.flatMap(({ via }) => (via === null ? [] : [via])));
  const [first] = ways;
  if (first === undefined) return 'none';
  return ways.size === 1 ? first : 'mixed';
}
