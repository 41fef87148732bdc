/** What the log is about, in words; an action itself is shown as it stands in the log and in its export. */
import type { Query } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';

type Subject = NonNullable<Query<'GET /api/recruiter/audit'>['subject']>;

/** What is asked for most; the rest is found by who, when and which record. */
export const SUBJECTS = [
  'report',
  'recording',
  'decision',
  'card',
  'level',
  'interview',
  'adjustments',
  'request',
  'consent',
  'invitation',
  'resume',
  'plan',
  'role',
  'member',
  'session',
  'tenant',
  'audit',
] as const satisfies readonly Subject[];

export function subjectWord(subject: (typeof SUBJECTS)[number]): string {
  switch (subject) {
    case 'report':
      return t('audit.of.report', 'Reports');
    case 'recording':
      return t('audit.of.recording', 'Recordings');
    case 'decision':
      return t('audit.of.decision', 'Decisions');
    case 'card':
      return t('audit.of.card', 'Levels by people');
    case 'level':
      return t('audit.of.level', 'Changed levels');
    case 'interview':
      return t('audit.of.interview', 'Interviews');
    case 'adjustments':
      return t('audit.of.adjustments', 'Adjustments');
    case 'request':
      return t('audit.of.request', 'Requests');
    case 'consent':
      return t('audit.of.consent', 'Consents');
    case 'invitation':
      return t('audit.of.invitation', 'Invitations');
    case 'resume':
      return t('audit.of.resume', 'CVs');
    case 'plan':
      return t('audit.of.plan', 'Plans');
    case 'role':
      return t('audit.of.role', 'Roles');
    case 'member':
      return t('audit.of.member', 'Members');
    case 'session':
      return t('audit.of.session', 'Sign-ins');
    case 'tenant':
      return t('audit.of.tenant', 'Settings');
    case 'audit':
      return t('audit.of.audit', 'This log');
  }
}

export function actorWord(kind: string): string {
  switch (kind) {
    case 'candidate':
      return t('audit.by.candidate', 'The candidate');
    case 'operator':
      return t('audit.by.operator', 'The operator');
    case 'system':
      return t('audit.by.system', 'The product itself');
    default:
      return t('audit.by.member', 'A member');
  }
}
