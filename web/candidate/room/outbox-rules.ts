/** What is sent and not yet acknowledged: numbers without a gap, in order, and renumbered after a break. Pure. */
import type { Action } from '../../../durable-objects/interview/protocol.ts';

export interface Item {
  seq: number;
  action: Action;
}

export interface Outbox {
  /** Names this line of numbers to the session. */
  client: string;
  /** The last number given away. */
  last: number;
  items: Item[];
}

/** Adds an action under the next number. */
export function add(box: Outbox, action: Action): Outbox {
  return { ...box, last: box.last + 1, items: [...box.items, { seq: box.last + 1, action }] };
}

/** The number is settled: acknowledged, or refused for good. */
export function settle(box: Outbox, seq: number): Outbox {
  return { ...box, items: box.items.filter((item) => item.seq > seq) };
}

/**
 * After a hello: everything up to `acked` is durable; what is left goes out again under the numbers that follow. Signs
 * of life of the past say nothing any more, and of several drafts only the last does.
 */
export function resume(box: Outbox, acked: number): Outbox {
  const left = box.items.filter((item) => item.seq > acked);
  const lastDraft = left.findLast((item) => item.action.type === 'draft');
  const kept = left.filter(
    (item) => item.action.type !== 'beat' && (item.action.type !== 'draft' || item === lastDraft),
  );
  return { ...box, last: acked + kept.length, items: kept.map(({ action }, i) => ({ seq: acked + 1 + i, action })) };
}

/** What is worth keeping over a reload: all but signs of life. */
export function worthKeeping(box: Outbox): boolean {
  return box.items.some((item) => item.action.type !== 'beat');
}

/** What is not yet safe with the session: how many things, and the answer among them, if any, as it was written. */
export interface Waiting {
  count: number;
  answer: string | null;
}

export const NOTHING_WAITS: Waiting = { count: 0, answer: null };

export function waitingIn(box: Outbox): Waiting {
  const actions = box.items.map(({ action }) => action).filter(({ type }) => type !== 'beat');
  const answer = actions.findLast(({ type }) => type === 'answer' || type === 'turn-over');
  return { count: actions.length, answer: answer === undefined ? null : wordsOf(answer) };
}

function wordsOf(action: Action): string {
  switch (action.type) {
    case 'answer':
      return action.text;
    case 'turn-over':
      return action.typed;
    default:
      return '';
  }
}
