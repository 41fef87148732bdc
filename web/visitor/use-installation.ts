import { type Answer, api } from '../shared/api.ts';
import { type Load, useLoad } from '../shared/use-load.ts';

export type Installation = Answer<'GET /api/visitor/installation'>;

/** What this installation is: its regions, which parts are real, and where to begin if it is an embedded one. */
export function useInstallation(): Load<Installation> {
  return useLoad((signal) => api('GET /api/visitor/installation', { signal }), []);
}
