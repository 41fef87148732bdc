/**
 * What is being typed, kept in this tab at every key: a draft goes out only when typing rests, and the page may be
 * loaded again before that.
 */
const KEY = 'interloop.typing';

interface Typing {
  interview: string;
  /** The question it answers. */
  question: number;
  text: string;
}

export function keepTyping(typing: Typing): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(typing));
  } catch {
    // Storage can be full or forbidden; the draft still goes out a moment later.
  }
}

export function forgetTyping(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Then nothing was kept either.
  }
}

/** What was typed for this question, or null. */
export function keptTyping(interview: string, question: number | undefined): string | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Typing | null;
    return kept?.interview === interview && kept.question === question ? kept.text : null;
  } catch {
    return null;
  }
}
