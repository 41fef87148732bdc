/** One realistic single fault, planted by hand: what people would meet, where it stands, and which tests should see it. */
export interface PlantedFault {
  /** What would be wrong for somebody. */
  says: string;
  file: string;
  /** Stands exactly once in the file; one that does not is out of date and fails the run. */
  from: string;
  to: string;
  /** The files of tests that are run against it. */
  tests: readonly string[];
}
