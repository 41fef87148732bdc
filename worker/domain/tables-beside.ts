/** The rest of the one schema: what stands beside an interview, and the letters. The SQL that makes it is in `migrations/`. */
import {
  bigint,
  date,
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
import type { Adjustments } from './adjustments/adjustments-shape.ts';
import type { Answers } from './fairness/questions-rules.ts';
import type { ParkedTask } from './interviews/parked-shape.ts';
import type { InterviewState } from './interviews/state-shape.ts';
import type { Plan } from './plans/plan-shape.ts';
import type { Meter } from './spend/spend-rules.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What drafting plans has cost: a row for each draft, also of one that was stopped. */
export const planSpend = pgTable(
  'plan_spend',
  {
    id: text('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    roleId: text('role_id').notNull(),
    micros: bigint('micros', { mode: 'number' }).notNull(),
    detail: jsonb('detail').$type<Meter>().notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [index('plan_spend_month').on(t.tenantId, t.at)],
);

/** The media room of an interview, found by the digest of its name; and what was told of it, each under the maker's id. */
export const calls = pgTable('calls', {
  interviewId: text('interview_id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  digest: text('digest').notNull().unique(),
  /** The recording that runs: empty while one is being started. */
  recordingEgress: text('recording_egress'),
  openedAt: at('opened_at').notNull().defaultNow(),
  closedAt: at('closed_at'),
});

export const callEvents = pgTable('call_events', {
  id: text('id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  interviewId: text('interview_id').notNull(),
  at: at('at').notNull().defaultNow(),
});

/** A résumé, for the interviewer's follow-up questions. Nothing that scores may read this table. */
export const resumes = pgTable('resumes', {
  interviewId: text('interview_id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  candidateId: text('candidate_id').notNull(),
  text: text('text').notNull(),
  /** Null: only the text is kept. */
  fileKey: text('file_key'),
  givenBy: text('given_by').$type<'candidate' | 'member'>().notNull(),
  updatedAt: at('updated_at').notNull().defaultNow(),
});

/** Work on an interview that was set aside after it failed the same way again and again. Ids and codes, no words. */
export const parkedTasks = pgTable(
  'parked_tasks',
  {
    id: text('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    interviewId: text('interview_id').notNull(),
    task: text('task').$type<ParkedTask>().notNull(),
    /** The class and the code of the error, never its message. */
    cause: text('cause').notNull(),
    parkedAt: at('parked_at').notNull().defaultNow(),
  },
  (t) => [index('parked_tasks_interview').on(t.tenantId, t.interviewId)],
);

/** What an interview has cost: one row for each part of the work, so that each writer repeats only its own. */
export const interviewSpend = pgTable(
  'interview_spend',
  {
    interviewId: text('interview_id').notNull(),
    /** `talk`, `scoring`, `platform`, or `line:<random>` for a line of the plan that was made to be heard. */
    part: text('part').notNull(),
    tenantId: text('tenant_id').notNull(),
    micros: bigint('micros', { mode: 'number' }).notNull(),
    detail: jsonb('detail').$type<Meter>().notNull(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.interviewId, t.part] }), index('interview_spend_month').on(t.tenantId, t.updatedAt)],
);

/** What a candidate is told of a decision, until it has left. */
export const decisionLetters = pgTable(
  'decision_letters',
  {
    interviewId: text('interview_id').notNull(),
    /** Of the decision. */
    number: integer('number').notNull(),
    tenantId: text('tenant_id').notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** How the interview stood before, for taking the decision back. */
    beforeState: text('before_state').$type<InterviewState>().notNull(),
    beforeDueAt: at('before_due_at'),
    dueAt: at('due_at').notNull(),
    /** From here on nothing takes it back. */
    leavingAt: at('leaving_at'),
    sentAt: at('sent_at'),
    undoneAt: at('undone_at'),
    undoneBy: text('undone_by'),
  },
  (t) => [
    primaryKey({ columns: [t.interviewId, t.number] }),
    index('decision_letters_tenant').on(t.tenantId, t.interviewId),
  ],
);

/** What a member had open and heard of a report, counted from the reads themselves. */
export const reportReadings = pgTable(
  'report_readings',
  {
    interviewId: text('interview_id').notNull(),
    memberId: text('member_id').notNull(),
    tenantId: text('tenant_id').notNull(),
    opened: integer('opened').notNull().default(0),
    openMs: integer('open_ms').notNull().default(0),
    firstAt: at('first_at').notNull().defaultNow(),
    /** Up to when time in view is counted. */
    countedTo: at('counted_to').notNull().defaultNow(),
    /** Quotes that were played, by their place: `9000-13000`. */
    quotes: jsonb('quotes').$type<Record<string, true>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.interviewId, t.memberId] }),
    index('report_readings_tenant').on(t.tenantId, t.interviewId),
  ],
);

/** What a member arranged for one interview, each time the whole of it; the newest holds. Nothing that scores reads it. */
export const adjustments = pgTable(
  'adjustments',
  {
    id: text('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    interviewId: text('interview_id').notNull(),
    number: integer('number').notNull(),
    content: jsonb('content').$type<Adjustments>().notNull(),
    /** What the candidate was told beside it. */
    message: text('message').notNull().default(''),
    memberId: text('member_id').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('adjustments_in_order').on(t.interviewId, t.number)],
);

/** Who sees a role that is for its own team. */
export const roleMembers = pgTable(
  'role_members',
  {
    tenantId: text('tenant_id').notNull(),
    roleId: text('role_id').notNull(),
    memberId: text('member_id').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.roleId, t.memberId] })],
);

/** Plans that a tenant keeps to begin others with. */
export const planTemplates = pgTable('plan_templates', {
  id: text('id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  title: text('title').notNull(),
  content: jsonb('content').$type<Plan>().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
});

export const mails = pgTable(
  'mails',
  {
    id: text('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    purpose: text('purpose').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    sentAt: at('sent_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('mails_once').on(t.tenantId, t.idempotencyKey)],
);

/** What browsers reported of our pages' policy, by day; it belongs to no tenant. */
export const pageReportCounts = pgTable(
  'page_report_counts',
  {
    day: date('day').notNull(),
    directive: text('directive').notNull(),
    blocked: text('blocked').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.directive, t.blocked] })],
);

/**
 * What candidates chose to say about themselves, apart from everything else: no id leads from here to a person, and
 * the database opens a row only to whoever can make its digest. Everybody else gets counts (`demographic_counts`).
 */
export const demographics = pgTable('demographics', {
  id: text('id').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  roleId: text('role_id').notNull(),
  digest: text('digest').notNull().unique(),
  answers: jsonb('answers').$type<Answers>().notNull(),
  /** Year and month only: a time would lead to the interview that ended then. */
  month: text('month').notNull(),
  outcome: text('outcome').$type<'advance' | 'hold' | 'reject'>(),
  level: smallint('level'),
  /** What the counts know of it; it moves with nine others at least, so that one decision shows nobody. */
  countedOutcome: text('counted_outcome').$type<'advance' | 'hold' | 'reject'>(),
  countedLevel: smallint('counted_level'),
});
