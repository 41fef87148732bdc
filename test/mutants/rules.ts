/** Mutants of the pure rules by Stryker: every operator, condition and return is changed in turn, tests must notice. */
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

export interface RulesResult {
  part: string;
  mutants: number;
  killed: number;
  /** `file:line  original → replaced`, of those that no test saw. */
  survived: string[];
}

/**
 * The rules, in parts of some minutes each. Content (templates, themes, prices, prompts' wording) is not judged here: a
 * changed word of a question is no fault of a rule.
 */
export const RULE_PARTS: Readonly<Record<string, readonly string[]>> = {
  machine: ['durable-objects/interview/machine*.ts', 'durable-objects/otp/machine.ts'],
  voice: ['durable-objects/interview/voice/*-rules.ts', 'durable-objects/interview/call/*-rules.ts'],
  judging: ['worker/domain/scoring/*-rules.ts', 'worker/domain/fairness/*-rules.ts'],
  recordings: ['worker/domain/recordings/*-rules.ts', 'worker/domain/voices/*-rules.ts'],
  people: [
    'worker/domain/{accounts,blind,candidates,decisions,invitations,pipeline,requests,reports,interviews}/*-rules.ts',
  ],
  plans: ['worker/domain/plans/*-rules.ts', 'worker/domain/plans/drafting/*-rules.ts'],
  platform: [
    'worker/{ids,text-rules,provider-settings}.ts',
    'worker/regions/*-rules.ts',
    'worker/domain/spend/*-rules.ts',
  ],
};

/** Runs one part; a mutant that makes the tests hang counts as seen. */
export async function runRules(part: string, mutate: readonly string[]): Promise<RulesResult> {
  const stryker = new Stryker({
    mutate: [...mutate],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutants/vitest.config.ts', related: true },
    coverageAnalysis: 'perTest',
    reporters: ['progress-append-only'],
    // There is no such file: Stryker would rewrite it through a compiler API that TypeScript 7 does not have.
    tsconfigFile: 'no-tsconfig.json',
    // A changed word is prose, or a value of a closed list that the types refuse.
    mutator: { excludedMutations: ['StringLiteral'], plugins: [] },
    // Not under node_modules, where vitest looks for no tests.
    tempDirName: join(tmpdir(), 'interloop-stryker'),
    ignorePatterns: ['web/dist', '.interloop', '.screens'],
    concurrency: 2,
  });
  const results = await stryker.runMutationTest();
  const judged = results.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
  const alive = judged.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  return {
    part,
    mutants: judged.length,
    killed: judged.length - alive.length,
    survived: alive.map(
      ({ fileName, location, mutatorName, replacement }) =>
        `${relative(process.cwd(), fileName)}:${location.start.line}  ${mutatorName} → ${(replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 100)}`,
    ),
  };
}
