/**
 * For every table: whose data it holds, how it is exported, how erased, how long kept. A test fails when a
 * table is missing here, so that a new one cannot be forgotten by export, erasure or retention.
 */
import type * as main from './tables.ts';
import type * as beside from './tables-beside.ts';

type Tables = typeof main & typeof beside;

export interface DataEntry {
  /** Whose personal data the table holds. */
  subject: 'candidate' | 'member' | 'nobody';
  /** What an export to that person contains of it. */
  exported: 'whole' | 'without-secrets' | 'no';
  /** How an erasure treats it: rows deleted, personal columns emptied, or kept with the reason given. */
  erased: 'rows' | { emptied: string[] } | { kept: string };
  /** Days after the decision until retention removes it; null means for as long as the tenant exists. */
  keptDays: number | null;
}

type TableName = {
  [Name in keyof Tables]: Tables[Name] extends { _: { brand: 'Table' } } ? Name : never;
}[keyof Tables];

export const PERSONAL_DATA: Record<TableName, DataEntry> = {
  tenants: { subject: 'nobody', exported: 'no', erased: { kept: 'names a company, not a person' }, keptDays: null },
  members: { subject: 'member', exported: 'whole', erased: { emptied: ['email', 'name'] }, keptDays: null },
  memberSessions: { subject: 'member', exported: 'without-secrets', erased: 'rows', keptDays: 30 },
  roles: { subject: 'nobody', exported: 'no', erased: { kept: 'describes a job' }, keptDays: null },
  roleMembers: { subject: 'member', exported: 'whole', erased: 'rows', keptDays: null },
  planTemplates: {
    subject: 'nobody',
    exported: 'no',
    erased: { kept: 'asks questions, holds no answers' },
    keptDays: null,
  },
  plans: { subject: 'nobody', exported: 'no', erased: { kept: 'asks questions, holds no answers' }, keptDays: null },
  candidates: {
    subject: 'candidate',
    exported: 'whole',
    erased: { emptied: ['email', 'emailShown', 'name'] },
    keptDays: 180,
  },
  interviews: { subject: 'candidate', exported: 'whole', erased: { emptied: ['headline', 'rating'] }, keptDays: 180 },
  invitations: { subject: 'candidate', exported: 'without-secrets', erased: 'rows', keptDays: 180 },
  candidateSessions: { subject: 'candidate', exported: 'without-secrets', erased: 'rows', keptDays: 30 },
  consents: {
    subject: 'candidate',
    exported: 'whole',
    erased: { kept: 'proves what was agreed to; the device is emptied' },
    keptDays: 1095,
  },
  turns: { subject: 'candidate', exported: 'whole', erased: 'rows', keptDays: 180 },
  drafts: { subject: 'candidate', exported: 'whole', erased: 'rows', keptDays: 1 },
  sessionKeys: { subject: 'candidate', exported: 'no', erased: 'rows', keptDays: 1 },
  recordingParts: { subject: 'candidate', exported: 'whole', erased: 'rows', keptDays: 180 },
  recordings: { subject: 'candidate', exported: 'whole', erased: 'rows', keptDays: 180 },
  scorecards: { subject: 'candidate', exported: 'whole', erased: 'rows', keptDays: 180 },
  overrides: { subject: 'candidate', exported: 'whole', erased: 'rows', keptDays: 180 },
  decisions: { subject: 'candidate', exported: 'whole', erased: { emptied: ['reason'] }, keptDays: 1095 },
  interviewEvents: { subject: 'candidate', exported: 'whole', erased: 'rows', keptDays: 180 },
  interviewSpend: { subject: 'nobody', exported: 'no', erased: { kept: 'counts units and amounts' }, keptDays: 1095 },
  pageReportCounts: {
    subject: 'nobody',
    exported: 'no',
    erased: { kept: 'counts what browsers refused' },
    keptDays: null,
  },
  resumes: { subject: 'candidate', exported: 'whole', erased: 'rows', keptDays: 180 },
  planSpend: { subject: 'nobody', exported: 'no', erased: { kept: 'counts units and amounts' }, keptDays: 1095 },
  parkedTasks: { subject: 'candidate', exported: 'no', erased: 'rows', keptDays: 180 },
  calls: { subject: 'candidate', exported: 'without-secrets', erased: 'rows', keptDays: 30 },
  callEvents: { subject: 'candidate', exported: 'whole', erased: 'rows', keptDays: 30 },
  candidateRequests: {
    subject: 'candidate',
    exported: 'whole',
    erased: { emptied: ['text', 'answer'] },
    keptDays: 1095,
  },
  adjustments: { subject: 'candidate', exported: 'whole', erased: 'rows', keptDays: 180 },
  reportReadings: { subject: 'member', exported: 'whole', erased: 'rows', keptDays: 1095 },
  decisionLetters: { subject: 'candidate', exported: 'whole', erased: 'rows', keptDays: 180 },
  demographics: { subject: 'candidate', exported: 'whole', erased: 'rows', keptDays: 1095 },
  mails: { subject: 'candidate', exported: 'whole', erased: 'rows', keptDays: 30 },
  auditEntries: {
    subject: 'nobody',
    exported: 'no',
    erased: { kept: 'holds ids only, never words or names' },
    keptDays: 1095,
  },
};
