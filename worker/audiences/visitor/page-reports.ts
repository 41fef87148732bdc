/** Routes: browsers tell what our pages' policy made them refuse. */
import type { VisitorActor } from '../../domain/actors.ts';
import { countPageReport } from '../../domain/page-reports/page-reports.ts';
import { LIMITS } from '../../limits.ts';
import { mediaType } from '../../media-type-rules.ts';
import { Problem } from '../../problems.ts';
import { limitedBody } from '../mount.ts';
import { routesFor } from '../route.ts';

const route = routesFor<VisitorActor>();

export const pageReportRoutes = {
  'POST /api/visitor/page-reports': route({
    summary: 'What a browser refused on one of our pages by its policy; it is counted, and no address is kept',
    output: null,
    async handle({ region, actor, c }) {
      if (mediaType(c.req.header('content-type')) !== 'application/csp-report') throw new Problem('wrong_type');
      const bytes = await limitedBody(c.req.raw, LIMITS.http.reportBytes);
      await countPageReport(region, actor, parsed(bytes));
      return undefined;
    },
  }),
};

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem('bad_request', { detail: 'The body is not JSON.' });
  }
}
