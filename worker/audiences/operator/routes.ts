/** What whoever deploys Interloop can do over HTTP. */
import * as v from 'valibot';
import type { OperatorActor } from '../../domain/actors.ts';
import { createTenant } from '../../domain/tenants/tenants.ts';
import { emailField, nameField, regionField } from '../fields.ts';
import { routesFor } from '../route.ts';
import { pageReportRoutes } from './page-reports.ts';

const route = routesFor<OperatorActor>();

export const operatorRoutes = {
  ...pageReportRoutes,
  'POST /api/operator/tenants': route({
    summary: 'Make a tenant and its owner in one region, for life',
    body: v.object({
      region: regionField,
      name: nameField,
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
};
