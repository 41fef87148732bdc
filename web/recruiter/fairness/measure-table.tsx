/** One question's groups under one measure, with what it says in words above. */
import { answerWord, questionName } from '../../shared/about-words.ts';
import { list, number, percent } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { warning } from '../../shared/icons.ts';
import { CELL, COLUMN, ROW, ROW_HEAD, ROWS, TABLE } from '../table-roles.ts';
import type { Measure, Measured, Rate } from './fairness-types.ts';
import { chanceWord, findings } from './fairness-words.ts';

interface Props {
  measured: Measured;
  measure: Measure;
  least: number;
  /** Percent of the highest rate under which a group is named. */
  threshold: number;
}

export function MeasureTable({ measured, measure, least, threshold }: Props) {
  const { question } = measured;
  const groups = measured[measure];
  const id = `${measure}-${question}`;
  if (groups.every(({ shown }) => shown === null)) {
    return (
      <div class="fair">
        <h3>{questionName(question)}</h3>
        <p class="muted">
          {t('fairness.too-few', 'Too few people to show: it takes at least {least} in a group.', { least })}
        </p>
      </div>
    );
  }
  const reached =
    measure === 'selection' ? t('fairness.went-on', 'Went on') : t('fairness.reached', 'Reached the level');
  const columns = {
    of: t('fairness.people', 'People'),
    reached,
    rate: t('fairness.rate', 'Share'),
    ratio: t('fairness.ratio', 'Beside the highest'),
    chance: t('fairness.chance', 'Chance (p)'),
  };
  return (
    <div class="fair">
      <h3 id={id}>{questionName(question)}</h3>
      {findings(question, groups, threshold).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <table class="facts-table fair-table" {...TABLE} aria-labelledby={id}>
        <thead {...ROWS}>
          <tr {...ROW}>
            <th {...COLUMN}>{t('fairness.group', 'Group')}</th>
            {Object.values(columns).map((label) => (
              <th {...COLUMN} key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROWS}>
          {groups.map(({ answer, shown }) =>
            shown === null ? null : (
              <Row key={answer} name={answerWord(question, answer)} shown={shown} columns={columns} />
            ),
          )}
        </tbody>
      </table>
      <Hidden names={groups.filter(({ shown }) => shown === null).map(({ answer }) => answerWord(question, answer))} />
    </div>
  );
}

/** Every answer that could be given is named, so that nothing is learned from which ones are. */
function Hidden({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p class="muted small">
      {t(
        'fairness.hidden',
        'Not shown, because too few people are in it or others could be counted from it: {names}.',
        {
          names: list(names),
        },
      )}
    </p>
  );
}

interface RowProps {
  name: string;
  shown: Rate;
  columns: Record<'of' | 'reached' | 'rate' | 'ratio' | 'chance', string>;
}

function Row({ name, shown, columns }: RowProps) {
  return (
    <tr {...ROW}>
      <th {...ROW_HEAD}>
        <b>{name}</b>
      </th>
      <td {...CELL} data-label={columns.of}>
        {number(shown.of)}
      </td>
      <td {...CELL} data-label={columns.reached}>
        {number(shown.chosen)}
      </td>
      <td {...CELL} data-label={columns.rate}>
        {percent(shown.rate)}
      </td>
      <td {...CELL} data-label={columns.ratio}>
        <Ratio rate={shown} />
      </td>
      <td {...CELL} data-label={columns.chance}>
        {chanceWord(shown.chance)}
        {shown.few && shown.chance !== null ? (
          <span class="muted small"> {t('fairness.few', 'few people')}</span>
        ) : null}
      </td>
    </tr>
  );
}

function Ratio({ rate }: { rate: Rate }) {
  if (rate.highest) return <>{t('fairness.highest', 'the highest')}</>;
  if (rate.ratio === null) return <>–</>;
  if (!rate.below) return <>{percent(rate.ratio)}</>;
  return (
    <span class="warn nowrap">
      <Icon d={warning} small /> {t('fairness.under', '{ratio}, under the threshold', { ratio: percent(rate.ratio) })}
    </span>
  );
}
