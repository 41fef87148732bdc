import type { Answer } from '../../shared/api.ts';

export type Home = Answer<'GET /api/recruiter/home'>;
export type Due = Home['decisions']['rows'][number];
export type Ask = Home['requests']['rows'][number];
