/** Who may give which role, and what a new member reads. Pure. */
import type { MemberRole } from '../vocabulary.ts';

/** Roles that may see to the team. */
export const TEAM_KEEPERS = ['owner', 'admin'] as const;
/** Roles that may make and change roles, plans and invitations; reviewers and auditors read. */
export const EDITORS = ['owner', 'admin', 'recruiter'] as const;

/** Nobody gives, or takes away, more than they have: only an owner makes an owner. */
export function mayGive(own: MemberRole, role: MemberRole): boolean {
  switch (own) {
    case 'owner':
      return true;
    case 'admin':
      return role !== 'owner';
    case 'recruiter':
    case 'reviewer':
    case 'auditor':
      return false;
  }
}

export interface Welcome {
  name: string;
  tenant: string;
  by: string;
  email: string;
  origin: string;
  region: string;
}

export function welcomeMail(told: Welcome): { subject: string; text: string } {
  return {
    subject: `${told.by} added you to ${told.tenant} on Interloop`,
    text: [
      `Hello ${told.name},`,
      `${told.by} added you to the hiring team of ${told.tenant} on Interloop.`,
      `Sign in with this address (${told.email}); a code comes by mail each time, there is no password:\n${told.origin}/sign-in?region=${told.region}`,
      'If this was a mistake, you need do nothing.',
    ].join('\n\n'),
  };
}
