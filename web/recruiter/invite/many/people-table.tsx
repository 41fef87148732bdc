/** The people of an upload, those to fix first; what is wrong is mended where it stands. */
import { useMemo, useState } from 'preact/hooks';
import { t } from '../../../shared/i18n.ts';
import { Icon } from '../../../shared/icon.tsx';
import { check, minus } from '../../../shared/icons.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { nameFromAddress, type PersonRow, type RowProblem } from '../table/people-rules.ts';
import { type RowState, stateOfRow } from './row-state-rules.ts';
import type { Many } from './use-many.ts';

/** Rows drawn at first, and added by each press. */
const SHOWN = 40;
const MORE = 400;

export function PeopleTable({ many }: { many: Many }) {
  const [shown, show] = useState(SHOWN);
  const { people, marks } = many;
  // Which rows began with a problem: they keep their place while they are mended.
  const toMend = useMemo(() => {
    const wrong = (row: PersonRow) => row.suggestion !== null || (row.problem !== null && row.problem !== 'twice');
    return new Set(people.filter((row) => wrong(row)).map(({ n }) => n));
  }, [many.table, many.columns]);
  const ordered = [...people.filter(({ n }) => toMend.has(n)), ...people.filter(({ n }) => !toMend.has(n))];
  return (
    <>
      <table class="many-table">
        <caption class="vh">{t('many.table', 'People to invite, those to fix first')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('many.row', 'Row')}</th>
            <th scope="col">{t('invite.name', 'Name')}</th>
            <th scope="col">{t('invite.email', 'E-mail')}</th>
            <th scope="col">{t('many.state', 'State')}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.slice(0, shown).map((row) => (
            <PersonLine key={row.n} row={row} state={stateOfRow(row, marks)} editable={toMend.has(row.n)} many={many} />
          ))}
        </tbody>
      </table>
      {ordered.length <= shown ? null : (
        <p class="muted">
          {t('many.some', '{shown} of {n} rows shown, those to fix first.', { shown, n: ordered.length })}{' '}
          <Button kind="text" onClick={() => show(shown + MORE)}>
            {t('many.more', 'Show more')}
          </Button>
        </p>
      )}
    </>
  );
}

function PersonLine(props: { row: PersonRow; state: RowState; editable: boolean; many: Many }) {
  const { row, state, editable, many } = props;
  const open = editable && state.kind !== 'sent' && state.kind !== 'out';
  const wrong = state.kind === 'fix' || state.kind === 'ask';
  const problem = state.kind === 'fix' ? state.problem : null;
  const nameWrong = problem === 'no-name' || problem === 'long-name';
  const id = `many-why-${row.n}`;
  return (
    <tr class={wrong ? 'fix' : state.kind === 'out' ? 'out' : undefined}>
      <td class="dim">{row.n}</td>
      <td dir="auto">
        {open ? (
          <input
            class="input"
            dir="auto"
            value={row.name}
            aria-label={t('many.name-of', 'Name in row {n}', { n: row.n })}
            aria-invalid={nameWrong}
            aria-describedby={nameWrong ? id : undefined}
            onInput={(event) => many.edit(row.n, { name: event.currentTarget.value })}
          />
        ) : (
          row.name
        )}
        {nameWrong ? <Why id={id} text={problemWords(problem)} /> : null}
      </td>
      <td>
        {open ? (
          <input
            class="input"
            dir="ltr"
            inputMode="email"
            value={row.email}
            aria-label={t('many.email-of', 'E-mail in row {n}', { n: row.n })}
            aria-invalid={wrong && !nameWrong}
            aria-describedby={wrong && !nameWrong ? id : undefined}
            onInput={(event) => many.edit(row.n, { email: event.currentTarget.value })}
          />
        ) : (
          <span dir="ltr">{row.address?.shown ?? row.email}</span>
        )}
        {problem !== null && !nameWrong ? <Why id={id} text={problemWords(problem)} /> : null}
        {state.kind === 'ask' ? (
          <Why id={id} text={t('many.mistyped', 'Did you mean {domain}?', { domain: domainOf(state.suggestion) })} />
        ) : null}
      </td>
      <td>
        <RowAct row={row} state={state} many={many} />
      </td>
    </tr>
  );
}

function Why({ id, text }: { id: string; text: string }) {
  return (
    <span id={id} class="small warn">
      {text}
    </span>
  );
}

function RowAct({ row, state, many }: { row: PersonRow; state: RowState; many: Many }) {
  switch (state.kind) {
    case 'ready':
      return (
        <span class="good">
          <Icon d={check} small /> {t('lines.is-ready', 'Ready')}
        </span>
      );
    case 'sent':
      return (
        <span class="good">
          <Icon d={check} small /> {t('lines.is-sent', 'Sent')}
        </span>
      );
    case 'ask':
      return (
        <span class="many-act">
          <Button kind="text" onClick={() => many.edit(row.n, { email: state.suggestion })}>
            {t('many.use', 'Use {domain}', { domain: domainOf(state.suggestion) })}
          </Button>
          <Button kind="text" onClick={() => many.keep(row.n)}>
            {t('many.keep', 'Keep it')}
          </Button>
        </span>
      );
    case 'fix':
      return (
        <span class="many-act">
          {state.problem === 'no-name' && row.address !== null ? (
            <Button
              kind="text"
              onClick={() => many.edit(row.n, { name: row.address === null ? '' : nameFromAddress(row.address) })}
            >
              {t('many.use-name', 'Use “{name}”', { name: nameFromAddress(row.address) })}
            </Button>
          ) : null}
          <Button kind="text" onClick={() => many.leave(row.n)}>
            {t('many.leave', 'Leave out')}
            <span class="vh">{row.name || row.email}</span>
          </Button>
        </span>
      );
    case 'out':
      return state.why === 'left' ? (
        <Button kind="text" onClick={() => many.leave(row.n)}>
          {t('many.back', 'Take in again')}
          <span class="vh">{row.name || row.email}</span>
        </Button>
      ) : (
        <span class="muted">
          <Icon d={minus} small />{' '}
          {state.why === 'twice'
            ? t('lines.twice', 'Stands above already')
            : t('lines.is-known', 'Left out: already invited')}
        </span>
      );
  }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function problemWords(problem: RowProblem): string {
  switch (problem) {
    case 'no-address':
      return t('lines.no-address', 'No address in this row');
    case 'wrong-address':
      return t('lines.wrong-address', 'This is no whole address');
    case 'two-addresses':
      return t('lines.two-addresses', 'Several addresses: leave one');
    case 'no-name':
      return t('lines.no-name', 'No name in this row');
    case 'long-name':
      return t('lines.long-name', 'This name is too long');
    case 'twice':
      return t('lines.twice', 'Stands above already');
  }
}
