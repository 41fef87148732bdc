/** Routes: one report, the way to it, and reports side by side. */
import * as v from 'valibot';
import type { MemberActor } from '../../domain/actors.ts';
import { DECIDERS } from '../../domain/decisions/decision-rules.ts';
import { retryParked } from '../../domain/interviews/park-task.ts';
import { PARKED_TASKS } from '../../domain/interviews/parked-shape.ts';
import { compareReports } from '../../domain/reports/compare.ts';
import { readProgress } from '../../domain/reports/progress.ts';
import { noteReading } from '../../domain/reports/reading.ts';
import { readReport } from '../../domain/reports/report.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { isId } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import { idField, timeField } from '../fields.ts';
import { routesFor } from '../route.ts';
import {
  criterionField,
  decisionKindField,
  detailField,
  endReasonField,
  engineLossField,
  hurdleField,
  levelField,
  liveField,
  quoteField,
  requestKindField,
  stateField,
} from './report-fields.ts';

const route = routesFor<MemberActor>();
const params = v.object({ id: idField('interview') });
const spanMs = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.recording.lengthMs));
/** What of the interview is set aside after it failed the same way again and again. */
const parkedField = v.array(v.object({ task: v.picklist(PARKED_TASKS), cause: v.string(), at: timeField }));
const letterField = v.object({ subject: v.string(), body: v.string() });

const turnField = v.object({
  id: v.string(),
  speaker: v.picklist(['candidate', 'interviewer']),
  kind: v.picklist(['opening', 'question', 'follow-up', 'repeat', 'answer', 'closing', 'not-asked']),
  questionId: v.nullable(v.string()),
  text: v.string(),
  correctedText: v.nullable(v.string()),
  via: v.nullable(v.picklist(['voice', 'typed', 'mixed'])),
  startMs: v.number(),
  endMs: v.number(),
  segments: v.array(v.object({ text: v.string(), startMs: v.number(), endMs: v.number() })),
});

/** A quote, and whether it stands on what was heard or on what the candidate corrected it to. */
const shownQuoteField = v.object({
  ...quoteField.entries,
  via: v.nullable(v.picklist(['voice', 'typed', 'mixed'])),
  version: v.picklist(['heard', 'corrected']),
  heard: v.nullable(v.string()),
  audible: v.boolean(),
});

const madeHowField = {
  run: v.number(),
  scorer: v.string(),
  madeAt: timeField,
  planVersion: v.number(),
  /** Null where rules judged, which are the same every time. */
  making: v.nullable(
    v.object({
      maker: v.string(),
      model: v.string(),
      promptVersion: v.string(),
      temperature: v.number(),
      runs: v.number(),
      /** In millionths of a dollar; null for who does not keep the books. */
      micros: v.nullable(v.number()),
    }),
  ),
};

const reportField = v.object({
  interview: v.object({
    id: v.string(),
    state: stateField,
    endReason: endReasonField,
    language: v.picklist(['en', 'ar', 'hi']),
    startedAt: v.nullable(timeField),
    endedAt: v.nullable(timeField),
    dueAt: v.nullable(timeField),
    rating: v.nullable(v.number()),
    closed: v.boolean(),
    /** Whether it ran without its engine, and why. */
    engineLoss: engineLossField,
    /** In millionths of a dollar; null for who does not keep the books, and where nothing was spent. */
    spentMicros: v.nullable(v.number()),
  }),
  candidate: v.object({ name: v.string() }),
  role: v.object({ id: v.string(), title: v.string() }),
  plan: v.object({
    version: v.number(),
    /** The rubric, also where nothing was judged yet. */
    criteria: v.array(v.object({ id: v.string(), name: v.string(), anchors: v.array(v.string()) })),
    sections: v.array(
      v.object({
        id: v.string(),
        title: v.string(),
        questions: v.array(v.object({ id: v.string(), text: v.string() })),
      }),
    ),
  }),
  card: v.nullable(
    v.object({
      ...madeHowField,
      digest: v.array(v.object({ text: v.string(), cites: v.array(shownQuoteField) })),
      criteria: v.array(v.object({ ...criterionField.entries, quotes: v.array(shownQuoteField) })),
      /** Whose review gave the levels that hold. */
      reviewed: v.nullable(v.object({ by: v.string(), at: timeField })),
      /** Judgements of the machine before this one, newest first. */
      earlier: v.array(
        v.object({ ...madeHowField, levels: v.array(v.object({ criterion: v.string(), level: levelField })) }),
      ),
    }),
  ),
  /** The current card of each member who gave levels, your own first. */
  people: v.array(
    v.object({
      by: v.string(),
      you: v.boolean(),
      version: v.number(),
      madeAt: timeField,
      reviewer: v.boolean(),
      criteria: v.array(v.object({ criterionId: v.string(), level: levelField, reason: v.string() })),
    }),
  ),
  turns: v.array(turnField),
  recording: v.nullable(v.object({ durationMs: v.number(), missingParts: v.number() })),
  /** Sound that came and could not be sealed, so that nobody can play it. */
  unsealedMs: v.number(),
  decisions: v.array(
    v.object({
      number: v.number(),
      kind: decisionKindField,
      reason: v.string(),
      by: v.string(),
      you: v.boolean(),
      openedForMs: v.number(),
      quotesPlayed: v.number(),
      at: timeField,
      /** Whether the candidate was told: it can be taken back while its letter waits. */
      letter: v.picklist(['waiting', 'sent', 'undone']),
      leavesAt: v.nullable(timeField),
    }),
  ),
  /** What the candidate will read for each kind of decision; `{reason}` stands where your reason goes. */
  letters: v.object({
    language: v.picklist(['en', 'ar', 'hi']),
    advance: letterField,
    hold: letterField,
    reject: letterField,
  }),
  requests: v.array(
    v.object({
      id: v.string(),
      kind: requestKindField,
      text: v.string(),
      createdAt: timeField,
      answer: v.nullable(v.string()),
      answeredBy: v.nullable(v.string()),
      answeredAt: v.nullable(timeField),
      hurdle: hurdleField,
    }),
  ),
  history: v.array(
    v.object({
      kind: v.string(),
      at: timeField,
      detail: detailField,
      by: v.nullable(v.string()),
      you: v.boolean(),
    }),
  ),
  parked: parkedField,
  queue: v.object({
    place: v.number(),
    of: v.number(),
    previous: v.nullable(v.string()),
    next: v.nullable(v.string()),
  }),
  you: v.object({
    name: v.string(),
    /** What you have had open and heard of this report until now, as it is recorded with your decision. */
    reading: v.object({ opened: v.number(), openMs: v.number(), quotes: v.number() }),
    mayDecide: v.boolean(),
    /** Whether you can give levels of your own. */
    mayJudge: v.boolean(),
    decidable: v.boolean(),
    /** What the letter says of feedback, where the tenant gives it; whoever decides may hold both back. */
    feedbackLine: v.nullable(v.string()),
    hadPart: v.boolean(),
    blind: v.boolean(),
  }),
});

/** Comparing more than this is reading a table, which the pipeline does better. */
const COMPARED_AT_ONCE = 6;
const idsField = v.pipe(
  v.string(),
  v.maxLength(LIMITS.text.reason),
  v.transform((text) => [...new Set(text.split(',').filter((one) => one !== ''))]),
  v.maxLength(COMPARED_AT_ONCE),
  v.checkItems((one) => isId('interview', one), 'not an interview'),
);

export const reportRoutes = {
  'GET /api/recruiter/interviews/:id/report': route({
    summary: 'The report of one interview; reading it is recorded',
    roles: MEMBER_ROLES,
    params,
    output: reportField,
    handle: async ({ region, actor, params: { id } }) => await readReport(region, actor, id),
  }),
  'POST /api/recruiter/interviews/:id/reading': route({
    summary: 'The report is still in view, or a quote of it is played; counted here, and recorded with a decision',
    roles: MEMBER_ROLES,
    params,
    body: v.object({ played: v.nullable(v.object({ startMs: spanMs, endMs: spanMs })) }),
    output: null,
    handle: async ({ region, actor, params: { id }, body }) => {
      await noteReading(region, actor, { interviewId: id, ...body });
      return undefined;
    },
  }),
  'GET /api/recruiter/interviews/:id/progress': route({
    summary: 'How far an interview has come on its way to a report',
    byItself: true,
    roles: MEMBER_ROLES,
    params,
    output: v.object({
      id: v.string(),
      state: stateField,
      endReason: endReasonField,
      questionNumber: v.number(),
      questionCount: v.number(),
      steps: v.array(v.object({ kind: v.string(), detail: detailField, at: timeField })),
      parked: parkedField,
      live: liveField,
    }),
    handle: async ({ region, actor, params: { id } }) => await readProgress(region, actor, id),
  }),
  'POST /api/recruiter/interviews/:id/parked-tasks/retry': route({
    summary: 'Have everything of an interview that was set aside tried again',
    params,
    output: null,
    roles: DECIDERS,
    handle: async ({ region, actor, params: { id } }) => {
      await retryParked(region, actor, id);
      return undefined;
    },
  }),
  'GET /api/recruiter/roles/:role/compare': route({
    summary: 'Up to six people of a role on the same version of the rubric',
    roles: MEMBER_ROLES,
    params: v.object({ role: idField('role') }),
    /** Ids of interviews with a comma between. */
    query: v.object({ people: v.optional(idsField, '') }),
    output: v.object({
      role: v.object({ id: v.string(), title: v.string() }),
      planVersion: v.nullable(v.number()),
      criteria: v.array(v.object({ id: v.string(), name: v.string(), weight: v.number() })),
      people: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          state: stateField,
          dueAt: v.nullable(timeField),
          /** Who reviewed it: the levels are theirs. */
          reviewedBy: v.nullable(v.string()),
          criteria: v.array(
            v.object({
              ...criterionField.entries,
              quotes: v.array(v.object({ ...quoteField.entries, audible: v.boolean() })),
            }),
          ),
        }),
      ),
      leftOut: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          why: v.picklist(['no-report', 'other-version']),
          planVersion: v.number(),
        }),
      ),
    }),
    handle: async ({ region, actor, params: { role }, query }) =>
      await compareReports(region, actor, role, query.people),
  }),
};
