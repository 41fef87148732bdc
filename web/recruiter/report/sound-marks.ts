/** What the line of time shows of a report: where questions begin, which places are quoted, where somebody typed. */
import type { Mark } from '../player/track.tsx';
import type { Span } from './listening.ts';
import type { Report } from './report-types.ts';
import { turnAnchor } from './turn-anchor.ts';

export interface SoundMarks {
  questions: Mark[];
  /** In the order in which a reader meets them. */
  cited: Span[];
  typed: Span[];
}

export function soundMarks(report: Report): SoundMarks {
  const order = report.plan.sections.flatMap((section) => section.questions.map(({ id }) => id));
  const questions = report.turns
    .filter((turn) => turn.kind === 'question' && turn.questionId !== null)
    .map((turn) => ({
      number: order.indexOf(turn.questionId ?? '') + 1,
      atMs: turn.startMs,
      href: `#${turnAnchor(turn.id)}`,
    }))
    // What lies beyond the recording cannot be gone to in it.
    .filter((mark) => mark.number > 0 && mark.atMs < (report.recording?.durationMs ?? 0));
  const quotes = [
    ...(report.card?.digest.flatMap(({ cites }) => cites) ?? []),
    ...(report.card?.criteria.flatMap((criterion) => criterion.quotes) ?? []),
  ].filter(({ audible }) => audible);
  const cited = new Map(quotes.map(({ startMs, endMs }) => [`${startMs}-${endMs}`, { startMs, endMs }]));
  const typed = report.turns.filter((turn) => turn.via === 'typed').map(({ startMs, endMs }) => ({ startMs, endMs }));
  return { questions, cited: [...cited.values()], typed };
}
