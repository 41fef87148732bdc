/** A candidate who asks that somebody looks again. */
import { eq } from 'drizzle-orm';
import { candidateRequests, interviews } from '../../worker/domain/tables.ts';
import { mails } from '../../worker/domain/tables-beside.ts';
import { makeId } from '../../worker/ids.ts';
import { type Person, region } from './story.ts';

export async function asksForReview(of: Person, interviewId: string, text = 'Please look again.'): Promise<string> {
  const id = makeId('eu', 'request', region().random(16));
  const [[interview]] = await region().database.batch({ tenant: of.tenantId }, (db) => [
    db.select().from(interviews).where(eq(interviews.id, interviewId)),
  ]);
  await region().database.batch({ tenant: of.tenantId }, (db) => [
    db.insert(candidateRequests).values({
      id,
      tenantId: of.tenantId,
      interviewId,
      candidateId: interview?.candidateId ?? '',
      kind: 'review',
      text,
      createdAt: region().now(),
    }),
  ]);
  return id;
}

export async function mailsTo(of: Person, address: string) {
  const [found] = await region().database.batch({ tenant: of.tenantId }, (db) => [
    db.select().from(mails).where(eq(mails.recipient, address)),
  ]);
  return found;
}

/** A whole card for the plan of the tests. */
export function ownCard(calm: number | null, numbers: number | null, seen = 0) {
  return {
    seen,
    criteria: [
      { criterionId: 'calm', level: calm, reason: 'Called before anybody waited.' },
      { criterionId: 'numbers', level: numbers, reason: 'No figure was told.' },
    ],
  };
}
