/** One scorer over all cases. */
import { ProviderFault } from '../../worker/provider-faults.ts';
import type { Family } from './case-shape.ts';
import { measuresOf } from './measures.ts';
import type { Measured, Scorer } from './scorer.ts';
import type { Column } from './table.ts';

export interface Result extends Column {
  all: Measured[];
  byFamily: { family: string; column: Column }[];
}

/** @param onCase called before each case, so that a long run can be followed */
export async function measure(
  scorer: Scorer,
  families: readonly Family[],
  onCase: (name: string) => void = () => undefined,
): Promise<Result> {
  const all: Measured[] = [];
  const failed: string[] = [];
  for (const family of families) {
    for (const one of family.cases) {
      onCase(one.id);
      try {
        const { judged, sent } = await scorer.score(family, one);
        for (const [criterion, { level }] of Object.entries(one.human)) {
          const found = judged.find(({ criterionId }) => criterionId === criterion);
          if (found === undefined) throw new Error(`${scorer.name} left ${criterion} out for ${one.id}`);
          const human = level === 'insufficient' ? null : level;
          all.push({ family: family.family, case: one, criterion, human, judged: found, sent });
        }
      } catch (error) {
        if (!(error instanceof ProviderFault)) throw error;
        failed.push(family.family);
      }
    }
  }
  const column = (measured: readonly Measured[], names: readonly string[]): Column => ({
    scorer: scorer.name,
    about: scorer.about,
    steady: scorer.steady,
    measures: measuresOf(measured),
    failed: names.length,
  });
  return {
    ...column(all, failed),
    all,
    byFamily: families.map(({ family }) => ({
      family,
      column: column(
        all.filter((one) => one.family === family),
        failed.filter((one) => one === family),
      ),
    })),
  };
}
