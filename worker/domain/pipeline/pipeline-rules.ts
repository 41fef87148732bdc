/** How a pipeline is grouped, ordered and paged. Pure. */
import * as v from 'valibot';
import { INTERVIEW_STATES, type InterviewState } from '../interviews/state-shape.ts';

export const PIPELINE_GROUPS = ['to-decide', 'on-hold', 'in-progress', 'invited', 'next-round', 'closed'] as const;
export type PipelineGroup = (typeof PIPELINE_GROUPS)[number];

export const PIPELINE_SORTS = ['due', 'name', 'newest', 'state', 'line'] as const;
export type PipelineSort = (typeof PIPELINE_SORTS)[number];

/** Which chip of the pipeline an interview stands under. */
export function groupOf(state: InterviewState): PipelineGroup {
  switch (state) {
    case 'to-decide':
    case 'human-requested':
      return 'to-decide';
    case 'on-hold':
      return 'on-hold';
    case 'in-interview':
    case 'sealing':
    case 'scoring':
      return 'in-progress';
    case 'invited':
    case 'opened':
      return 'invited';
    case 'next-round':
      return 'next-round';
    case 'declined':
    case 'withdrawn':
    case 'expired':
      return 'closed';
  }
}

/** The states of a group, for the query. */
export function statesOf(group: PipelineGroup): InterviewState[] {
  return INTERVIEW_STATES.filter((state) => groupOf(state) === group);
}

/** States that change without anybody of the tenant doing something: a page that shows one looks again. */
export const MOVING_STATES: readonly InterviewState[] = ['in-interview', 'sealing', 'scoring'];

export type GroupCounts = Record<PipelineGroup, number>;

/** Adds up the states into chips. */
export function countGroups(states: readonly { state: InterviewState; count: number }[]): GroupCounts {
  const counts: GroupCounts = {
    'to-decide': 0,
    'on-hold': 0,
    'in-progress': 0,
    invited: 0,
    'next-round': 0,
    closed: 0,
  };
  for (const { state, count } of states) counts[groupOf(state)] += count;
  return counts;
}

/** Microseconds since 1970, as PostgreSQL keeps them; up to the year 2199. */
const microseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7_258_118_400_000_000));
const cursorSchema = v.variant('sort', [
  v.object({
    sort: v.literal('due'),
    rank: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
    dueUs: v.nullable(microseconds),
    id: v.string(),
  }),
  v.object({ sort: v.literal('name'), name: v.string(), id: v.string() }),
  v.object({ sort: v.literal('newest'), createdUs: microseconds, id: v.string() }),
  v.object({ sort: v.literal('state'), state: v.string(), id: v.string() }),
  v.object({ sort: v.literal('line'), line: v.string(), id: v.string() }),
]);
export type Cursor = v.InferOutput<typeof cursorSchema>;

/** Where the next page begins, as text for the address; it holds the last row's place, never an offset. */
export function writeCursor(cursor: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(cursor));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Reads a cursor back; null when it is not one of ours for this order. */
export function readCursor(text: string, sort: PipelineSort): Cursor | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const cursor = v.parse(cursorSchema, JSON.parse(new TextDecoder().decode(bytes)));
    return cursor.sort === sort ? cursor : null;
  } catch {
    return null;
  }
}
