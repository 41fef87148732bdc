/** How the machine's levels came about, in a line to open; the judgements before; and asking for a new one. */
import { api } from '../../shared/api.ts';
import { dayAndTime, list, money, number } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { LevelMark } from '../../shared/ui/level-mark.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import { confidenceWord } from './confidence-word.ts';
import { asLevel } from './level.ts';
import type { Card, Report } from './report-types.ts';

interface Props {
  report: Report;
  card: Card;
  onJudged: () => void;
}

export function MadeHow({ report, card, onJudged }: Props) {
  const again = useAction(async () => {
    await api('POST /api/recruiter/interviews/:id/scoring', { params: { id: report.interview.id } });
    announce(t('made.again.done', 'Judged again. The earlier judgement stays below.'));
    onJudged();
  });
  return (
    <details class="made-how">
      <summary>{t('made.title', 'How this was judged')}</summary>
      <dl class="facts">
        {facts(card).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {card.earlier.length === 0 ? null : <Earlier card={card} />}
      {report.you.mayDecide && report.you.decidable ? (
        <div class="made-again">
          <p>
            {t(
              'made.again.text',
              'A new judgement is kept beside this one. What people changed or reviewed stays as they put it.',
            )}
          </p>
          <ProblemNotice problem={again.problem} />
          <Button busy={again.busy} onClick={() => void again.run()}>
            {again.busy ? t('made.again.busy', 'Judging, up to half a minute…') : t('made.again', 'Judge again')}
          </Button>
        </div>
      ) : null}
    </details>
  );
}

function facts(card: Card): { name: string; value: string }[] {
  const { making } = card;
  const judged = t('made.judgement', 'Judgement');
  const nth = t('made.nth', 'Number {n}, {at}', { n: number(card.run), at: dayAndTime(card.madeAt) });
  const plan = {
    name: t('made.plan', 'Plan'),
    value: t('made.version', 'Version {n}', { n: number(card.planVersion) }),
  };
  if (making === null) {
    return [
      { name: judged, value: nth },
      { name: t('made.by', 'By'), value: t('made.rules', 'Rules, which give the same every time. No model saw it.') },
      plan,
    ];
  }
  return [
    { name: judged, value: nth },
    { name: t('made.by', 'By'), value: making.model },
    {
      name: t('made.prompt', 'Prompt'),
      value: t('made.version.text', 'Version {version}', { version: making.promptVersion }),
    },
    {
      name: t('made.runs', 'Runs'),
      value: t(
        'made.runs.each',
        '{n, plural, one {# run} other {# runs}} for each criterion at temperature {heat}; the middle level holds',
        {
          n: making.runs,
          heat: number(making.temperature),
        },
      ),
    },
    { name: t('made.spread', 'Spread'), value: spread(card) },
    { name: t('made.confidence', 'Confidence'), value: confidence(card) },
    plan,
    ...(making.micros === null ? [] : [{ name: t('made.cost', 'Cost'), value: money(making.micros) }]),
  ];
}

function spread(card: Card): string {
  const apart = card.criteria.filter((one) => (one.spread ?? 0) > 0);
  if (apart.length === 0) return t('made.spread.none', 'All runs gave the same level');
  return list(
    apart.map((one) =>
      t('made.spread.of', '{name}: {n, plural, one {# level} other {# levels}} apart', {
        name: one.short,
        n: one.spread ?? 0,
      }),
    ),
  );
}

function confidence(card: Card): string {
  return list(
    card.criteria.flatMap((one) =>
      one.confidence === null || one.outcome === 'not-asked'
        ? []
        : [t('made.confidence.of', '{name}: {word}', { name: one.short, word: confidenceWord(one.confidence) })],
    ),
  );
}

function Earlier({ card }: { card: Card }) {
  return (
    <section class="earlier" aria-label={t('made.earlier', 'Earlier judgements')}>
      <h3>{t('made.earlier', 'Earlier judgements')}</h3>
      <ol reversed>
        {card.earlier.map((one) => (
          <li key={one.run}>
            <p>
              {t('made.earlier.one', 'Number {n}, {at}, by {who}', {
                n: number(one.run),
                at: dayAndTime(one.madeAt),
                who: one.making?.model ?? t('made.rules.short', 'rules'),
              })}
            </p>
            <ul class="level-line">
              {one.levels.map((level) => (
                <li key={level.criterion}>
                  {card.criteria.find(({ id }) => id === level.criterion)?.short ?? level.criterion}{' '}
                  <LevelMark level={asLevel(level.level)} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
