/** What a finished run of vitest proves: that tests ran, and that a suite has not lost any. Pure. */

/** The part of vitest's JSON report that is read here. */
export interface SuiteReport {
  testResults: { name: string; assertionResults: { status: string }[] }[];
}

/** Passed tests of each suite; a suite is the folder under `test/`, or the file that stands there itself. */
export type SuiteCounts = Readonly<Record<string, number>>;

/** @param root the folder of the project, without a slash at its end */
export function passedBySuite(report: SuiteReport, root: string): SuiteCounts {
  const counts: Record<string, number> = {};
  for (const file of report.testResults) {
    const path = file.name.startsWith(`${root}/test/`) ? file.name.slice(root.length + 6) : file.name;
    const suite = path.split('/')[0] ?? path;
    const passed = file.assertionResults.filter(({ status }) => status === 'passed').length;
    counts[suite] = (counts[suite] ?? 0) + passed;
  }
  return counts;
}

/**
 * Why a run that vitest calls good is none: nothing ran, or a whole run passed fewer tests than the suite is known to
 * have.
 * @param least the known number of each suite, of a whole run only; null where the caller chose files
 */
export function faultsOfRun(counts: SuiteCounts, least: SuiteCounts | null): string[] {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0) return ['No test passed: nothing was tested.'];
  return Object.entries(least ?? {})
    .filter(([suite, known]) => (counts[suite] ?? 0) < known)
    .map(
      ([suite, known]) => `test/${suite}: ${counts[suite] ?? 0} tests passed, ${known} are known (test/ratchet.json).`,
    );
}
