/** Closed lists of values, each once. Pure. */

/** What a member may be, from the most to the least that they may do. */
export const MEMBER_ROLES = ['owner', 'admin', 'recruiter', 'reviewer', 'auditor'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];
