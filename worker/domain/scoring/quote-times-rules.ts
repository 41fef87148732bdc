/** Where in the sound a quote lies. Pure. */
import type { Place } from './verbatim-rules.ts';

export interface TimedTurn {
  text: string;
  startMs: number;
  endMs: number;
  /** What the recognition heard, piece by piece; null for what was typed. */
  segments: { text: string; startMs: number; endMs: number }[] | null;
}

/** A known pair of a place in the text and a time in the sound. */
interface Fix {
  char: number;
  ms: number;
}

/** The times of a place in a turn: by its pieces where they are found in the text, between them by characters. */
export function quoteTimes(turn: TimedTurn, place: Place): { startMs: number; endMs: number } {
  const { begins, ends } = fixesOf(turn);
  const startMs = Math.floor(timeAt(begins, place.startChar));
  const endMs = Math.ceil(timeAt(ends, place.endChar));
  return { startMs, endMs: Math.max(startMs, endMs) };
}

/** Two maps, since between two pieces lies a pause: a quote begins after it, or ends before it. */
function fixesOf(turn: TimedTurn): { begins: Fix[]; ends: Fix[] } {
  const first = { char: 0, ms: turn.startMs };
  const last = { char: turn.text.length, ms: Math.max(turn.startMs, turn.endMs) };
  const begins: Fix[] = [first];
  const ends: Fix[] = [first];
  let from = 0;
  for (const piece of turn.segments ?? []) {
    const said = piece.text.trim();
    const at = said === '' ? -1 : turn.text.indexOf(said, from);
    if (at < 0 || piece.startMs < turn.startMs || piece.endMs > last.ms || piece.endMs < piece.startMs) continue;
    if (piece.startMs < (ends.at(-1)?.ms ?? 0)) continue;
    from = at + said.length;
    const [start, end] = [
      { char: at, ms: piece.startMs },
      { char: from, ms: piece.endMs },
    ];
    // The first words are said when they are heard, not when the turn was opened.
    if (at === begins.at(-1)?.char) begins.pop();
    begins.push(start, { char: Math.max(at, from - 1), ms: piece.endMs });
    ends.push({ char: at + 1, ms: piece.startMs }, end);
  }
  return { begins: [...begins, last], ends: [...ends, last] };
}

function timeAt(fixes: Fix[], char: number): number {
  const after = fixes.findIndex((fix) => fix.char >= char);
  const right = fixes[after] ?? fixes.at(-1);
  const left = fixes[after - 1] ?? right;
  if (right === undefined || left === undefined) return 0;
  if (right.char <= char || right.char === left.char) return right.ms;
  return left.ms + ((right.ms - left.ms) * (char - left.char)) / (right.char - left.char);
}
