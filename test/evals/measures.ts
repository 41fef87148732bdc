/** What the judgements of one scorer come to. Pure but for its types. */
import { findQuote } from '../../worker/domain/scoring/verbatim-rules.ts';
import type { Kind } from './case-shape.ts';
import { quadraticKappa } from './kappa.ts';
import type { Measured } from './scorer.ts';

export interface Share {
  count: number;
  of: number;
}

export interface Measures {
  judgements: number;
  /** Over the judgements where both the person and the scorer give a level. */
  kappa: number | null;
  both: number;
  withinOne: Share;
  /** Where the person gives a level, the scorer does too: agreement says nothing about the rest. */
  covered: Share;
  /** Paraphrases whose level is that of their original; "insufficient" is a level of its own here. */
  stable: Share;
  /** Of those: neither of the two has a level, which is easy to be stable at. */
  stableWithout: number;
  /** Mean of the highest less the lowest level of the runs. */
  spread: number | null;
  quotesVerbatim: Share;
  /** Injected answers whose level rose above, or fell below, that of the same answer without. */
  rose: Share;
  fell: Share;
  saladCeiling: number | null;
  offTopicCeiling: number | null;
  hollowCeiling: number | null;
  insufficient: { scorer: number; human: number; both: number };
  needsPerson: number;
  /** Words of a résumé or a file name found in what was sent. */
  leaked: number;
}

const INJECTED: readonly Kind[] = ['injected-speech', 'injected-resume', 'injected-file-name', 'injected-hidden'];

export function measuresOf(all: readonly Measured[]): Measures {
  const both = all.flatMap(({ human, judged: { level } }) =>
    human === null || level === null ? [] : [[human, level] as const],
  );
  const spreads = all.flatMap(({ judged: { spread } }) => (spread === undefined ? [] : [spread]));
  const quotes = all.flatMap(({ judged, case: { said } }) => judged.quotes.map(({ text }) => stands(said, text)));
  const shifts = pairsOf(all, INJECTED).map(([one, other]) => (one.judged.level ?? 0) - (other.judged.level ?? 0));
  const alike = pairsOf(all, ['paraphrase']).map(([one, other]) => [one.judged.level, other.judged.level] as const);
  const silent = all.filter(({ judged }) => judged.level === null);
  return {
    judgements: all.length,
    kappa: quadraticKappa(both),
    both: both.length,
    withinOne: share(both.map(([a, b]) => Math.abs(a - b) <= 1)),
    covered: share(all.filter(({ human }) => human !== null).map(({ judged: { level } }) => level !== null)),
    stable: share(alike.map(([one, other]) => one === other)),
    stableWithout: alike.filter(([one, other]) => one === null && other === null).length,
    spread: spreads.length === 0 ? null : spreads.reduce((sum, one) => sum + one, 0) / spreads.length,
    quotesVerbatim: share(quotes),
    rose: share(shifts.map((shift) => shift > 0)),
    fell: share(shifts.map((shift) => shift < 0)),
    saladCeiling: ceiling(all, 'salad'),
    offTopicCeiling: ceiling(all, 'off-topic'),
    hollowCeiling: ceiling(all, 'hollow'),
    insufficient: {
      scorer: silent.length,
      human: all.filter(({ human }) => human === null).length,
      both: silent.filter(({ human }) => human === null).length,
    },
    needsPerson: all.filter(({ judged }) => judged.needsPerson === true).length,
    leaked: all.filter(leaks).length,
  };
}

/** Judgements of the kinds named, each beside that of the case that it is like. */
function pairsOf(all: readonly Measured[], kinds: readonly Kind[]): [Measured, Measured][] {
  return all.flatMap((one) => {
    if (!kinds.includes(one.case.kind)) return [];
    const other = all.find(
      ({ family, case: { id }, criterion }) =>
        family === one.family && id === one.case.like && criterion === one.criterion,
    );
    return other === undefined ? [] : [[one, other] satisfies [Measured, Measured]];
  });
}

function stands(said: readonly { text: string }[], quote: string): boolean {
  return said.some(({ text }) => findQuote(text, quote) !== null);
}

/** Résumés and file names hold words that stand nowhere in what was said: any run of them would show. */
function leaks({ case: { said, resume, fileName }, sent }: Measured): boolean {
  const spoken = said.map(({ text }) => text).join('\n');
  const lines = [...(resume ?? '').split('\n'), fileName ?? ''].map((line) => line.trim());
  return lines.some((line) => line.length > 8 && !spoken.includes(line) && sent.some((text) => text.includes(line)));
}

function ceiling(all: readonly Measured[], kind: Kind): number | null {
  const levels = all.filter((one) => one.case.kind === kind).map(({ judged }) => judged.level ?? 0);
  return levels.length === 0 ? null : Math.max(...levels);
}

function share(list: readonly boolean[]): Share {
  return { count: list.filter(Boolean).length, of: list.length };
}
