/** The product's rule beside plain silence detection on the same turns, as figures and as a table to read. */
import { type Figures, figuresOf, outcomeOf, productRule, type Rule, silenceRule, type Turn } from './measure.ts';

export interface Comparison {
  product: Figures;
  /** The shortest silence that cuts no more turns than the product, and the longest that waits no longer. */
  asSafe: Figures;
  asFast: Figures;
  table: string[];
}

const THRESHOLDS = Array.from({ length: 120 }, (_, n) => 200 + n * 25);

export function compared(set: Turn[]): Comparison {
  const measured = (rule: Rule, turns = set) => figuresOf(turns.map((turn) => outcomeOf(turn, rule)));
  const product = measured(productRule());
  const silence = THRESHOLDS.map((overMs) => ({ overMs, figures: measured(silenceRule(overMs)) }));
  const asSafe = silence.find(({ figures }) => figures.turnsCut <= product.turnsCut);
  const asFast = silence.findLast(({ figures }) => figures.medianMs <= product.medianMs);
  if (asSafe === undefined || asFast === undefined) throw new Error('no threshold compares');
  const deaf = set.map((turn) => ({ ...turn, captions: [] }));
  const speaking = (language: string) => set.filter(({ played }) => played.script.language === language);
  const rows: [string, Figures][] = [
    ['words and silence', product],
    [`silence alone, as safe (${asSafe.overMs} ms)`, asSafe.figures],
    [`silence alone, as fast (${asFast.overMs} ms)`, asFast.figures],
    ['words and silence, a patient plan', measured(productRule({ patience: 'patient' }))],
    ['without a recogniser', measured(productRule(), deaf)],
    ...['en', 'hi', 'ar'].map((one): [string, Figures] => [
      `words and silence, ${one}`,
      measured(productRule(), speaking(one)),
    ]),
  ];
  const head = [`${set.length} turns`, 'turns cut', 'pauses cut', 'wait p50', 'p90'];
  const cells = rows.map(([name, { turnsCut, pausesCut, medianMs, p90Ms }]) => [
    ...[name, percent(turnsCut), percent(pausesCut), `${medianMs} ms`, `${p90Ms} ms`],
  ]);
  const table = [head, ...cells].map(
    ([name = '', ...others]) => name.padEnd(36) + others.map((one) => one.padStart(12)).join(''),
  );
  return { product, asSafe: asSafe.figures, asFast: asFast.figures, table };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
