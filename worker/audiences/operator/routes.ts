/** What whoever deploys Interloop can do over HTTP. */
import * as v from 'valibot';
import type { OperatorActor } from '../../domain/actors.ts';
import { listParked, retryParkedOf } from '../../domain/interviews/park-task.ts';
import { PARKED_TASKS } from '../../domain/interviews/parked-shape.ts';
import { createTenant } from '../../domain/tenants/tenants.ts';
import { companyField, emailField, idField, nameField, regionField, timeField } from '../fields.ts';
import { routesFor } from '../route.ts';
import { pageReportRoutes } from './page-reports.ts';

const route = routesFor<OperatorActor>();

export const operatorRoutes = {
  ...pageReportRoutes,
  'POST /api/operator/tenants': route({
    summary: 'Make a tenant and its owner in one region, for life',
    body: v.object({
      region: regionField,
      name: companyField,
      /** `region`: only makers that process in the region get what candidates say. */
      processing: v.optional(v.picklist(['region', 'anywhere']), 'anywhere'),
      owner: v.object({ name: nameField, email: emailField }),
    }),
    output: v.object({ tenant: v.string(), owner: v.string(), region: regionField }),
    status: 201,
    async handle({ region, actor, body }) {
      const made = await createTenant(region, actor, body);
      return { tenant: made.tenantId, owner: made.memberId, region: region.id };
    },
  }),
  'GET /api/operator/parked-tasks': route({
    summary: 'Work on interviews of the region that failed the same way again and again, and was set aside',
    query: v.object({ region: v.optional(regionField) }),
    output: v.object({
      parked: v.array(
        v.object({
          tenant: v.string(),
          interview: v.string(),
          task: v.picklist(PARKED_TASKS),
          /** The class and the code of the error. */
          cause: v.string(),
          at: timeField,
        }),
      ),
    }),
    handle: async ({ region, actor }) => ({ parked: await listParked(region, actor) }),
  }),
  'POST /api/operator/interviews/:id/parked-tasks/retry': route({
    summary: 'Have everything of an interview that was set aside tried again',
    params: v.object({ id: idField('interview') }),
    query: v.object({ region: v.optional(regionField) }),
    output: null,
    handle: async ({ region, actor, params: { id } }) => {
      await retryParkedOf(region, actor, id);
      return undefined;
    },
  }),
};
