/** Which column is the name and which the address: guessed, shown with what stands in it, and changeable. */
import { t } from '../../../shared/i18n.ts';
import { SelectField } from '../../../shared/ui/select-field.tsx';
import { COLUMN_KINDS, type ColumnKind } from '../table/columns-rules.ts';
import type { Many } from './use-many.ts';

export function ColumnMapping({ many }: { many: Many }) {
  const { columns, table } = many;
  const rows = table?.rows ?? [];
  const sample = rows[columns.header ? 1 : 0] ?? [];
  const wide = columns.kinds.length > 2;
  const change = (at: number, kind: ColumnKind) => {
    const kinds = columns.kinds.map((before, index): ColumnKind => {
      if (index === at) return kind;
      return before === kind ? 'skip' : before;
    });
    many.remap({ ...columns, kinds });
  };
  const unsure = !columns.kinds.includes('email');
  return (
    <details class="many-columns" open={wide && unsure}>
      <summary>{summaryWords(columns.kinds)}</summary>
      <label class="many-header">
        <input
          class="tick"
          type="checkbox"
          checked={columns.header}
          onChange={(event) => many.remap({ ...columns, header: event.currentTarget.checked })}
        />
        {t('many.header', 'The first row names the columns')}
      </label>
      <ul>
        {columns.kinds.map((kind, at) => (
          <li key={at}>
            <SelectField
              label={columns.header && rows[0]?.[at] ? rows[0][at] : t('many.column', 'Column {n}', { n: at + 1 })}
              hint={
                sample[at] ? (
                  <span dir="auto">{t('many.sample', 'For example {text}', { text: sample[at] })}</span>
                ) : undefined
              }
              value={kind}
              options={COLUMN_KINDS.map((value) => ({ value, label: kindWords(value) }))}
              onChange={(value) => change(at, value)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function summaryWords(kinds: readonly ColumnKind[]): string {
  const columns = kinds.flatMap((kind, at) => (kind === 'skip' ? [] : [`${kindWords(kind)}: ${at + 1}`]));
  return columns.length === 0
    ? t('many.columns.none', 'No column was recognised')
    : t('many.columns', 'Columns read: {list}', { list: columns.join(', ') });
}

function kindWords(kind: ColumnKind): string {
  switch (kind) {
    case 'name':
      return t('many.kind.name', 'Whole name');
    case 'given':
      return t('many.kind.given', 'First name');
    case 'family':
      return t('many.kind.family', 'Last name');
    case 'email':
      return t('many.kind.email', 'E-mail');
    case 'skip':
      return t('many.kind.skip', 'Not used');
  }
}
