/** The secret of an emulated project: it follows from the key, so that each test has a project of its own. */
export function secretOf(key: string): string {
  return `the secret of ${key}, long enough for everyone`;
}
