/** Routes: what is kept about the candidate, taking it along, asking people, leaving. */
import * as v from 'valibot';
import type { CandidateActor } from '../../domain/actors.ts';
import { ask } from '../../domain/candidates/ask.ts';
import { closeCandidateSession } from '../../domain/candidates/candidate-sessions.ts';
import { ownData, ownInterview } from '../../domain/candidates/own-interview.ts';
import { readFeedback } from '../../domain/decisions/read-feedback.ts';
import { readAboutYou } from '../../domain/fairness/about-you.ts';
import { answersSchema } from '../../domain/fairness/questions-rules.ts';
import { PERSONAL_DATA } from '../../domain/personal-data.ts';
import { readResume } from '../../domain/resumes/resume.ts';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import { forgetActor } from '../actor-memory.ts';
import { dropCookie, readCookie } from '../cookies.ts';
import { reasonField, timeField } from '../fields.ts';
import { givenField } from '../resume-body.ts';
import { routesFor } from '../route.ts';

const route = routesFor<CandidateActor>();

const turnField = v.object({
  speaker: v.picklist(['candidate', 'interviewer']),
  text: v.string(),
  correctedText: v.nullable(v.string()),
  startMs: v.number(),
  endMs: v.number(),
});

export const ownDataRoutes = {
  'GET /api/candidate/data': route({
    summary: 'Everything that is kept about the candidate in this interview, readable and machine-readable',
    output: v.object({
      name: v.string(),
      email: v.string(),
      turns: v.array(turnField),
      recording: v.nullable(v.object({ durationMs: v.number(), bytes: v.number(), sealed: v.boolean() })),
      /** How long each kind is kept after the decision; null means as long as the employer has an account. */
      keptDays: v.object({
        words: v.nullable(v.number()),
        recording: v.nullable(v.number()),
        consents: v.nullable(v.number()),
        aboutYou: v.nullable(v.number()),
      }),
      feedback: v.nullable(
        v.array(
          v.object({
            topic: v.string(),
            seen: v.array(v.string()),
            notAsked: v.boolean(),
            more: v.nullable(v.string()),
          }),
        ),
      ),
      /** What the candidate said about themselves; it is kept apart and only counted. */
      aboutYou: v.nullable(answersSchema),
      /** Never scored. */
      resume: v.nullable(v.object({ text: v.string(), ...givenField })),
      exportedAt: timeField,
    }),
    async handle({ region, actor }) {
      const [own, data, feedback, aboutYou, { resume }] = await Promise.all([
        ownInterview(region, actor),
        ownData(region, actor),
        readFeedback(region, actor),
        readAboutYou(region, actor),
        readResume(region, actor, actor.interviewId),
      ]);
      const parts = data.parts.reduce((sum, part) => ({ ms: sum.ms + part.durationMs, bytes: sum.bytes + part.size }), {
        ms: 0,
        bytes: 0,
      });
      return {
        name: own.candidate.name,
        email: own.candidate.email,
        turns: data.turns.map(({ speaker, text, correctedText, startMs, endMs }) => ({
          speaker,
          text,
          correctedText,
          startMs,
          endMs,
        })),
        recording:
          data.recording !== null
            ? { durationMs: data.recording.durationMs, bytes: data.recording.size, sealed: true }
            : parts.bytes > 0
              ? { durationMs: parts.ms, bytes: parts.bytes, sealed: false }
              : null,
        keptDays: {
          words: PERSONAL_DATA.turns.keptDays,
          recording: PERSONAL_DATA.recordings.keptDays,
          consents: PERSONAL_DATA.consents.keptDays,
          aboutYou: PERSONAL_DATA.demographics.keptDays,
        },
        feedback,
        aboutYou,
        resume,
        exportedAt: region.now().toISOString(),
      };
    },
  }),
  'POST /api/candidate/requests': route({
    summary: 'Ask for a person, an adjustment, a review of the score, or an answer',
    body: v.object({
      kind: v.picklist(['human', 'adjustment', 'review', 'question']),
      /** Whoever asks for a person need say nothing. */
      text: v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.text.reason)),
    }),
    output: v.object({ id: v.string() }),
    status: 201,
    async handle({ region, actor, body }) {
      if (body.kind !== 'human' && !v.is(reasonField, body.text))
        throw new Problem('invalid_input', { fields: [{ pointer: '/text', detail: 'no word in it' }] });
      return await ask(region, actor, body);
    },
  }),
  'DELETE /api/candidate/session': route({
    summary: 'Leave this device',
    output: null,
    async handle({ region, actor, c }) {
      await closeCandidateSession(region, actor);
      forgetActor('candidate', readCookie(c, 'il-candidate') ?? '');
      dropCookie(c, 'il-candidate');
      c.header('clear-site-data', '"storage"');
      return undefined;
    },
  }),
};
