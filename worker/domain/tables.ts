/** The one schema, with `tables-beside.ts`. The SQL that makes it is in `migrations/`; a test holds the two against each other. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Processing } from '../regions/eligible-rules.ts';
import type { InterviewEventKind } from './interviews/event-shape.ts';
import type { InterviewState } from './interviews/state-shape.ts';
import type { Plan } from './plans/plan-shape.ts';
import type { MemberRole } from './vocabulary.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const tenants = pgTable('tenants', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** Who may get what its candidates say: only makers that process in the region, or any. Chosen at its birth. */
  processing: text('processing').$type<Processing>().notNull().default('anywhere'),
  /** What a month may cost, in millionths of a dollar; null is no cap. */
  spendCapMicros: bigint('spend_cap_micros', { mode: 'number' }),
  /** Candidates read, after a decision, what each part of the interview showed; never a level. */
  feedback: boolean('feedback').notNull().default(false),
  /** Candidates are asked, after sending in, what the fairness page counts. */
  asksAboutPeople: boolean('asks_about_people').notNull().default(true),
  /** A group whose rate is under this many percent of the highest is named on the fairness page. */
  impactPercent: smallint('impact_percent').notNull().default(80),
  /** The median level from which a card counts as reached there. */
  impactLevel: smallint('impact_level').notNull().default(3),
  /** The files of résumés are kept, not their text alone. */
  keepResumes: boolean('keep_resumes').notNull().default(false),
  /** Whose working week counts, and where its days begin; null is what is usual in the region. */
  country: text('country'),
  zone: text('zone'),
  /** A member's session that rests for longer is over. */
  sessionIdleMinutes: smallint('session_idle_minutes').notNull().default(720),
  createdAt: at('created_at').notNull().defaultNow(),
});

export const members = pgTable(
  'members',
  {
    id: text('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<MemberRole>().notNull(),
    disabledAt: at('disabled_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('members_tenant_email').on(t.tenantId, t.email)],
);

export const memberSessions = pgTable('member_sessions', {
  id: text('id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  memberId: text('member_id').notNull(),
  digest: text('digest').notNull().unique(),
  device: text('device').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
  seenAt: at('seen_at').notNull().defaultNow(),
  expiresAt: at('expires_at').notNull(),
  revokedAt: at('revoked_at'),
});

export const roles = pgTable('roles', {
  id: text('id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  title: text('title').notNull(),
  location: text('location').notNull().default(''),
  description: text('description').notNull().default(''),
  /** Working days after the interview in which a decision is promised. */
  decisionDays: integer('decision_days').notNull().default(5),
  /** Names stay hidden from a member until that member has judged. */
  blind: boolean('blind').notNull().default(false),
  /** The role's own words of its invitation; null: ours. */
  invitationSubject: text('invitation_subject'),
  invitationText: text('invitation_text'),
  /** Days before a link's end; 0: nobody is reminded. */
  reminderDays: smallint('reminder_days').notNull().default(2),
  /** Only its own team sees it, with the owners and admins. */
  teamOnly: boolean('team_only').notNull().default(false),
  createdBy: text('created_by').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
  archivedAt: at('archived_at'),
});

export const plans = pgTable(
  'plans',
  {
    id: text('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    roleId: text('role_id').notNull(),
    version: integer('version').notNull(),
    content: jsonb('content').$type<Plan>().notNull(),
    /** Grows with every save of a draft; a save names the one it saw. */
    revision: integer('revision').notNull().default(1),
    madeBy: text('made_by').$type<'rules' | 'template' | 'hand' | 'model'>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
    publishedAt: at('published_at'),
    publishedBy: text('published_by'),
  },
  (t) => [uniqueIndex('plans_role_version').on(t.roleId, t.version)],
);

export const candidates = pgTable(
  'candidates',
  {
    id: text('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    roleId: text('role_id').notNull(),
    name: text('name').notNull(),
    /** What is sent to and compared: lower case, the domain in ASCII. */
    email: text('email').notNull(),
    /** As it was typed, where that differs. */
    emailShown: text('email_shown'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('candidates_role_email').on(t.roleId, t.email)],
);

export const interviews = pgTable(
  'interviews',
  {
    id: text('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    roleId: text('role_id').notNull(),
    planId: text('plan_id').notNull(),
    candidateId: text('candidate_id').notNull(),
    state: text('state').$type<InterviewState>().notNull().default('invited'),
    /** Why it ended, once it has. */
    endReason: text('end_reason').$type<EndReason>(),
    questionNumber: integer('question_number').notNull().default(0),
    questionCount: integer('question_count').notNull().default(0),
    /** The first sentence of the digest, for the pipeline. */
    headline: text('headline').notNull().default(''),
    startedAt: at('started_at'),
    endedAt: at('ended_at'),
    decisionDueAt: at('decision_due_at'),
    rating: integer('rating'),
    createdAt: at('created_at').notNull().defaultNow(),
    /** Made by the database from the state: what waits for somebody comes first in a pipeline. */
    pipelineRank: smallint('pipeline_rank')
      .notNull()
      .generatedAlwaysAs(
        sql`case when state in ('to-decide', 'human-requested') then 1 when state = 'on-hold' then 2
          when state in ('in-interview', 'sealing', 'scoring') then 3 when state in ('opened', 'invited') then 4
          when state = 'next-round' then 5 else 6 end`,
      ),
  },
  (t) => [
    index('interviews_role_state').on(t.roleId, t.state),
    index('interviews_tenant_state').on(t.tenantId, t.state),
  ],
);
export type { InterviewState };
export type EndReason = 'completed' | 'time-up' | 'withdrew' | 'human-requested' | 'left' | 'expired';

export const invitations = pgTable('invitations', {
  id: text('id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  interviewId: text('interview_id').notNull(),
  candidateId: text('candidate_id').notNull(),
  digest: text('digest').notNull().unique(),
  expiresAt: at('expires_at').notNull(),
  openedAt: at('opened_at'),
  usedAt: at('used_at'),
  /** When a reminder is due; null: none is. */
  remindAt: at('remind_at'),
  remindedAt: at('reminded_at'),
  revokedAt: at('revoked_at'),
  createdBy: text('created_by').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
});

export const candidateSessions = pgTable('candidate_sessions', {
  id: text('id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  interviewId: text('interview_id').notNull(),
  candidateId: text('candidate_id').notNull(),
  digest: text('digest').notNull().unique(),
  device: text('device').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
  expiresAt: at('expires_at').notNull(),
  revokedAt: at('revoked_at'),
});

export const consents = pgTable('consents', {
  id: text('id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  interviewId: text('interview_id').notNull(),
  candidateId: text('candidate_id').notNull(),
  purpose: text('purpose').$type<ConsentPurpose>().notNull(),
  given: boolean('given').notNull(),
  textVersion: text('text_version').notNull(),
  language: text('language').notNull(),
  device: text('device').notNull(),
  at: at('at').notNull().defaultNow(),
});
export type ConsentPurpose = 'interview' | 'recording' | 'analytics';

export const turns = pgTable(
  'turns',
  {
    id: text('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    interviewId: text('interview_id').notNull(),
    position: integer('position').notNull(),
    speaker: text('speaker').$type<'candidate' | 'interviewer'>().notNull(),
    kind: text('kind').$type<TurnKind>().notNull(),
    questionId: text('question_id'),
    text: text('text').notNull(),
    /** What the candidate corrected it to before scoring; both are kept. */
    correctedText: text('corrected_text'),
    via: text('via').$type<'voice' | 'typed' | 'mixed'>(),
    startMs: integer('start_ms').notNull(),
    endMs: integer('end_ms').notNull(),
    segments: jsonb('segments').$type<SpokenSegment[]>(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('turns_interview_position').on(t.interviewId, t.position)],
);
export type TurnKind = 'opening' | 'question' | 'follow-up' | 'repeat' | 'answer' | 'closing' | 'not-asked';
export type SpokenSegment = { text: string; startMs: number; endMs: number };

/** What is being said or typed and not yet a turn; one row per interview, gone when the turn is saved. */
export const drafts = pgTable('drafts', {
  interviewId: text('interview_id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  text: text('text').notNull().default(''),
  segments: jsonb('segments').$type<SpokenSegment[]>().notNull().default([]),
  updatedAt: at('updated_at').notNull().defaultNow(),
});

/** Keys that open what a session object holds sealed while this database cannot be reached. */
export const sessionKeys = pgTable('session_keys', {
  interviewId: text('interview_id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  key: text('key').notNull(),
});

export const recordingParts = pgTable(
  'recording_parts',
  {
    tenantId: text('tenant_id').notNull(),
    interviewId: text('interview_id').notNull(),
    segment: text('segment').notNull(),
    part: integer('part').notNull(),
    startMs: integer('start_ms').notNull(),
    durationMs: integer('duration_ms').notNull(),
    hash: text('hash').notNull(),
    size: integer('size').notNull(),
    fileKey: text('file_key').notNull(),
    /** Two lanes interleaved, 20 a second, base64. */
    peaks: text('peaks').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.interviewId, t.segment, t.part] })],
);

export const recordings = pgTable('recordings', {
  interviewId: text('interview_id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  fileKey: text('file_key').notNull(),
  hash: text('hash').notNull(),
  size: bigint('size', { mode: 'number' }).notNull(),
  durationMs: integer('duration_ms').notNull(),
  initBytes: integer('init_bytes').notNull(),
  /** [timeMs, offset, length] of each fragment. */
  fragments: jsonb('fragments').$type<[number, number, number][]>().notNull(),
  peaks: text('peaks').notNull(),
  missingParts: integer('missing_parts').notNull().default(0),
  /** As a browser is asked whether it can play it. */
  mime: text('mime').notNull().default('audio/mp4; codecs="opus"'),
  /** Parts that could not be joined to the others: they stay as they came. */
  unsealed: jsonb('unsealed').$type<{ segment: string; part: number }[]>().notNull().default([]),
  sealedAt: at('sealed_at').notNull().defaultNow(),
});

export const scorecards = pgTable(
  'scorecards',
  {
    id: text('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    interviewId: text('interview_id').notNull(),
    planId: text('plan_id').notNull(),
    maker: text('maker').$type<'machine' | 'person'>().notNull(),
    scorer: text('scorer').notNull(),
    /** Re-scoring makes a new run, never edits one. */
    run: integer('run').notNull().default(1),
    content: jsonb('content').notNull(),
    memberId: text('member_id'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('scorecards_once').on(t.interviewId, t.planId, t.scorer, t.run)],
);

/** A person's level in place of the machine's for one criterion; the newest holds, all stay. */
export const overrides = pgTable('overrides', {
  id: text('id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  interviewId: text('interview_id').notNull(),
  criterionId: text('criterion_id').notNull(),
  level: integer('level'),
  reason: text('reason').notNull(),
  memberId: text('member_id').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
});

/**
 * Without a named member there is no decision: the column is not null, a key points at the member, and a trigger
 * lets no interview become decided without a row here. No machine writes here.
 */
export const decisions = pgTable(
  'decisions',
  {
    id: text('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    interviewId: text('interview_id').notNull(),
    /** 1 for the first decision on an interview; two members who decide at once meet here and one is told. */
    number: integer('number').notNull(),
    kind: text('kind').$type<DecisionKind>().notNull(),
    reason: text('reason').notNull(),
    memberId: text('member_id').notNull(),
    /** What the member had opened when deciding: time on the report and quotes played. */
    openedForMs: integer('opened_for_ms').notNull(),
    quotesPlayed: integer('quotes_played').notNull(),
    /** False: the member held feedback back for this candidate. */
    feedback: boolean('feedback').notNull().default(true),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('decisions_in_order').on(t.interviewId, t.number)],
);
export type DecisionKind = 'advance' | 'hold' | 'reject';

/** What happened to an interview, step by step, for its history and for the recruiter who watches. */
export const interviewEvents = pgTable(
  'interview_events',
  {
    id: text('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    interviewId: text('interview_id').notNull(),
    kind: text('kind').$type<InterviewEventKind>().notNull(),
    detail: jsonb('detail').$type<Record<string, string | number | boolean>>().notNull().default({}),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [index('interview_events_by_interview').on(t.interviewId, t.at)],
);
export type { InterviewEventKind };

export const candidateRequests = pgTable('candidate_requests', {
  id: text('id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  interviewId: text('interview_id').notNull(),
  candidateId: text('candidate_id').notNull(),
  kind: text('kind').$type<'human' | 'adjustment' | 'review' | 'question'>().notNull(),
  text: text('text').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
  answer: text('answer'),
  answeredBy: text('answered_by'),
  answeredAt: at('answered_at'),
  /** Of a review: the reviewer's card, whose levels hold from then on. */
  scorecardId: text('scorecard_id'),
});

export const auditEntries = pgTable(
  'audit_entries',
  {
    id: text('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    actorKind: text('actor_kind').$type<'member' | 'candidate' | 'operator' | 'system'>().notNull(),
    actorId: text('actor_id').notNull(),
    action: text('action').notNull(),
    object: text('object').notNull(),
    detail: jsonb('detail').$type<Record<string, string | number | boolean | null>>().notNull().default({}),
    at: at('at').notNull().defaultNow(),
    /** How often, for a reading that was repeated within a minute. */
    count: integer('count').notNull().default(1),
    /** Of a reading: the same within one minute. */
    once: text('once').unique(),
  },
  (t) => [index('audit_entries_object').on(t.tenantId, t.object, t.at)],
);
