/** The rows: a table, two lines a row on a narrower window, cards on a phone; the roles of a table stay. */

import type { RefObject } from 'preact';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { check, chevronDown, clock, warning } from '../../shared/icons.ts';
import { LevelMark } from '../../shared/ui/level-mark.tsx';
import { reportPath } from '../paths.ts';
import { asLevel } from '../report/level.ts';
import { stateLook, stateWord } from '../state-words.ts';
import { CELL, COLUMN, CORNER, ROW, ROW_HEAD, ROWS, TABLE } from '../table-roles.ts';
import type { Page, Row, Sort } from './pipeline-types.ts';
import { type DueLine, dueLine, rowLine } from './row-line.ts';

interface Props {
  page: Page;
  rows: readonly Row[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  atId: string | null;
  onAt: (id: string) => void;
  selected: readonly string[];
  onToggle: (id: string) => void;
  onAll: (ids: readonly string[]) => void;
  table: RefObject<HTMLTableElement | null>;
}

export function PipelineTable(props: Props) {
  const { page, rows, sort, onSort, selected, onAll } = props;
  const all = rows.length > 0 && selected.length === rows.length;
  return (
    <table
      class={`pipe pipe-${Math.min(5, page.criteria.length)}`}
      {...TABLE}
      aria-label={page.role.title}
      ref={props.table}
    >
      <thead {...ROWS}>
        <tr {...ROW}>
          <td {...CORNER} class="pick">
            <input
              class="tick"
              type="checkbox"
              aria-label={t('pipeline.all', 'Select all {n} shown', { n: rows.length })}
              checked={all}
              indeterminate={selected.length > 0 && !all}
              onChange={() => onAll(all ? [] : rows.map(({ id }) => id))}
            />
          </td>
          <Head id="name" sort={sort} onSort={onSort} class="name" label={t('pipeline.name', 'Name')} />
          <Head id="state" sort={sort} onSort={onSort} class="cell-state" label={t('pipeline.state', 'State')} />
          <Head id="line" sort={sort} onSort={onSort} class="digest" label={t('pipeline.line', 'In one line')} />
          {page.criteria.map((criterion) => (
            <th key={criterion.id} {...COLUMN} class="level">
              <abbr title={criterion.name}>{criterion.short}</abbr>
            </th>
          ))}
          <Head id="due" sort={sort} onSort={onSort} class="due" label={t('pipeline.due', 'Decision due')} />
        </tr>
      </thead>
      <tbody {...ROWS}>
        {rows.map((row) => (
          <PipelineRow key={row.id} row={row} {...props} />
        ))}
      </tbody>
    </table>
  );
}

function Head(props: { id: Sort; sort: Sort; onSort: (sort: Sort) => void; class: string; label: string }) {
  const on = props.sort === props.id;
  return (
    <th {...COLUMN} class={props.class} aria-sort={on ? 'ascending' : undefined}>
      <button type="button" onClick={() => props.onSort(props.id)}>
        {props.label}
        {on ? <Icon d={chevronDown} small class="sorted" /> : null}
      </button>
    </th>
  );
}

function PipelineRow({ row, page, atId, onAt, selected, onToggle }: Props & { row: Row }) {
  const now = new Date();
  const look = stateLook(row.state);
  const due = dueLine(row, now, page.role.decisionDays);
  const on = selected.includes(row.id);
  const classes = [on && 'on', row.id === atId && 'at', row.group === 'closed' && 'past'];
  return (
    <tr {...ROW} data-row={row.id} class={classes.filter(Boolean).join(' ')}>
      <td {...CELL} class="pick">
        <input
          class="tick"
          type="checkbox"
          aria-label={t('pipeline.select', 'Select {name}', { name: row.name })}
          checked={on}
          onChange={() => onToggle(row.id)}
        />
      </td>
      <th {...ROW_HEAD} class="name">
        <a href={reportPath(row.id)} dir="auto" onFocus={() => onAt(row.id)}>
          {row.name}
        </a>
      </th>
      <td {...CELL} class="cell-state">
        <span class="state">
          <Icon d={look.d} dashed={look.dashed ?? false} class={look.tone} />
          {stateWord(row.state)}
        </span>
      </td>
      <td {...CELL} class="digest" dir="auto" title={rowLine(row, now)}>
        {rowLine(row, now)}
        {row.reviewedBy === null ? null : (
          <span class="reviewed"> {t('reviewed.by', 'Levels by {who}, after a review.', { who: row.reviewedBy })}</span>
        )}
      </td>
      {page.criteria.map((criterion) => (
        <LevelCell key={criterion.id} row={row} id={criterion.id} short={criterion.short} />
      ))}
      <DueCell due={due} />
    </tr>
  );
}

function LevelCell({ row, id, short }: { row: Row; id: string; short: string }) {
  const found = row.levels?.find(({ criterion }) => criterion === id);
  return (
    <td {...CELL} class={found === undefined ? 'level no-level' : 'level'} data-c={short}>
      {found === undefined ? (
        <span class="mark blank">
          <span aria-hidden="true">·</span>
          <span class="vh">{t('pipeline.no-level', 'No level yet')}</span>
        </span>
      ) : (
        <LevelMark level={asLevel(found.level)} never={found.never} />
      )}
    </td>
  );
}

const DUE_LOOK = {
  late: { class: 'bad', icon: warning },
  soon: { class: 'warn', icon: clock },
  kept: { class: 'dim', icon: check },
  plain: { class: '', icon: null },
  dim: { class: 'dim', icon: null },
} as const satisfies Record<DueLine['tone'], { class: string; icon: string | null }>;

function DueCell({ due }: { due: DueLine }) {
  const look = DUE_LOOK[due.tone];
  return (
    <td {...CELL} class={`due ${look.class}`}>
      {look.icon === null ? null : <Icon d={look.icon} small />}
      <bdi class="nowrap">{due.text}</bdi>
    </td>
  );
}
