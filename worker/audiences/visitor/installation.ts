/** What this installation is: which parts are real and which embedded, and, when embedded, where to begin. */
import * as v from 'valibot';
import type { VisitorActor } from '../../domain/actors.ts';
import { REGION_IDS } from '../../ids.ts';
import { REGIONS } from '../../regions/regions.ts';
import { regionField, timeField } from '../fields.ts';
import { routesFor } from '../route.ts';

const route = routesFor<VisitorActor>();

const linksSchema = v.object({
  recruiter: v.optional(v.object({ url: v.string(), email: v.string(), region: regionField })),
  candidate: v.optional(v.object({ url: v.string() })),
  mailbox: v.optional(v.string()),
});

const MAILBOX_SHOWN = 50;

export const installationRoutes = {
  'GET /api/visitor/installation': route({
    summary: 'Which regions are set up and which providers are real',
    output: v.object({
      embedded: v.boolean(),
      providers: v.array(v.object({ port: v.string(), maker: v.string(), real: v.boolean() })),
      links: linksSchema,
      regions: v.array(
        v.object({
          id: regionField,
          name: v.string(),
          configured: v.boolean(),
          kept: v.picklist(['guarantee', 'hint']),
        }),
      ),
    }),
    async handle({ region, config }) {
      const embedded = region.mail.maker === 'embedded';
      return {
        embedded,
        providers: [
          { port: 'mail', maker: region.mail.maker, real: region.mail.maker !== 'embedded' },
          { port: 'conversation', maker: region.conversation.maker, real: region.conversation.maker !== 'rehearsed' },
          { port: 'limits', maker: region.limits.maker, real: region.limits.maker !== 'embedded' },
        ],
        links: embedded ? v.parse(linksSchema, JSON.parse(config.installationLinks ?? '{}')) : {},
        regions: REGION_IDS.map((id) => ({
          id,
          name: REGIONS[id].name,
          configured: config.regions[id] !== undefined,
          kept: REGIONS[id].placement.kept,
        })),
      };
    },
  }),
  'GET /api/visitor/mailbox': route({
    summary: 'The embedded mailbox of a region; answers as if it were not there once mail is really sent',
    query: v.object({ region: regionField }),
    output: v.object({
      messages: v.array(
        v.object({
          id: v.string(),
          to: v.string(),
          subject: v.string(),
          text: v.string(),
          at: timeField,
          region: regionField,
        }),
      ),
    }),
    async handle({ region }) {
      const messages = (await region.mail.mailbox(MAILBOX_SHOWN)) ?? [];
      return {
        messages: messages.map((message) => ({
          id: message.id,
          to: message.to,
          subject: message.subject,
          text: message.text,
          at: message.sentAt.toISOString(),
          region: region.id,
        })),
      };
    },
  }),
};
