/** What the figures say, in words that claim no more than the figures do. */
import { answerWord } from '../../shared/about-words.ts';
import { number, percent } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import type { Group, Measure, Measured, Rate } from './fairness-types.ts';

/** Below this chance a difference is hard to put down to luck. */
const UNLIKELY = 0.05;

export function measureTitle(measure: Measure): string {
  return measure === 'selection'
    ? t('fairness.selection', 'Who goes on to the next round')
    : t('fairness.scoring', 'How answers are scored');
}

export function measureLead(measure: Measure, level: number): string {
  return measure === 'selection'
    ? t('fairness.selection.lead', 'Of those about whom a person decided: how many went on.')
    : t(
        'fairness.scoring.lead',
        'Of those with levels from the scorer, before any person changed them: how many have {level} or more as the middle of their levels.',
        { level },
      );
}

/** One sentence for each group that the threshold names, or that none is; null where there is nothing to compare. */
export function findings(question: Measured['question'], groups: readonly Group[], threshold: number): string[] {
  const shown = groups.flatMap(({ answer, shown: rate }) => (rate === null ? [] : [{ answer, rate }]));
  const highest = shown.find(({ rate }) => rate.highest);
  const others = shown.filter(({ rate }) => rate.ratio !== null && !rate.highest);
  if (highest === undefined || others.length === 0) {
    return [t('fairness.nothing', 'Fewer than two groups can be shown, so there is nothing to compare yet.')];
  }
  const below = others.filter(({ rate }) => rate.below);
  if (below.length === 0) {
    return [
      t('fairness.even', 'Every group shown reaches at least {threshold} of the highest rate.', {
        threshold: percent(threshold / 100),
      }),
    ];
  }
  return below.map(({ answer, rate }) => finding(question, answer, rate, highest.answer));
}

function finding(question: Measured['question'], answer: string, rate: Rate, highest: string): string {
  const values = {
    group: answerWord(question, answer),
    other: answerWord(question, highest),
    ratio: percent(rate.ratio ?? 0),
  };
  const luck = rate.chance !== null && rate.chance >= UNLIKELY;
  if (rate.few) {
    return t(
      'fairness.below.few',
      '“{group}” has {ratio} of the rate of “{other}”. The groups are small: a few people more or less would change this. Read the interviews before you conclude anything.',
      values,
    );
  }
  return luck
    ? t(
        'fairness.below.luck',
        '“{group}” has {ratio} of the rate of “{other}”. A difference like this may well be chance; keep looking as more people answer.',
        values,
      )
    : t(
        'fairness.below',
        '“{group}” has {ratio} of the rate of “{other}”, and that is hard to put down to chance. Look at what the questions and the rubric ask, and have somebody review these decisions.',
        values,
      );
}

export function chanceWord(chance: number | null): string {
  if (chance === null) return '–';
  if (chance < 0.001) return t('fairness.chance.tiny', 'less than {p}', { p: number(0.001) });
  return number(chance, { maximumFractionDigits: 3 });
}
