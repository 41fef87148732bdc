/** What can be done with several people at once: compare them. Decisions are made one by one, each with a reason. */
import { t } from '../../shared/i18n.ts';
import { close } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import type { Action } from '../../shared/use-action.ts';
import { mayEdit, useMe } from '../me.ts';
import { comparePath, reportPath } from '../paths.ts';
import type { Row } from './pipeline-types.ts';

interface Props {
  roleId: string;
  rows: readonly Row[];
  selected: readonly string[];
  onClear: () => void;
  /** Selects those too who match and are not shown yet; null while everybody is shown or not all shown are selected. */
  onEverybody: Action<[]> | null;
}

const COMPARED_AT_ONCE = 6;

export function BulkBar({ roleId, rows, selected, onClear, onEverybody }: Props) {
  const me = useMe();
  if (selected.length === 0) return null;
  const judged = selected.filter((id) => rows.find((row) => row.id === id)?.levels != null);
  const [first] = selected.filter((id) => rows.find((row) => row.id === id)?.group === 'to-decide');
  const why =
    judged.length < 2
      ? t('bulk.why.few', 'Two people with a report are needed to compare')
      : judged.length > COMPARED_AT_ONCE
        ? t('bulk.why.many', 'Up to {n} people fit beside each other', { n: COMPARED_AT_ONCE })
        : undefined;
  return (
    <section class="bulk" aria-label={t('bulk.label', 'Selected people')}>
      <div>
        <p role="status">
          {t('bulk.selected', '{n, plural, one {# selected} other {# selected}}', { n: selected.length })}
        </p>
        {onEverybody === null ? null : (
          <Button kind="quiet" busy={onEverybody.busy} onClick={() => void onEverybody.run()}>
            {t('bulk.everybody', 'Select all that match')}
          </Button>
        )}
        {why === undefined ? (
          <Button kind="main" href={comparePath(roleId, judged)}>
            {t('bulk.compare', 'Compare {n}', { n: judged.length })}
          </Button>
        ) : (
          <Button why={why}>{t('bulk.compare-none', 'Compare')}</Button>
        )}
        {first === undefined || !mayEdit(me) ? null : (
          <Button kind="quiet" href={`${reportPath(first)}#decide`}>
            {t('bulk.decide', 'Decide one by one')}
          </Button>
        )}
        <span class="sep" />
        <Button kind="quiet" square icon={close} onClick={onClear}>
          {t('bulk.clear', 'Select nobody')}
        </Button>
      </div>
    </section>
  );
}
