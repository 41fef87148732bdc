/** Who sees roles without being on their team. Pure. */
import type { MemberRole } from '../vocabulary.ts';

export function seesEveryRole(role: MemberRole): boolean {
  switch (role) {
    case 'owner':
    case 'admin':
      return true;
    case 'recruiter':
    case 'reviewer':
    case 'auditor':
      return false;
  }
}
