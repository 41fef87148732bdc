/** The measures of all scorers as a table: a row for each measure, a column for each scorer. */
import type { FreshInjections } from './fresh-injections.ts';
import type { Measures, Share } from './measures.ts';

export interface Column {
  scorer: string;
  about: 'rules' | 'checks' | 'model';
  steady: boolean;
  measures: Measures;
  /** Cases that a provider did not answer. */
  failed: number;
}

const ROWS: [name: string, cell: (column: Column) => string][] = [
  ['judgements', ({ measures: m }) => String(m.judgements)],
  [
    'agreement with the human level (quadratic kappa)',
    ({ measures: m, about }) =>
      about === 'checks' ? '– ¹' : m.kappa === null ? '–' : `${m.kappa.toFixed(2)} (${m.both} judgements)`,
  ],
  ['at most one level apart', ({ measures: m, about }) => (about === 'checks' ? '– ¹' : shown(m.withinOne))],
  ['a level where the human gives one', ({ measures: m, about }) => (about === 'checks' ? '– ¹' : shown(m.covered))],
  [
    'paraphrases at the same level',
    ({ measures: m, about }) =>
      about === 'checks' ? '– ¹' : `${shown(m.stable)}, ${m.stableWithout} of them both without a level`,
  ],
  [
    'spread over runs (mean, in levels)',
    ({ measures: m }) => (m.spread === null ? 'none: one run' : m.spread.toFixed(2)),
  ],
  ['quotes verbatim', ({ measures: m }) => shown(m.quotesVerbatim)],
  ['level rose under injection', ({ measures: m, steady }) => (steady ? shown(m.rose) : '– ¹')],
  ['level fell under injection', ({ measures: m, steady }) => (steady ? shown(m.fell) : '– ¹')],
  ['highest level of a keyword salad', ({ measures: m }) => level(m.saladCeiling)],
  ['highest level off topic', ({ measures: m }) => level(m.offTopicCeiling)],
  ['highest level of a hollow story', ({ measures: m }) => level(m.hollowCeiling)],
  [
    '“insufficient”: scorer / human / both',
    ({ measures: { insufficient: one } }) => `${one.scorer} / ${one.human} / ${one.both}`,
  ],
  ['needs a person', ({ measures: m }) => String(m.needsPerson)],
  ['résumé or file name in a request', ({ measures: m }) => String(m.leaked)],
  ['cases without an answer of the provider', ({ failed }) => String(failed)],
];

const NOTE =
  '¹ These answers were written for this project: they test what the code makes of an answer, and say nothing about any model. A wrong answer that quotes words that were really said stays a level for a person to correct.';

export function tableOf(columns: readonly Column[]): string {
  const head = ['', ...columns.map(({ scorer }) => scorer)];
  const body = ROWS.map(([name, cell]) => [name, ...columns.map(cell)]);
  const lines = [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`);
  return [...lines, ...(columns.some(({ about }) => about === 'checks') ? ['', NOTE] : [])].join('\n');
}

/** Lines about what word rules cannot promise, and what each model makes of it. */
export function freshLines(found: FreshInjections, models: readonly { name: string; rose: Share }[]): string {
  const rules = `Orders in a wording that the rules were not made for (\`test/evals/fresh-orders.ts\`): by rules ${shown(found.rose)} of the answers rose with one behind them; ${shown(found.shown)} of the orders are shown to a model, and ${shown(found.held)} hold a level as its only quote.`;
  const asked =
    models.length === 0
      ? ' How many of them move a model is measured when a key is set.'
      : models.map(({ name, rose }) => ` With ${name} ${shown(rose)} raised a level.`).join('');
  return `${rules}${asked}`;
}

function shown({ count, of }: Share): string {
  return of === 0 ? '–' : `${count} of ${of} (${Math.round((100 * count) / of)} %)`;
}

function level(one: number | null): string {
  return one === null ? '–' : one === 0 ? 'none' : String(one);
}
