/** Route: where the tenant's data rests and who processes it, from the running configuration. */
import * as v from 'valibot';
import type { MemberActor } from '../../domain/actors.ts';
import { REGION_IDS } from '../../ids.ts';
import { REGIONS } from '../../regions/regions.ts';
import { regionField } from '../fields.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();

const PORTS = ['database', 'files', 'session', 'mail', 'conversation', 'limits'] as const;

export const privacyRoutes = {
  'GET /api/recruiter/privacy': route({
    summary: 'Where data rests and who processes it, from the running configuration',
    output: v.object({
      parts: v.array(
        v.object({
          port: v.picklist(PORTS),
          maker: v.string(),
          /** False: it runs on this installation itself. */
          real: v.boolean(),
        }),
      ),
      regions: v.array(
        v.object({
          id: regionField,
          name: v.string(),
          kept: v.picklist(['guarantee', 'hint']),
          configured: v.boolean(),
        }),
      ),
    }),
    handle: async ({ region, config }) => {
      const away = config.placement === 'jurisdiction';
      const neon = isNeon(config.regions[region.id]?.databaseUrl ?? '');
      return {
        parts: [
          part('database', neon ? 'neon' : 'postgres', neon),
          part('files', 'r2', away),
          part('session', 'cloudflare', away),
          part('mail', region.mail.maker, region.mail.maker !== 'embedded'),
          part('conversation', region.conversation.maker, region.conversation.maker !== 'rehearsed'),
          part('limits', region.limits.maker, region.limits.maker !== 'embedded'),
        ],
        regions: REGION_IDS.map((id) => ({
          id,
          name: REGIONS[id].name,
          kept: REGIONS[id].placement.kept,
          configured: config.regions[id] !== undefined,
        })),
      };
    },
  }),
};

function part(port: (typeof PORTS)[number], maker: string, real: boolean) {
  return { port, maker, real };
}

function isNeon(databaseUrl: string): boolean {
  return URL.canParse(databaseUrl) && new URL(databaseUrl).hostname.endsWith('.neon.tech');
}
