/** What the server tells a candidate about their interview and their data. */
import type { Answer } from '../../shared/api.ts';

export type OwnInterview = Answer<'GET /api/candidate/interview'>;
export type OwnData = Answer<'GET /api/candidate/data'>;
