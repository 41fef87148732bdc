/** Candidates as columns, criteria as rows; on a phone each criterion lists the people under each other. */
import { useState } from 'preact/hooks';
import { dayAndTime, percent } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { close as closeIcon } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { LevelMark } from '../../shared/ui/level-mark.tsx';
import { mayEdit, useMe } from '../me.ts';
import { reportPath } from '../paths.ts';
import { asLevel, neverAsked } from '../report/level.ts';
import { stateWord } from '../state-words.ts';
import { CELL, COLUMN, CORNER, ROW, ROW_HEAD, ROWS, TABLE } from '../table-roles.ts';
import type { Compared, Person, PersonCriterion } from './compare-types.ts';
import { QuotesOnDemand } from './quotes-on-demand.tsx';

interface Props {
  compared: Compared;
  /** Names give way to numbers, so that the words are read first. */
  nameless: boolean;
  onRemove: (id: string) => void;
}

export function CompareTable({ compared: found, nameless, onRemove }: Props) {
  const may = mayEdit(useMe());
  const [closed, close] = useState<readonly string[]>([]);
  const compared = nameless ? withoutNames(found) : found;
  return (
    <div class="cmp-scroll">
      <table class="cmp" {...TABLE} aria-label={t('compare.table', 'People on the same rubric')}>
        <thead {...ROWS}>
          <tr {...ROW}>
            <td {...CORNER} class="crit">
              <span class="vh">{t('compare.criterion', 'Criterion')}</span>
            </td>
            {compared.people.map((person) => (
              <th key={person.id} {...COLUMN}>
                <PersonHead person={person} onRemove={() => onRemove(person.id)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROWS}>
          {compared.criteria.map((criterion) => (
            <tr key={criterion.id} {...ROW}>
              <th {...ROW_HEAD} class="crit">
                <b>{criterion.name}</b>
                <span>{t('criterion.weight', 'weighs {share}', { share: percent(criterion.weight / 100) })}</span>
              </th>
              {compared.people.map((person) => (
                <CriterionCell
                  key={person.id}
                  person={person}
                  criterion={person.criteria.find(({ id }) => id === criterion.id)}
                  open={!closed.includes(criterion.id)}
                  onOpen={(on) => close((before) => withOrWithout(before, criterion.id, !on))}
                />
              ))}
            </tr>
          ))}
          <tr {...ROW}>
            <th {...ROW_HEAD} class="crit">
              <b>{t('compare.next', 'Next step')}</b>
              <span>{t('compare.one-by-one', 'one at a time, each with a reason')}</span>
            </th>
            {compared.people.map((person) => (
              <td key={person.id} {...CELL} data-label={person.name}>
                <Button href={`${reportPath(person.id)}#decide`}>
                  {may && (person.state === 'to-decide' || person.state === 'on-hold')
                    ? t('compare.decide', 'Decide')
                    : may || person.state !== 'to-decide'
                      ? t('compare.see-decision', 'See the decision')
                      : t('compare.open', 'Open the report')}
                  <span class="vh">: {person.name}</span>
                </Button>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function withoutNames(compared: Compared): Compared {
  const people = compared.people.map((person, at) => ({
    ...person,
    name: t('compare.person', 'Person {n}', { n: at + 1 }),
  }));
  return { ...compared, people };
}

function withOrWithout(ids: readonly string[], id: string, held: boolean): readonly string[] {
  const others = ids.filter((one) => one !== id);
  return held ? [...others, id] : others;
}

function PersonHead({ person, onRemove }: { person: Person; onRemove: () => void }) {
  return (
    <div class="cmp-head">
      <div>
        <a href={reportPath(person.id)} dir="auto">
          {person.name}
        </a>
        <p>
          {person.dueAt === null || person.state !== 'to-decide'
            ? stateWord(person.state)
            : t('compare.due', 'Due {at}', { at: dayAndTime(person.dueAt) })}
        </p>
        {person.reviewedBy === null ? null : (
          <p>{t('reviewed.by', 'Levels by {who}, after a review.', { who: person.reviewedBy })}</p>
        )}
      </div>
      <Button kind="quiet" square icon={closeIcon} onClick={onRemove}>
        {t('compare.remove', 'Take {name} out', { name: person.name })}
      </Button>
    </div>
  );
}

interface CellProps {
  person: Person;
  criterion: PersonCriterion | undefined;
  open: boolean;
  onOpen: (open: boolean) => void;
}

function CriterionCell({ person, criterion, open, onOpen }: CellProps) {
  if (criterion === undefined) return <td {...CELL} data-label={person.name} />;
  const never = neverAsked(criterion);
  // After a review the reviewer's level holds, or what was changed since.
  const changed = criterion.changes.at(-1);
  const last = criterion.review !== null && changed?.level !== criterion.level ? undefined : changed;
  return (
    <td {...CELL} class={criterion.level === null ? 'none' : undefined} data-label={person.name}>
      <p class="head">
        <LevelMark level={asLevel(criterion.level)} never={never} />
        {criterion.level === null ? (
          <b>{never ? t('level.never', 'Not asked') : t('level.none', 'Not enough evidence')}</b>
        ) : null}
        {last === undefined ? null : (
          <span>
            {criterion.scorerLevel === null
              ? t('compare.changed-none', 'given by {who}', { who: last.by })
              : t('compare.changed', 'changed from {from} by {who}', { from: criterion.scorerLevel, who: last.by })}
          </span>
        )}
      </p>
      {criterion.quotes.length === 0 ? null : (
        <QuotesOnDemand person={person} quotes={criterion.quotes} open={open} onOpen={onOpen} />
      )}
      <p class="why">{last?.reason ?? criterion.review?.reason ?? criterion.reason}</p>
    </td>
  );
}
