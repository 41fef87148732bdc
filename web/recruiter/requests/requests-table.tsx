/** The open requests, soonest due first. */
import { day } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { warning } from '../../shared/icons.ts';
import { dueInWords, urgency } from '../due-dates.ts';
import { useMe } from '../me.ts';
import { CELL, COLUMN, ROW, ROW_HEAD, ROWS, TABLE } from '../table-roles.ts';
import { share } from './due.ts';
import { type Request, requestWord } from './request-words.ts';

interface Props {
  requests: readonly Request[];
  chosen: string;
  onChoose: (id: string) => void;
}

export function RequestsTable({ requests, chosen, onChoose }: Props) {
  return (
    <table class="reqs" {...TABLE} aria-label={t('requests.table', 'Open requests, soonest due first')}>
      <thead {...ROWS}>
        <tr {...ROW}>
          <th {...COLUMN}>{t('requests.person', 'Person')}</th>
          <th {...COLUMN}>{t('requests.asks', 'Asks for')}</th>
          <th {...COLUMN}>{t('requests.came', 'Came in')}</th>
          <th {...COLUMN}>{t('requests.due', 'Answer by')}</th>
        </tr>
      </thead>
      <tbody {...ROWS}>
        {requests.map((request) => (
          <tr key={request.id} {...ROW} class={request.id === chosen ? 'on' : undefined}>
            <th {...ROW_HEAD}>
              <button
                type="button"
                class="row-button"
                aria-pressed={request.id === chosen}
                onClick={() => onChoose(request.id)}
              >
                <span dir="auto">{request.candidate}</span>
              </button>
              <p>{request.role}</p>
            </th>
            <td {...CELL}>
              {requestWord(request.kind)}
              {request.text === '' ? null : (
                <p class="cut" dir="auto">
                  {request.text}
                </p>
              )}
            </td>
            <td {...CELL} data-label={t('requests.came', 'Came in')}>
              {day(request.createdAt)}
            </td>
            <td {...CELL} data-label={t('requests.due', 'Answer by')}>
              <Due request={request} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Due({ request }: { request: Request }) {
  const now = new Date();
  const { zone } = useMe().tenant;
  const pressing = urgency(request.dueAt, now, zone) !== 'later';
  return (
    <div class={pressing ? 'left soon' : 'left'}>
      <span class={pressing ? 'bad' : undefined}>
        {pressing ? <Icon d={warning} small /> : null}
        <bdi class="nowrap">{dueInWords(request.dueAt, now, zone)}</bdi>
      </span>
      <svg aria-hidden="true">
        <rect class="bg" width="100%" height="4" rx="2" />
        <rect class="fg" width={`${share(request, now) * 100}%`} height="4" rx="2" />
      </svg>
    </div>
  );
}
