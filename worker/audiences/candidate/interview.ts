/** Routes: the candidate's own interview: where it stands, consent, the way into the room. */
import * as v from 'valibot';
import type { CandidateActor } from '../../domain/actors.ts';
import { adjustedPlan } from '../../domain/adjustments/adjusted-plan-rules.ts';
import { adjustmentsSchema } from '../../domain/adjustments/adjustments-shape.ts';
import { CONSENT_TEXT_VERSION, consentCopy } from '../../domain/candidates/consent-text-rules.ts';
import { firstName } from '../../domain/candidates/link-rules.ts';
import { ownInterview } from '../../domain/candidates/own-interview.ts';
import { whereItStands } from '../../domain/candidates/where-it-stands.ts';
import { whoIsLate } from '../../domain/decisions/promise.ts';
import { mayBeAsked } from '../../domain/fairness/ask-rules.ts';
import { recordConsent, withdrawConsent } from '../../domain/interviews/consents.ts';
import { openInterview } from '../../domain/interviews/enter-interview.ts';
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import { REGIONS } from '../../regions/regions.ts';
import { lineField, regionField, timeField } from '../fields.ts';
import { routesFor } from '../route.ts';

const route = routesFor<CandidateActor>();

const consentsField = v.object({ interview: v.boolean(), recording: v.boolean(), analytics: v.boolean() });
const consentBody = v.object({
  purposes: consentsField,
  /** The version that stood on the screen. */
  textVersion: v.literal(CONSENT_TEXT_VERSION),
  language: v.pipe(lineField, v.maxLength(20)),
});
const requestField = v.object({
  id: v.string(),
  kind: v.picklist(['human', 'adjustment', 'review', 'question']),
  text: v.string(),
  at: timeField,
  answer: v.nullable(v.string()),
});

export const interviewRoutes = {
  'GET /api/candidate/interview': route({
    summary: 'Where the interview stands',
    output: v.object({
      id: v.string(),
      tenant: v.string(),
      role: v.string(),
      name: v.string(),
      firstName: v.string(),
      state: v.string(),
      minutes: v.number(),
      sections: v.array(v.object({ title: v.string(), questions: v.number() })),
      language: v.string(),
      expiresAt: timeField,
      startedAt: v.nullable(timeField),
      endedAt: v.nullable(timeField),
      decisionDays: v.number(),
      decisionDueAt: v.nullable(timeField),
      /** Whom to write to when the promised date has passed without a decision; null while it has not. */
      late: v.nullable(v.object({ name: v.string(), email: v.string() })),
      /** What was arranged for this candidate; time and language are counted in above. */
      adjustments: v.nullable(adjustmentsSchema),
      /** The tenant asks who applied, apart from the interview and only of who wants to say. */
      asksAboutYou: v.boolean(),
      consents: consentsField,
      /** How much of the recording could not be sealed, so that nobody can play it. */
      unsealedMs: v.number(),
      /** There is a media room that a pass can be asked for. */
      call: v.boolean(),
      /** The session turns speech into text; else the candidate's browser does, or nothing. */
      heard: v.boolean(),
      /** Where an interview that was begun stands now; null before and after, and when it cannot be told. */
      at: v.nullable(
        v.object({
          question: v.number(),
          questions: v.number(),
          remainingMs: v.nullable(v.number()),
          review: v.boolean(),
          elsewhere: v.boolean(),
        }),
      ),
      textVersion: v.literal(CONSENT_TEXT_VERSION),
      region: v.object({ id: regionField, name: v.string(), kept: v.picklist(['guarantee', 'hint']) }),
      requests: v.array(requestField),
    }),
    async handle({ region, actor }) {
      const own = await ownInterview(region, actor);
      const { role } = own;
      // What was decided is told by its letter first.
      const interview = { ...own.interview, state: own.stateTold };
      const adjustments = own.granted?.adjustments ?? null;
      const plan = adjustedPlan(own.plan.content, adjustments);
      return {
        id: interview.id,
        tenant: own.tenant.name,
        role: role.title,
        name: own.candidate.name,
        firstName: firstName(own.candidate.name),
        state: interview.state,
        unsealedMs: own.unsealedMs,
        minutes: Math.round(plan.limits.totalMs / 60_000),
        sections: plan.sections.map(({ title, questions }) => ({ title, questions: questions.length })),
        language: plan.language,
        expiresAt: own.expiresAt.toISOString(),
        startedAt: interview.startedAt?.toISOString() ?? null,
        endedAt: interview.endedAt?.toISOString() ?? null,
        decisionDays: role.decisionDays,
        decisionDueAt: interview.decisionDueAt?.toISOString() ?? null,
        late: await whoIsLate(region, interview),
        adjustments,
        asksAboutYou: own.tenant.asksAboutPeople && mayBeAsked(interview.state),
        consents: own.consents,
        call: own.call,
        heard: own.heard,
        at: interview.state === 'in-interview' ? await whereItStands(region, interview.id) : null,
        textVersion: CONSENT_TEXT_VERSION,
        region: { id: region.id, name: REGIONS[region.id].name, kept: region.kept },
        requests: own.asked.map(({ id, kind, text, createdAt, answer }) => ({
          id,
          kind,
          text,
          at: createdAt.toISOString(),
          answer,
        })),
      };
    },
  }),
  'POST /api/candidate/consents': route({
    summary: 'Agree, purpose by purpose; a copy goes out by mail',
    body: consentBody,
    output: consentsField,
    async handle({ region, actor, body, c }) {
      const given = await recordConsent(region, actor, { ...body, device: c.req.header('user-agent') ?? '' });
      const own = await ownInterview(region, actor);
      await region.objects.session(actor.interviewId).recordingConsent(given.recording);
      await region.mail.send({
        id: makeId(region.id, 'mail', region.random(16)),
        tenantId: actor.tenantId,
        to: own.candidate.email,
        subject: `What you agreed to: your interview at ${own.tenant.name}`,
        text: consentCopy({ tenant: own.tenant.name, role: own.role.title, region: REGIONS[region.id].name, given }),
        purpose: 'consent-copy',
        idempotencyKey: `consent-copy:${actor.interviewId}:${CONSENT_TEXT_VERSION}:${given.recording}:${given.analytics}`,
      });
      return given;
    },
  }),
  'POST /api/candidate/consents/withdrawal': route({
    summary: 'Take consent back, at once; without the interview’s own consent the interview ends',
    body: consentBody,
    output: consentsField,
    handle: async ({ region, actor, body, c }) =>
      await withdrawConsent(region, actor, { ...body, device: c.req.header('user-agent') ?? '' }),
  }),
  'POST /api/candidate/socket-ticket': route({
    summary: 'A single-use ticket for the room’s socket',
    output: v.object({ ticket: v.string(), path: v.string(), livesMs: v.number() }),
    async handle({ region, actor }) {
      const { ticket, ticketLivesMs } = await openInterview(region, actor);
      if (ticket === '') throw new Problem('wrong_phase');
      return { ticket, path: `/ws/interview/${actor.interviewId}?ticket=${ticket}`, livesMs: ticketLivesMs };
    },
  }),
};
