/** Route: where the tenant's data rests and who processes it, from the running configuration. */
import * as v from 'valibot';
import { setSessionIdle } from '../../domain/accounts/session-idle.ts';
import type { MemberActor } from '../../domain/actors.ts';
import { setFeedback } from '../../domain/decisions/read-feedback.ts';
import { setSpendCap, tenantSpend } from '../../domain/spend/tenant-spend.ts';
import { setCalendar } from '../../domain/tenants/calendar.ts';
import { isZone } from '../../domain/tenants/calendar-rules.ts';
import { ANSWERS, TASKS } from '../../domain/tenants/processing-rules.ts';
import { readProcessing } from '../../domain/tenants/read-processing.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { REGION_IDS } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import { REGIONS } from '../../regions/regions.ts';
import { regionField } from '../fields.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();

const answerField = v.picklist(ANSWERS);

const PORTS = ['database', 'files', 'session', 'mail', 'conversation', 'limits'] as const;

export const privacyRoutes = {
  'GET /api/recruiter/privacy': route({
    summary: 'Where data rests and who processes it, from the running configuration',
    roles: MEMBER_ROLES,
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
      /** `region`: only makers that process in the region get what candidates say. */
      processing: v.picklist(['region', 'anywhere']),
      /** Candidates read what their interview showed, once a person has decided. */
      feedback: v.boolean(),
      /** The files of résumés are kept, not their text alone. */
      keepResumes: v.boolean(),
      /** A member's session that rests for longer is over. */
      sessionIdleMinutes: v.number(),
      makers: v.array(
        v.object({
          task: v.picklist(TASKS),
          maker: v.picklist(['gemini', 'openai', 'livekit']),
          place: v.picklist(['here', 'anywhere']),
          /** What it gets of what a candidate says. */
          sound: answerField,
          words: answerField,
        }),
      ),
    }),
    handle: async ({ region, actor, config }) => {
      const away = config.placement === 'jurisdiction';
      const neon = isNeon(config.regions[region.id]?.databaseUrl ?? '');
      return {
        parts: [
          part('database', neon ? 'neon' : 'postgres', neon),
          part('files', 'r2', away),
          part('session', 'cloudflare', away),
          part('mail', region.mail.maker, region.mail.maker === 'resend'),
          part('conversation', region.conversation.maker, region.conversation.maker !== 'rehearsed'),
          part('limits', region.limits.maker, region.limits.maker !== 'embedded'),
        ],
        regions: REGION_IDS.map((id) => ({
          id,
          name: REGIONS[id].name,
          kept: REGIONS[id].placement.kept,
          configured: config.regions[id] !== undefined,
        })),
        ...(await readProcessing(region, actor)),
      };
    },
  }),
  'PUT /api/recruiter/privacy/feedback': route({
    summary: 'Let candidates read what their interview showed, once a person has decided; or no longer',
    roles: ['owner', 'admin'],
    body: v.object({ on: v.boolean() }),
    output: null,
    handle: async ({ region, actor, body }) => {
      await setFeedback(region, actor, body);
      return undefined;
    },
  }),
  'PUT /api/recruiter/tenant/calendar': route({
    summary: 'Say by which country’s working week, and in which zone, promised days are counted from now on',
    roles: ['owner', 'admin'],
    body: v.object({
      country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'two letters of ISO 3166')),
      zone: v.pipe(v.string(), v.maxLength(60), v.check(isZone, 'not a time zone')),
    }),
    output: null,
    handle: async ({ region, actor, body }) => {
      await setCalendar(region, actor, body);
      return undefined;
    },
  }),
  'PUT /api/recruiter/privacy/sessions': route({
    summary: 'Set how long a member’s session may rest before they sign in again',
    roles: ['owner', 'admin'],
    body: v.object({
      idleMinutes: v.pipe(
        v.number(),
        v.integer(),
        v.minValue(LIMITS.memberSession.idleMinMs / 60_000),
        v.maxValue(LIMITS.memberSession.idleMaxMs / 60_000),
      ),
    }),
    output: null,
    handle: async ({ region, actor, body }) => {
      await setSessionIdle(region, actor, body);
      return undefined;
    },
  }),
  'GET /api/recruiter/spend': route({
    summary: 'What interviews have cost since the month began, in millionths of a dollar, and the cap',
    roles: ['owner', 'admin'],
    output: v.object({ monthMicros: v.number(), capMicros: v.nullable(v.number()) }),
    handle: async ({ region, actor }) => await tenantSpend(region, actor),
  }),
  'PUT /api/recruiter/spend/cap': route({
    summary: 'Set what a month may cost, or lift the cap',
    roles: ['owner', 'admin'],
    body: v.object({
      capMicros: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.spend.capMaxMicros))),
    }),
    output: null,
    handle: async ({ region, actor, body }) => {
      await setSpendCap(region, actor, body);
      return undefined;
    },
  }),
};

function part(port: (typeof PORTS)[number], maker: string, real: boolean) {
  return { port, maker, real };
}

function isNeon(databaseUrl: string): boolean {
  return URL.canParse(databaseUrl) && new URL(databaseUrl).hostname.endsWith('.neon.tech');
}
