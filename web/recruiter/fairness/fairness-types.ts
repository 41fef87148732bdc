import type { Answer } from '../../shared/api.ts';

export type Fairness = Answer<'GET /api/recruiter/fairness'>;
export type Measured = Answer<'GET /api/recruiter/roles/:role/fairness'>['measured'][number];
export type Group = Measured['selection'][number];
export type Rate = NonNullable<Group['shown']>;
export type Measure = 'selection' | 'scoring';
