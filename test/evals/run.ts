/**
 * `npm run evals [-- --cases FILE] [--json] [--form] [--write]`: measures the rules, the checks behind a model, and every
 * model that the environment has a key for; see case-shape.ts for a file of cases. `--write` puts the table of the
 * project's own cases into the README. Ends with 1 where a quote was not said.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toJsonSchema } from '@valibot/to-json-schema';
import { BadCases, casesSchema, type Family, readCases } from './case-shape.ts';
import { freshInjections, freshRises } from './fresh-injections.ts';
import { measure, type Result } from './measure.ts';
import type { Share } from './measures.ts';
import { ownFamilies, ownReplays } from './own-cases.ts';
import type { Scorer } from './scorer.ts';
import { configured, RULES, replayed } from './scorers.ts';
import { freshLines, tableOf } from './table.ts';

const README = join(import.meta.dirname, '../../README.md');
const MARKS = { begin: '<!-- evals -->', end: '<!-- /evals -->' };

const { values } = parseArgs({
  options: {
    cases: { type: 'string' },
    json: { type: 'boolean', default: false },
    form: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
if (values.form)
  console.log(JSON.stringify(toJsonSchema(casesSchema, { typeMode: 'input', errorMode: 'ignore' }), null, 2));
else
  await evaluate(values.cases === undefined ? ownFamilies() : [fromOutside(values.cases)], values.cases === undefined);

async function evaluate(families: readonly Family[], own: boolean): Promise<void> {
  const models = configured((name) => process.env[name]);
  const results: Result[] = [];
  for (const scorer of [RULES, ...(own ? replayed(ownReplays()) : []), ...models]) {
    const onCase = (name: string) => (scorer.about === 'model' ? console.error(`${scorer.name}: ${name}`) : undefined);
    results.push(await measure(scorer, families, onCase));
  }
  const raised: { name: string; rose: Share }[] = [];
  for (const model of own ? models : []) raised.push({ name: model.name, rose: await freshRises(model, families) });
  const fresh = own ? [freshLines(freshInjections(families), raised)] : [];
  const table = [tableOf(results), ...fresh].join('\n\n');
  const ran = whatRan(families, models);
  if (values.json) console.log(JSON.stringify(results.map(plain), null, 2));
  else console.log(`${table}\n\n${familyLines(results).join('\n')}\n\n${ran}`);
  if (own && values.write) intoReadme(`${ran}\n\n${table}`);
  const untrue = results.filter(({ measures: { quotesVerbatim: one } }) => one.count < one.of);
  for (const { scorer } of untrue) console.error(`${scorer}: a quote stands on a card that nobody said`);
  // Not process.exit: what is still on its way to a pipe would be cut.
  process.exitCode = untrue.length === 0 ? 0 : 1;
}

function fromOutside(file: string): Family {
  try {
    return readCases(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof BadCases) console.error(error.message);
    else console.error(`${file}: cannot be read (${error instanceof Error ? error.message : 'unknown'})`);
    process.exit(2);
  }
}

function whatRan(families: readonly Family[], models: readonly Scorer[]): string {
  const cases = families.reduce((sum, { cases }) => sum + cases.length, 0);
  const names = families.map(({ family }) => family).join(', ');
  const asked =
    models.length === 0
      ? 'no key was set, so no model was asked'
      : `asked: ${models.map(({ name }) => name).join(', ')}`;
  return `${new Date().toISOString().slice(0, 10)}: ${cases} cases (${names}); ${asked}.`;
}

function familyLines(results: readonly Result[]): string[] {
  return results.flatMap(({ scorer, about, byFamily }) =>
    about === 'checks'
      ? []
      : byFamily.map(({ family, column: { measures: m } }) => {
          const kappa = m.kappa === null ? '–' : m.kappa.toFixed(2);
          return `${scorer}, ${family}: kappa ${kappa} of ${m.both}, paraphrases ${m.stable.count} of ${m.stable.of}, insufficient ${m.insufficient.scorer} (human ${m.insufficient.human}, both ${m.insufficient.both})`;
        }),
  );
}

function plain({ scorer, about, failed, measures, byFamily, all }: Result) {
  return {
    scorer,
    about,
    failed,
    measures,
    families: byFamily.map(({ family, column }) => ({ family, measures: column.measures })),
    judgements: all.map(({ family, case: { id, kind }, criterion, human, judged }) => ({
      family,
      case: id,
      kind,
      criterion,
      human,
      level: judged.level,
      needsPerson: judged.needsPerson ?? false,
      reason: judged.reason,
      quotes: judged.quotes.map(({ text }) => text),
    })),
  };
}

/** Only what stands between the marks is ours to write; without them nothing is written. */
function intoReadme(text: string): void {
  const before = readFileSync(README, 'utf8');
  const [begin, end] = [before.indexOf(MARKS.begin), before.indexOf(MARKS.end)];
  if (begin < 0 || end < begin) return;
  writeFileSync(README, `${before.slice(0, begin + MARKS.begin.length)}\n${text}\n${before.slice(end)}`);
}
