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
  /** When the first of it was typed, on the session's clock. */
  beganMs: number;
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
  return kept(interview, question)?.text ?? null;
}

/** When the typing for this question began, on the session's clock; null when nothing is typed. */
export function typingSince(interview: string, question: number | undefined): number | null {
  return kept(interview, question)?.beganMs ?? null;
}

function kept(interview: string, question: number | undefined): Typing | null {
  try {
    const typing = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Typing | null;
    return typing?.interview === interview && typing.question === question ? typing : null;
  } catch {
    return null;
  }
}
