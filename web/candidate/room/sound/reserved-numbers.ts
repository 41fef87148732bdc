/**
 * Numbers of sound frames that this tab may have used, kept over a reload: the session drops a number that it has seen,
 * so a page that began at one again would not be heard.
 */
const KEY = 'interloop.frames';
/** Numbers are set aside by the hundred, so that storage is written every ten seconds of speech. */
const ASIDE = 100;

let asideTo = 0;

export function keepReserve(interview: string, seq: number): void {
  if (seq <= asideTo) return;
  asideTo = seq + ASIDE;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ interview, to: asideTo }));
  } catch {
    // Storage can be forbidden; the session then tells which numbers it has taken.
  }
}

/** The last number that may have been used, 0 for none. */
export function reserved(interview: string): number {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('to' in kept) || !('interview' in kept)) return 0;
    return kept.interview === interview && typeof kept.to === 'number' ? kept.to : 0;
  } catch {
    return 0;
  }
}
