/** Routes: the operator reads how often browsers refused something on our pages. */
import * as v from 'valibot';
import type { OperatorActor } from '../../domain/actors.ts';
import { readPageReports } from '../../domain/page-reports/page-reports.ts';
import { routesFor } from '../route.ts';

const route = routesFor<OperatorActor>();

export const pageReportRoutes = {
  'GET /api/operator/page-reports': route({
    summary: 'What browsers refused on our pages, by day, rule and kind',
    output: v.object({
      reports: v.array(v.object({ day: v.string(), directive: v.string(), blocked: v.string(), count: v.number() })),
    }),
    handle: async ({ region, actor }) => ({ reports: await readPageReports(region, actor) }),
  }),
};
