/** An interview that came to its end, with a card, a recording and its people, for tests of what comes after it. */

import { eq } from 'drizzle-orm';
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import {
  auditEntries,
  candidates,
  type InterviewState,
  interviewEvents,
  interviews,
  invitations,
  plans,
  recordings,
  roles,
  scorecards,
  turns,
} from '../../worker/domain/tables.ts';
import { makeId } from '../../worker/ids.ts';
import { type Person, region, uniqueAddress } from './story.ts';

const at = region;
const id = (kind: Parameters<typeof makeId>[1]) => makeId('eu', kind, at().random(16));

const levels: Plan['rubric']['criteria'][number]['levels'] = [
  'Nothing of it.',
  'A little of it.',
  'Enough of it.',
  'Much of it.',
  'All of it, and shows what came of it.',
];
export const PLAN: Plan = {
  title: 'Night baker',
  language: 'en',
  limits: { totalMs: 900_000, questionMs: 180_000 },
  patience: 'normal',
  sections: [
    {
      id: 's1',
      title: 'A bad morning',
      questions: [
        {
          id: 'q1',
          text: 'What did you do when the oven failed?',
          kind: 'scripted',
          followUps: { budget: 0, rules: [] },
          evidenceFor: ['calm'],
        },
      ],
    },
  ],
  rubric: {
    criteria: [
      { id: 'calm', name: 'Stays calm', short: 'Calm', weight: 60, levels, indicators: ['oven'] },
      { id: 'numbers', name: 'Decides with numbers', short: 'Numbers', weight: 40, levels, indicators: [] },
    ],
  },
};

/** One question that may be followed up twice, and one that may not. */
export const TALK: Plan = {
  ...PLAN,
  sections: PLAN.sections.map((section) => ({
    ...section,
    questions: section.questions.flatMap((question) => [
      { ...question, kind: 'adaptive' as const, followUps: { budget: 2, rules: [] } },
      { ...question, id: 'q2', text: 'What would you do otherwise today?' },
    ]),
  })),
};

export const ANSWER = 'The oven failed at four. I called the other shop before I told anyone to wait.';
export const QUOTE = 'I called the other shop before I told anyone to wait.';

export async function aRole(of: Person, content: Plan = PLAN): Promise<{ roleId: string; planId: string }> {
  const [roleId, planId] = [id('role'), id('plan')];
  await at().database.batch({ tenant: of.tenantId }, (db) => [
    db.insert(roles).values({ id: roleId, tenantId: of.tenantId, title: content.title, createdBy: of.memberId }),
    db.insert(plans).values({
      id: planId,
      tenantId: of.tenantId,
      roleId,
      version: 1,
      content,
      madeBy: 'hand',
      createdBy: of.memberId,
      publishedAt: at().now(),
      publishedBy: of.memberId,
    }),
  ]);
  return { roleId, planId };
}

interface Told {
  name?: string;
  state?: InterviewState;
  dueAt?: Date | null;
  createdAt?: Date;
  /** Not begun yet: no times of an interview that took place. */
  fresh?: boolean;
}

/** A candidate of the role with an interview in the state named; `to-decide` unless another is. */
export async function anInterview(
  of: Person,
  role: { roleId: string; planId: string },
  told: Told = {},
): Promise<{ interviewId: string; candidateId: string; email: string }> {
  const [candidateId, interviewId] = [id('candidate'), id('interview')];
  const email = uniqueAddress('candidate');
  const base = { tenantId: of.tenantId, interviewId };
  await at().database.batch({ tenant: of.tenantId }, (db) => [
    db.insert(candidates).values({
      id: candidateId,
      tenantId: of.tenantId,
      roleId: role.roleId,
      name: told.name ?? 'Noor El-Amrani',
      email,
    }),
    db.insert(interviews).values({
      id: interviewId,
      tenantId: of.tenantId,
      ...role,
      candidateId,
      state: told.state ?? 'to-decide',
      ...(told.fresh === true
        ? {}
        : {
            headline: 'Calls before anybody waits.',
            startedAt: new Date('2026-11-19T13:05:00Z'),
            endedAt: new Date('2026-11-19T13:36:00Z'),
            decisionDueAt: told.dueAt === undefined ? new Date('2026-11-26T16:00:00Z') : told.dueAt,
          }),
      createdAt: told.createdAt ?? at().now(),
    }),
    db.insert(invitations).values({
      id: id('invitation'),
      ...base,
      candidateId,
      digest: crypto.randomUUID(),
      expiresAt: new Date('2026-12-01T00:00:00Z'),
      createdBy: of.memberId,
    }),
    db.insert(interviewEvents).values({
      id: id('event'),
      ...base,
      kind: told.fresh === true ? 'link-opened' : 'ended',
      at: new Date('2026-11-19T13:36:00Z'),
    }),
  ]);
  return { interviewId, candidateId, email };
}

/** The words, the card and the sound of an interview. */
export async function itsReport(of: Person, interviewId: string, planId: string): Promise<Uint8Array> {
  const [asked, answered] = [id('turn'), id('turn')];
  const base = { tenantId: of.tenantId, interviewId };
  const sound = at().random(4000);
  const fileKey = `${of.tenantId}/${interviewId}/recording.mp4`;
  await at().files.put(fileKey, sound, 'audio/mp4');
  const quote = { turnId: answered, text: QUOTE, startMs: 9_000, endMs: 13_000 };
  await at().database.batch({ tenant: of.tenantId }, (db) => [
    db.insert(turns).values([
      {
        id: asked,
        ...base,
        position: 1,
        speaker: 'interviewer',
        kind: 'question',
        questionId: 'q1',
        text: 'What did you do when the oven failed?',
        startMs: 1_000,
        endMs: 4_000,
      },
      {
        id: answered,
        ...base,
        position: 2,
        speaker: 'candidate',
        kind: 'answer',
        questionId: 'q1',
        text: ANSWER,
        via: 'voice',
        startMs: 5_000,
        endMs: 14_000,
      },
    ]),
    db.insert(scorecards).values({
      id: id('scorecard'),
      ...base,
      planId,
      maker: 'machine',
      scorer: 'rehearsed',
      content: card(quote),
    }),
    db.insert(recordings).values({
      ...base,
      fileKey,
      hash: 'a'.repeat(64),
      size: sound.byteLength,
      durationMs: 15_000,
      initBytes: 600,
      fragments: [[0, 600, 3400]],
      peaks: btoa('\u0001\u0002\u0003\u0004'),
    }),
  ]);
  return sound;
}

function card(quote: { turnId: string; text: string; startMs: number; endMs: number }) {
  return {
    digest: [{ text: 'Calls before anybody waits.', cites: [quote] }],
    criteria: [
      { criterionId: 'calm', level: 4, reason: 'Acts before anybody waits.', quotes: [quote] },
      { criterionId: 'numbers', level: null, reason: 'No figure was told.', quotes: [] },
    ],
  };
}

/** What the audit log holds of one object, oldest first. */
export async function auditOf(of: Person, object: string): Promise<string[]> {
  const [found] = await at().database.batch({ tenant: of.tenantId }, (db) => [
    db.select().from(auditEntries).where(eq(auditEntries.object, object)).orderBy(auditEntries.at),
  ]);
  return found.map((entry) => entry.action);
}
