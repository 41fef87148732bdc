/** Plants every fault of the chosen parts, one at a time, and tells which of them no test saw. */
import { type Copy, copyProject } from './copy.ts';
import { outcomeOf } from './outcome.ts';
import type { PlantedFault } from './planted-fault.ts';

export interface PartResult {
  part: string;
  planted: number;
  killed: number;
  survived: PlantedFault[];
}

/** @throws Error when the tests fail without a fault, or a fault can no longer be planted */
export async function runPlanted(
  parts: Readonly<Record<string, readonly PlantedFault[]>>,
  report: (line: string) => void,
): Promise<PartResult[]> {
  const copy = await copyProject();
  try {
    const results: PartResult[] = [];
    for (const [part, faults] of Object.entries(parts)) results.push(await runPart(copy, part, faults, report));
    return results;
  } finally {
    await copy.remove();
  }
}

async function runPart(
  copy: Copy,
  part: string,
  faults: readonly PlantedFault[],
  report: (line: string) => void,
): Promise<PartResult> {
  const files = [...new Set(faults.flatMap(({ tests }) => tests))];
  const control = await outcomeOf(copy.folder, files);
  if (control !== 'passed') throw new Error(`${part}: without a fault the tests "${control}" (${files.join(', ')})`);
  const survived: PlantedFault[] = [];
  for (const fault of faults) {
    const takeOut = await copy.plant(fault);
    const outcome = await outcomeOf(copy.folder, fault.tests);
    await takeOut();
    if (outcome === 'nothing ran') throw new Error(`${fault.file}: with "${fault.to}" nothing could run`);
    if (outcome === 'passed') survived.push(fault);
    report(`${outcome === 'failed' ? 'killed  ' : 'SURVIVED'} ${part}: ${fault.says}`);
  }
  return { part, planted: faults.length, killed: faults.length - survived.length, survived };
}
