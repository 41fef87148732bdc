/** Who acts. The tenant comes from here only, never from input. */
import type { MemberRole } from './vocabulary.ts';

export interface MemberActor {
  kind: 'member';
  tenantId: string;
  memberId: string;
  sessionId: string;
  role: MemberRole;
  name: string;
  email: string;
  /** Roles that are for a team on which this member is not. */
  hiddenRoles: readonly string[];
}

export interface CandidateActor {
  kind: 'candidate';
  tenantId: string;
  interviewId: string;
  candidateId: string;
  sessionId: string;
}

export interface OperatorActor {
  kind: 'operator';
  /** Whose key it was. */
  name: string;
}

/** The session object, acting for itself after the call: sealing, scoring, telling. */
export interface SystemActor {
  kind: 'system';
  tenantId: string;
  interviewId: string;
}

/** A provider that tells what happened on its side; its signature held. */
export interface HookActor {
  kind: 'hook';
}

/** Somebody with no session yet. */
export interface VisitorActor {
  kind: 'visitor';
}

export type TenantActor = MemberActor | CandidateActor | SystemActor;
