/** The OpenAPI document as a server in Node would give it. */
import { candidateRoutes } from '../../worker/audiences/candidate/routes.ts';
import { openApi } from '../../worker/audiences/open-api.ts';
import { operatorRoutes } from '../../worker/audiences/operator/routes.ts';
import { recruiterRoutes } from '../../worker/audiences/recruiter/routes.ts';
import { visitorRoutes } from '../../worker/audiences/visitor/routes.ts';

export function apiDocument(): Record<string, unknown> {
  return openApi(
    { ...visitorRoutes, ...candidateRoutes, ...recruiterRoutes, ...operatorRoutes },
    { origin: 'https://interloop.example', memberCookie: 'member', candidateCookie: 'candidate' },
  );
}
