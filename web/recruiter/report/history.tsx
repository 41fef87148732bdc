/** What happened, newest first, with people and times. */
import { dayAndTime } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { historyText } from './history-text.ts';
import type { Report } from './report-types.ts';

const SHOWN_AT_FIRST = 12;

export function History({ report }: { report: Report }) {
  const [first, rest] = [report.history.slice(0, SHOWN_AT_FIRST), report.history.slice(SHOWN_AT_FIRST)];
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('history.title', 'History')}</h2>
      <Lines report={report} lines={first} />
      {rest.length === 0 ? null : (
        <details>
          <summary>
            {t('history.more', '{n, plural, one {# earlier step} other {# earlier steps}}', { n: rest.length })}
          </summary>
          <Lines report={report} lines={rest} />
        </details>
      )}
    </section>
  );
}

function Lines({ report, lines }: { report: Report; lines: Report['history'] }) {
  return (
    <ol class="log">
      {lines.map((line) => (
        <li key={`${line.kind} ${line.at}`}>
          <time dateTime={line.at}>{dayAndTime(line.at)}</time>
          <span>{historyText(line, report)}</span>
        </li>
      ))}
    </ol>
  );
}
