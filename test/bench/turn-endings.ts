/** turn_endings: turns cut off and time waited, beside plain silence detection on the same sound and detector. */
import { compared } from '../evals/turns/compared.ts';
import { recordedSet } from '../evals/turns/recorded-set.ts';
import type { Bench, BenchResult } from './bench.ts';

export const bench: Bench = { name: 'turn_endings', run };

/** The rules were tuned on draws 1 to 3. */
const DRAWS = [4, 5, 6, 7, 8];
const TARGET = { cut: 0.05, medianMs: 900 };

async function run(): Promise<BenchResult[]> {
  const { product, asSafe, asFast, table } = compared(await recordedSet(DRAWS));
  return [
    {
      name: 'turn_endings',
      value: product.medianMs,
      unit: `ms median wait, ${(product.turnsCut * 100).toFixed(1)} % of turns cut off`,
      target: `≤ ${TARGET.medianMs} ms at ≤ ${TARGET.cut * 100} %`,
      baseline: `silence alone: ${asSafe.medianMs} ms at as many cut off, or ${(asFast.turnsCut * 100).toFixed(1)} % cut off at the same wait`,
      ok: product.turnsCut <= TARGET.cut && product.medianMs <= TARGET.medianMs,
      notes: table,
    },
  ];
}
