/**
 * Whether an interview ran without the engine that was to run it, told from its history. An interview that never had
 * another than the plan's own rules has lost nothing. Pure.
 */
import type { InterviewEventKind } from '../interviews/event-shape.ts';

export interface EngineLoss {
  extent: 'partly' | 'wholly';
  /** A fault of a provider; or the cap of what may be spent. */
  why: 'fault' | 'cap';
}

/** `worked`: a provider did anything at all for the talk. */
export function engineLoss(events: readonly { kind: InterviewEventKind }[], worked: boolean): EngineLoss | null {
  const happened = (kind: InterviewEventKind) => events.some((event) => event.kind === kind);
  const fault = happened('engine-changed');
  if (!fault && !happened('spend-cap')) return null;
  return { extent: worked ? 'partly' : 'wholly', why: fault ? 'fault' : 'cap' };
}
