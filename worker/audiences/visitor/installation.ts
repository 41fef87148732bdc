/** What this installation is: which parts are real and which embedded, and, when embedded, where to begin. */
import * as v from 'valibot';
import type { VisitorActor } from '../../domain/actors.ts';
import { isLoopback } from '../../host-rules.ts';
import { REGION_IDS } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import { REGIONS } from '../../regions/regions.ts';
import { regionField, timeField } from '../fields.ts';
import { routesFor } from '../route.ts';
import { mayReadMailbox } from './mailbox-key.ts';

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
      /** This browser may read the embedded mailbox. */
      mailbox: v.boolean(),
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
    async handle({ region, config, c }) {
      const embedded = region.mail.maker === 'embedded';
      return {
        embedded,
        mailbox: embedded && (await mayReadMailbox(c, config)),
        providers: [
          { port: 'mail', maker: region.mail.maker, real: region.mail.maker === 'resend' },
          { port: 'conversation', maker: region.conversation.maker, real: region.conversation.maker !== 'rehearsed' },
          { port: 'limits', maker: region.limits.maker, real: region.limits.maker !== 'embedded' },
        ],
        // They open the examples, which are for whoever sits at this machine.
        links:
          embedded && isLoopback(new URL(c.req.url).hostname)
            ? v.parse(linksSchema, JSON.parse(config.installationLinks ?? '{}'))
            : {},
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
    summary: 'The embedded mailbox of a region; not found but for a browser that was given its key',
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
    async handle({ region, config, c }) {
      if (!(await mayReadMailbox(c, config))) throw new Problem('not_found');
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
