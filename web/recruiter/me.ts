/** Who is signed in, for every page of the workspace. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Answer } from '../shared/api.ts';

export type MeAnswer = Answer<'GET /api/recruiter/me'>;

export const Me = createContext<MeAnswer | null>(null);

export function useMe(): MeAnswer {
  const me = useContext(Me);
  if (me === null) throw new Error('A page of the workspace stands outside it');
  return me;
}

/** Whether this member may make and change things; the server decides, this only spares a refusal. */
export function mayEdit(me: MeAnswer): boolean {
  return me.member.role !== 'reviewer' && me.member.role !== 'auditor';
}

/** Whether this member gives levels of their own. */
export function mayJudge(me: MeAnswer): boolean {
  return me.member.role !== 'auditor';
}

/** Whether this member sees what things cost, and sets the cap. */
export function mayKeepBooks(me: MeAnswer): boolean {
  return me.member.role === 'owner' || me.member.role === 'admin';
}

/** Whether this member sees how groups of candidates fared; those who decide from day to day do not. */
export function maySeeFairness(me: MeAnswer): boolean {
  return mayKeepBooks(me) || me.member.role === 'auditor';
}

/** Whether this member reads the log of who read and changed what. */
export function mayReadLog(me: MeAnswer): boolean {
  return mayKeepBooks(me) || me.member.role === 'auditor';
}

/** Whether this member keeps the team, and what it may see. */
export function keepsTeam(me: MeAnswer): boolean {
  return me.member.role === 'owner' || me.member.role === 'admin';
}
