/** Whether this tab was signed in a moment ago. Only a hint of which question to ask first; the server knows. */

const STORED = 'interloop.member';

export function tabWasSignedIn(): boolean {
  try {
    return sessionStorage.getItem(STORED) !== null;
  } catch {
    return false;
  }
}

export function noteSignedIn(signedIn: boolean): void {
  try {
    if (signedIn) sessionStorage.setItem(STORED, '1');
    else sessionStorage.removeItem(STORED);
  } catch {
    // Storage can be forbidden; then one more question is asked each time.
  }
}
