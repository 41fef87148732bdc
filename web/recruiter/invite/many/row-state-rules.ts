/** How a row of an upload stands: what is sent, what a person must look at, what stays out. Pure. */
import type { PersonRow, RowProblem } from '../table/people-rules.ts';

export type RowState =
  | { kind: 'ready' }
  | { kind: 'fix'; problem: RowProblem }
  /** The domain looks mistyped; it is sent only when somebody says so. */
  | { kind: 'ask'; suggestion: string }
  | { kind: 'out'; why: 'twice' | 'known' | 'left' }
  | { kind: 'sent' };

export interface Marks {
  /** By place in the table. */
  left: ReadonlySet<number>;
  kept: ReadonlySet<number>;
  /** By address as it is sent. */
  known: ReadonlySet<string>;
  sent: ReadonlySet<string>;
}

export const NO_MARKS: Marks = { left: new Set(), kept: new Set(), known: new Set(), sent: new Set() };

export function stateOfRow(row: PersonRow, marks: Marks): RowState {
  if (row.problem === 'twice') return { kind: 'out', why: 'twice' };
  const address = row.address?.sent ?? '';
  if (marks.sent.has(address)) return { kind: 'sent' };
  if (marks.left.has(row.n)) return { kind: 'out', why: 'left' };
  if (row.problem !== null) return { kind: 'fix', problem: row.problem };
  if (marks.known.has(address)) return { kind: 'out', why: 'known' };
  if (row.suggestion !== null && !marks.kept.has(row.n)) return { kind: 'ask', suggestion: row.suggestion };
  return { kind: 'ready' };
}

export function countStates(rows: readonly PersonRow[], marks: Marks) {
  const counts = { ready: 0, fix: 0, out: 0, sent: 0 };
  for (const row of rows) {
    const { kind } = stateOfRow(row, marks);
    counts[kind === 'ask' ? 'fix' : kind] += 1;
  }
  return counts;
}
