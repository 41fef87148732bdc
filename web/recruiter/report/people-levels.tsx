/** What people gave, beside what the machine gave: one block a criterion, one cell for each who judged. */
import { useState } from 'preact/hooks';
import { dayAndTime, list, number } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { LevelMark } from '../../shared/ui/level-mark.tsx';
import { asLevel } from './level.ts';
import { OwnCardDialog } from './own-card-dialog.tsx';
import type { Criterion, Report } from './report-types.ts';

export function PeopleLevels({ report, onSaved }: { report: Report; onSaved: () => void }) {
  const [giving, give] = useState(false);
  const own = report.people.find(({ you }) => you);
  const may = report.you.mayJudge && report.you.decidable;
  if (report.people.length === 0 && !may) return null;
  return (
    <section class="people-levels" aria-labelledby="people">
      <header>
        <h2 id="people">{t('people.title', 'Levels by people')}</h2>
        {may ? (
          <Button onClick={() => give(true)}>
            {own === undefined ? t('people.give', 'Give your own levels') : t('people.change', 'Change your levels')}
          </Button>
        ) : null}
      </header>
      {report.people.length === 0 ? (
        <p class="muted">
          {t(
            'people.none',
            'Nobody has given levels of their own yet. They stand beside the scorer’s and replace nothing.',
          )}
        </p>
      ) : (
        <>
          <p class="muted">{who(report)}</p>
          {report.plan.criteria.map(({ id, name }) => (
            <Beside
              key={id}
              id={id}
              name={name}
              judged={report.card?.criteria.find((one) => one.id === id)}
              people={report.people}
            />
          ))}
        </>
      )}
      {giving ? (
        <OwnCardDialog
          report={report}
          onClose={() => give(false)}
          onDone={() => {
            give(false);
            onSaved();
          }}
        />
      ) : null}
    </section>
  );
}

interface BesideProps {
  id: string;
  name: string;
  /** What the machine gave, where it judged. */
  judged: Criterion | undefined;
  people: Report['people'];
}

function Beside({ id, name, judged, people }: BesideProps) {
  return (
    <div class="beside">
      <h3>{name}</h3>
      <ul>
        {judged === undefined ? null : (
          <li>
            <p class="row">
              <b>{t('people.scorer', 'The scorer')}</b>
              <LevelMark level={asLevel(judged.scorerLevel)} never={judged.outcome === 'not-asked'} />
            </p>
            <p>{judged.reason}</p>
          </li>
        )}
        {people.map((person) => {
          const given = person.criteria.find(({ criterionId }) => criterionId === id);
          return given === undefined ? null : (
            <li key={person.by + person.madeAt}>
              <p class="row">
                <b>{person.you ? t('people.you', 'You') : person.by}</b>
                <LevelMark level={asLevel(given.level)} />
              </p>
              <p dir="auto">{given.reason}</p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function who(report: Report): string {
  return list(
    report.people.map((person) => {
      const values = {
        who: person.you ? t('people.you', 'You') : person.by,
        at: dayAndTime(person.madeAt),
        n: number(person.version),
      };
      return person.version === 1
        ? t('people.at', '{who}, {at}', values)
        : t('people.at.version', '{who}, {at}, version {n}', values);
    }),
  );
}
