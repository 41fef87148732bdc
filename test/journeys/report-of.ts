/** The report of an interview, once the session has brought everything home. */
import type { Answer } from '../../web/shared/api.ts';
import { until } from '../support/until.ts';
import type { Invited } from './short-plan.ts';

const SCORED = new Set(['to-decide', 'on-hold', 'next-round', 'declined']);

export async function reportOf(who: Invited): Promise<Answer<'GET /api/recruiter/interviews/:id/report'>> {
  const params = { id: who.interview };
  return await until(async () => {
    const report = await who.owner.call('GET /api/recruiter/interviews/:id/report', { params }).catch(() => undefined);
    return report !== undefined && SCORED.has(report.interview.state) ? report : undefined;
  }, 'the report');
}
