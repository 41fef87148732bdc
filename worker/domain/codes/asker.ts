/** Who asks for a code or guesses one. */
export interface Asker {
  /** The secret of the browser's cookie; null when none came along. */
  browser: string | null;
  /** As `networkOf` makes it. */
  network: string;
  /** One for each person who signed in on this browser before. */
  marks: readonly string[];
}
