/** What the steps of signing in hand on. */
import type { Answer } from '../../shared/api.ts';

export type Installation = Answer<'GET /api/visitor/installation'>;
export type RegionId = Installation['regions'][number]['id'];
type Outcome = Answer<'POST /api/visitor/sign-in'>;
export type Choice = Extract<Outcome, { state: 'choose' }>;

export interface Asked {
  region: RegionId;
  email: string;
}
