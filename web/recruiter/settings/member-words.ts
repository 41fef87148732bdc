/** The roles of members in words, and who may give which. */
import { t } from '../../shared/i18n.ts';
import type { MeAnswer } from '../me.ts';

export type MemberRole = MeAnswer['member']['role'];

const ALL: readonly MemberRole[] = ['owner', 'admin', 'recruiter', 'reviewer', 'auditor'];

export function mayKeepTeam(role: MemberRole): boolean {
  return role === 'owner' || role === 'admin';
}

/** What this member can give; the server holds to the same. */
export function givable(own: MemberRole): readonly MemberRole[] {
  return own === 'owner' ? ALL : ALL.filter((role) => role !== 'owner');
}

export function roleWord(role: MemberRole): string {
  switch (role) {
    case 'owner':
      return t('member.owner', 'Owner');
    case 'admin':
      return t('member.admin', 'Admin');
    case 'recruiter':
      return t('member.recruiter', 'Recruiter');
    case 'reviewer':
      return t('member.reviewer', 'Reviewer');
    case 'auditor':
      return t('member.auditor', 'Auditor');
  }
}

export function roleMeaning(role: MemberRole): string {
  switch (role) {
    case 'owner':
      return t('member.owner.may', 'May do everything, and name other owners.');
    case 'admin':
      return t('member.admin.may', 'May do everything but name owners.');
    case 'recruiter':
      return t('member.recruiter.may', 'Makes roles and plans, invites and decides.');
    case 'reviewer':
      return t('member.reviewer.may', 'Reads plans and reports.');
    case 'auditor':
      return t('member.auditor.may', 'Reads, and looks on how decisions come about.');
  }
}
