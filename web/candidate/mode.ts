/** Speaking or typing, as chosen on the device check; kept for this tab so that a reload asks nothing twice. */
const KEY = 'interloop.mode';

export function chosenMode(): 'voice' | 'text' {
  try {
    return sessionStorage.getItem(KEY) === 'voice' ? 'voice' : 'text';
  } catch {
    return 'text';
  }
}

export function chooseMode(mode: 'voice' | 'text'): void {
  try {
    sessionStorage.setItem(KEY, mode);
  } catch {
    // Storage can be forbidden; the room then begins with typing, and speaking is one press away.
  }
}
