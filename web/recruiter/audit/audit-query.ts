/** What is asked of the log, as it stands in the page's address and as the server takes it. */
import type { Query } from '../../shared/api.ts';
import { SUBJECTS } from './audit-words.ts';

export interface Asked {
  /** Days as `2026-12-01`, both included; empty for no end. */
  from: string;
  to: string;
  subject: string;
  actor: string;
  object: string;
}

type Wanted = Query<'GET /api/recruiter/audit'>;

const DAY = /^\d{4}-\d\d-\d\d$/;

export function askedIn(query: Readonly<Record<string, string>>): Asked {
  const day = (text: string | undefined) => (text !== undefined && DAY.test(text) ? text : '');
  const { subject = '', actor = '', object = '' } = query;
  return { from: day(query['from']), to: day(query['to']), subject, actor, object };
}

/** Days begin and end where the reader is. */
export function queryOf({ from, to, subject, actor, object }: Asked): Wanted {
  // One that the page does not offer is not asked for.
  const known = SUBJECTS.find((one) => one === subject);
  return {
    ...(from === '' ? {} : { from: new Date(`${from}T00:00`).toISOString() }),
    ...(to === '' ? {} : { to: dayAfter(to).toISOString() }),
    ...(known === undefined ? {} : { subject: known }),
    ...(actor === '' ? {} : { actor }),
    ...(object === '' ? {} : { object }),
  };
}

export function exportPath(asked: Asked): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(queryOf(asked))) if (value !== undefined) words.set(name, value);
  return `/api/recruiter/audit.csv${words.size === 0 ? '' : `?${words}`}`;
}

function dayAfter(day: string): Date {
  const next = new Date(`${day}T00:00`);
  next.setDate(next.getDate() + 1);
  return next;
}
