/** Entries of the log; a record's id shows all that was done to it. */
import type { Answer } from '../../shared/api.ts';
import { dayTimeAndZone } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { reportPath } from '../paths.ts';
import { CELL, COLUMN, ROW, ROW_HEAD, ROWS, TABLE } from '../table-roles.ts';
import { actorWord } from './audit-words.ts';

type Entry = Answer<'GET /api/recruiter/audit'>['entries'][number];

interface Props {
  entries: readonly Entry[];
  onObject: (object: string) => void;
}

export function AuditTable({ entries, onObject }: Props) {
  return (
    <table class="audit-table" {...TABLE} aria-label={t('audit.table', 'Entries, newest first')}>
      <thead {...ROWS}>
        <tr {...ROW}>
          <th {...COLUMN}>{t('audit.when', 'When')}</th>
          <th {...COLUMN}>{t('audit.who', 'Who')}</th>
          <th {...COLUMN}>{t('audit.action', 'What')}</th>
          <th {...COLUMN}>{t('audit.record', 'Record')}</th>
        </tr>
      </thead>
      <tbody {...ROWS}>
        {entries.map((entry) => (
          <tr key={entry.id} {...ROW}>
            <th {...ROW_HEAD}>
              <time dateTime={entry.at}>{dayTimeAndZone(entry.at)}</time>
            </th>
            <td {...CELL} data-label={t('audit.who', 'Who')}>
              <span dir="auto">{entry.actorName ?? actorWord(entry.actorKind)}</span>
            </td>
            <td {...CELL} data-label={t('audit.action', 'What')}>
              <code dir="ltr">{entry.action}</code>
              {detailOf(entry) === '' ? null : (
                <p class="small muted" dir="ltr">
                  {detailOf(entry)}
                </p>
              )}
            </td>
            <td {...CELL} data-label={t('audit.record', 'Record')}>
              <button type="button" class="link" dir="ltr" onClick={() => onObject(entry.object)}>
                {entry.object}
              </button>{' '}
              {entry.object.split('_')[1] === 'itv' ? (
                <a class="small" href={reportPath(entry.object)}>
                  {t('audit.open', 'Open')}
                </a>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function detailOf({ detail }: Entry): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}
