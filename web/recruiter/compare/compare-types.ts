/** What the server tells about people side by side. */
import type { Answer } from '../../shared/api.ts';

export type Compared = Answer<'GET /api/recruiter/roles/:role/compare'>;
export type Person = Compared['people'][number];
export type PersonCriterion = Person['criteria'][number];
