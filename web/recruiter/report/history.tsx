/** What happened and who read it, newest first, day by day. */
import { list, longDay, time } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { type Entry, type HistoryDay, historyDays } from './history-days.ts';
import { historyText } from './history-text.ts';
import type { Report } from './report-types.ts';

const DAYS_AT_FIRST = 2;
const TIMES_SHOWN = 8;

export function History({ report }: { report: Report }) {
  const days = historyDays(report.history, (at) => longDay(at));
  const [first, rest] = [days.slice(0, DAYS_AT_FIRST), days.slice(DAYS_AT_FIRST)];
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('history.title', 'History')}</h2>
      {first.map((day) => (
        <Day key={day.at} day={day} report={report} />
      ))}
      {rest.length === 0 ? null : (
        <details>
          <summary>
            {t('history.more-days', '{n, plural, one {# earlier day} other {# earlier days}}', { n: rest.length })}
          </summary>
          {rest.map((day) => (
            <Day key={day.at} day={day} report={report} />
          ))}
        </details>
      )}
    </section>
  );
}

function Day({ day, report }: { day: HistoryDay; report: Report }) {
  return (
    <section class="log-day">
      <h3>{longDay(day.at)}</h3>
      <ol class="log">
        {day.entries.map((entry) => (
          <li key={`${entry.line.kind} ${entry.line.at}`}>
            <time dateTime={entry.line.at}>{time(entry.line.at)}</time>
            <span>
              {historyText(entry.line, report)}
              {entry.count === 1 ? null : <span class="muted"> {again(entry)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Each time is there to see; of very many, the newest ones and how many more. */
function again({ times, count }: Entry): string {
  const shown = [...new Set(times.slice(0, TIMES_SHOWN).map((at) => time(at)))];
  // All in the minute that stands before the line.
  if (shown.length === 1) return t('history.times.only', '({n, plural, one {once} other {# times}})', { n: count });
  return times.length <= TIMES_SHOWN
    ? t('history.times', '({n} times: {at})', { n: count, at: list(shown) })
    : t('history.times.more', '({n} times, at last {at})', { n: count, at: list(shown) });
}
