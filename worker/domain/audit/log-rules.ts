/** What the audit log is about, and an entry of it as a line of a table for a spreadsheet. Pure. */

/** The nouns that actions begin with: what can be asked for when the log is read. */
export const LOG_SUBJECTS = [
  'adjustments',
  'audit',
  'call',
  'call-recording',
  'candidate-session',
  'card',
  'compare',
  'consent',
  'decision',
  'fairness',
  'home',
  'interview',
  'invitation',
  'invitations',
  'level',
  'link',
  'live',
  'member',
  'own-data',
  'own-recording',
  'people',
  'pipeline',
  'plan',
  'recording',
  'report',
  'request',
  'requests',
  'resume',
  'role',
  'session',
  'task',
  'team',
  'template',
  'tenant',
  'transcript',
] as const;
export type LogSubject = (typeof LOG_SUBJECTS)[number];

export interface LogLine {
  id: string;
  at: string;
  actorKind: string;
  actorId: string;
  actorName: string | null;
  action: string;
  object: string;
  detail: Record<string, string | number | boolean | null>;
}

export const LOG_HEAD = 'at,actor_kind,actor_id,actor_name,action,object,detail,id\r\n';

export function logLine(line: LogLine): string {
  const { at, actorKind, actorId, actorName, action, object, detail, id } = line;
  const cells = [at, actorKind, actorId, actorName ?? '', action, object, JSON.stringify(detail), id];
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe: a name is whatever somebody typed. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
