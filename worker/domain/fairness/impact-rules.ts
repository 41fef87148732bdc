/**
 * From counts to what may be shown: no group of fewer than `least` people, nor one that could be had by taking the
 * shown from the whole; each rate beside the highest, with the chance that such a difference comes about by itself. Pure.
 */
import { fisher } from './fisher-rules.ts';
import { QUESTION_IDS, QUESTIONS, type QuestionId } from './questions-rules.ts';

export interface Count {
  question: string;
  answer: string;
  decided: number;
  selected: number;
  scored: number;
  reached: number;
}

export interface ImpactSettings {
  least: number;
  /** A rate under this many percent of the highest is named. */
  percent: number;
  /** With fewer people in either group a difference may well be chance. */
  fewBelow: number;
}

export interface Group {
  answer: string;
  /** Null: too few to be shown, or held back so that they stay hidden. */
  shown: Rate | null;
}
export interface Rate {
  of: number;
  chosen: number;
  rate: number;
  /** Null for those who did not say, and where nobody was chosen. */
  ratio: number | null;
  chance: number | null;
  /** Its rate is the one that the others are measured by. */
  highest: boolean;
  below: boolean;
  few: boolean;
}
export interface Measured {
  question: QuestionId;
  selection: Group[];
  scoring: Group[];
}

/** Below this chance a difference is hard to put down to luck. */
export const UNLIKELY = 0.05;

export function impactOf(counts: readonly Count[], settings: ImpactSettings): Measured[] {
  return QUESTION_IDS.map((question) => {
    const rows = QUESTIONS[question].map((answer) => rowOf(counts, question, answer));
    const shown = visible(rows, settings.least);
    return {
      question,
      selection: rates(rows, shown, ({ decided, selected }) => ({ of: decided, chosen: selected }), settings),
      scoring: rates(rows, shown, ({ scored, reached }) => ({ of: scored, chosen: reached }), settings),
    };
  });
}

function rowOf(counts: readonly Count[], question: string, answer: string): Count {
  const found = counts.find((one) => one.question === question && one.answer === answer);
  return found ?? { question, answer, decided: 0, selected: 0, scored: 0, reached: 0 };
}

/** One choice for both measures: what one hides, the other must not show. */
function visible(rows: readonly Count[], least: number): Set<string> {
  const people = (row: Count) => Math.min(row.decided, row.scored === 0 ? row.decided : row.scored);
  const shown = rows.filter((row) => people(row) >= least).sort((a, b) => a.decided - b.decided);
  const hidden = () => rows.filter((row) => !shown.includes(row)).reduce((sum, row) => sum + row.decided, 0);
  // The whole is known from the other questions: what is hidden must be a crowd too.
  while (shown.length > 0 && hidden() > 0 && hidden() < least) shown.shift();
  return new Set(shown.map(({ answer }) => answer));
}

function rates(
  rows: readonly Count[],
  shown: ReadonlySet<string>,
  pick: (row: Count) => { of: number; chosen: number },
  { least, percent, fewBelow }: ImpactSettings,
): Group[] {
  const seen = rows.map((row) => ({ answer: row.answer, ...pick(row) }));
  const open = seen.filter(({ answer, of }) => shown.has(answer) && of >= least);
  const compared = open.filter(({ answer }) => answer !== 'unsaid');
  const best = compared.reduce<(typeof compared)[number] | null>(
    (top, one) => (top === null || one.chosen / one.of > top.chosen / top.of ? one : top),
    null,
  );
  return seen.map(({ answer, of, chosen }) => {
    if (!open.some((one) => one.answer === answer)) return { answer, shown: null };
    const rate = chosen / of;
    const highest = best?.answer === answer;
    const beside = best === null || best.chosen === 0 || answer === 'unsaid' ? null : best;
    const ratio = beside === null ? null : rate / (beside.chosen / beside.of);
    return {
      answer,
      shown: {
        of,
        chosen,
        rate,
        ratio,
        chance: beside === null || highest ? null : fisher({ chosen, of }, beside),
        highest,
        below: ratio !== null && ratio * 100 < percent,
        few: of < fewBelow || (beside !== null && beside.of < fewBelow),
      },
    };
  });
}

/** The middle of the levels that were given, the lower of two; null when none was. */
export function medianLevel(levels: readonly (number | null)[]): number | null {
  const given = levels.flatMap((level) => (level === null ? [] : [level])).sort((a, b) => a - b);
  return given[Math.floor((given.length - 1) / 2)] ?? null;
}
