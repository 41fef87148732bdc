/** Routes: what a candidate can do with a link before there is a session. */
import * as v from 'valibot';
import type { VisitorActor } from '../../domain/actors.ts';
import { adjustedPlan } from '../../domain/adjustments/adjusted-plan-rules.ts';
import { candidateOfSession } from '../../domain/candidates/candidate-sessions.ts';
import { findLink, lookUpLink } from '../../domain/candidates/link.ts';
import { sendLinkCode, verifyLink } from '../../domain/candidates/link-code.ts';
import { firstName, maskedAddress } from '../../domain/candidates/link-rules.ts';
import { tellWrongAddress } from '../../domain/candidates/wrong-address.ts';
import { regionOf } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import { REGIONS } from '../../regions/regions.ts';
import { askerOf, askerWithCookie, markDevice } from '../asker.ts';
import { giveCookie, readCookie } from '../cookies.ts';
import { codeField, regionField, secretField, timeField } from '../fields.ts';
import { routesFor } from '../route.ts';

const route = routesFor<VisitorActor>();

export const welcomeField = v.object({
  tenant: v.string(),
  role: v.string(),
  location: v.string(),
  firstName: v.string(),
  address: v.string(),
  /** Who invited and reads what is said. */
  reader: v.nullable(v.string()),
  minutes: v.number(),
  sections: v.number(),
  questions: v.number(),
  language: v.string(),
  expiresAt: timeField,
  decisionDays: v.number(),
  begun: v.boolean(),
  interview: v.string(),
  /** This device has an open session for this interview. */
  signedIn: v.boolean(),
  region: v.object({ id: regionField, name: v.string(), kept: v.picklist(['guarantee', 'hint']) }),
});

export const linkRoutes = {
  'POST /api/visitor/link': route({
    summary: 'What an invitation link opens',
    body: v.object({ link: secretField }),
    output: welcomeField,
    async handle({ region, actor, body, c }) {
      const seen = await lookUpLink(own(region, body.link), actor, body.link);
      const cookie = readCookie(c, 'il-candidate') ?? '';
      const session = regionOf(cookie) === region.id ? await candidateOfSession(region, cookie) : null;
      const signedIn = session?.interviewId === seen.interview.id;
      // Whoever is signed in here comes back to their own pages after the interview too.
      const link = signedIn ? seen : await findLink(region, actor, body.link);
      const plan = adjustedPlan(link.plan.content, link.granted?.adjustments ?? null);
      return {
        interview: link.interview.id,
        signedIn,
        tenant: link.tenant.name,
        role: link.role.title,
        location: link.role.location,
        firstName: firstName(link.candidate.name),
        address: maskedAddress(link.candidate.email),
        reader: link.member?.name ?? null,
        minutes: Math.round(plan.limits.totalMs / 60_000),
        sections: plan.sections.length,
        questions: plan.sections.reduce((sum, section) => sum + section.questions.length, 0),
        language: plan.language,
        expiresAt: link.invitation.expiresAt.toISOString(),
        decisionDays: link.role.decisionDays,
        begun: link.interview.startedAt !== null,
        region: { id: region.id, name: REGIONS[region.id].name, kept: region.kept },
      };
    },
  }),
  'POST /api/visitor/link/code': route({
    summary: 'Mail a code to the invited address',
    body: v.object({ link: secretField }),
    output: v.object({ resendInMs: v.number() }),
    handle: async ({ region, actor, body, c }) =>
      await sendLinkCode(own(region, body.link), actor, { link: body.link, asker: askerWithCookie(c, region) }),
  }),
  'POST /api/visitor/link/verify': route({
    summary: 'Open the interview with link and code',
    body: v.object({ link: secretField, code: codeField }),
    output: null,
    async handle({ region, actor, body, c }) {
      const device = c.req.header('user-agent') ?? '';
      const asker = askerOf(c);
      const { secret, expiresAt, mark } = await verifyLink(own(region, body.link), actor, { ...body, device, asker });
      giveCookie(c, 'il-candidate', secret, expiresAt);
      markDevice(c, region, mark);
      return undefined;
    },
  }),
  'POST /api/visitor/link/wrong-address': route({
    summary:
      'Tell whoever invited that the address of the invitation is wrong; nothing is filed in the candidate’s name',
    body: v.object({ link: secretField }),
    output: null,
    async handle({ region, actor, body }) {
      await tellWrongAddress(own(region, body.link), actor, body.link);
      return undefined;
    },
  }),
};

/** The region opened for this request must be the link's own; a link of no region is not there. */
function own(region: Region, link: string): Region {
  if (regionOf(link) !== region.id) throw new Problem('not_found');
  return region;
}
