/** What the server tells about the people of a role. */
import type { Answer } from '../../shared/api.ts';

export type Page = Answer<'GET /api/recruiter/roles/:role/pipeline'>;
export type Row = Page['rows'][number];
export type Criteria = Page['criteria'];
export type Group = Row['group'];
export type Show = Group | 'all';
export const SORTS = ['due', 'name', 'newest', 'state', 'line'] as const;
export type Sort = (typeof SORTS)[number];

export const GROUPS: readonly Group[] = ['to-decide', 'on-hold', 'in-progress', 'invited', 'next-round', 'closed'];

export function asShow(text: string | undefined): Show {
  return GROUPS.find((group) => group === text) ?? 'all';
}

export function asSort(text: string | undefined): Sort {
  return SORTS.find((sort) => sort === text) ?? 'due';
}
