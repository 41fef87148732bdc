/** What a candidate asks for or ends is confirmed to them by mail, once; their own recording is theirs to hear. */

import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { ask } from '../../worker/domain/candidates/ask.ts';
import { confirmation } from '../../worker/domain/candidates/confirmation-rules.ts';
import { withdrawConsent } from '../../worker/domain/interviews/consents.ts';
import { requestHuman, saveReview } from '../../worker/domain/interviews/save-review.ts';
import { ownRecording } from '../../worker/domain/recordings/own-recording.ts';
import { candidates } from '../../worker/domain/tables.ts';
import { anInvited, type Invited } from '../support/room-line.ts';
import { readMailbox, region, send } from '../support/story.ts';

const NONE = { interview: false, recording: false, analytics: false };
const TEXT = { textVersion: '1', language: 'en', device: 'test' };

async function confirmed({ owner, actor }: Invited): Promise<{ subject: string; text: string }[]> {
  const [[person]] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select({ email: candidates.email }).from(candidates).where(eq(candidates.id, actor.candidateId)),
  ]);
  const all = await readMailbox();
  return all.filter(
    ({ to, subject }) => to === person?.email && /^(Your request is with|You have withdrawn)/.test(subject),
  );
}

test.each(['human', 'adjustment', 'review', 'question'] as const)('asking is confirmed by mail: %s', async (kind) => {
  const invited = await anInvited();
  expect(await confirmed(invited)).toEqual([]);
  await ask(region(), invited.actor, { kind, text: 'My left ear is deaf.' });
  const [mail, ...more] = await confirmed(invited);
  expect(more).toEqual([]);
  expect(mail?.text).toContain('You wrote: “My left ear is deaf.”');
  expect(mail?.text).toContain('A person at');
});

test('a withdrawal is confirmed once, however often it is sent, and says what has ended', async () => {
  const invited = await anInvited();
  for (let again = 0; again < 3; again += 1)
    await withdrawConsent(region(), invited.actor, { ...TEXT, purposes: NONE });
  const mails = await confirmed(invited);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toContain('You have withdrawn');
  expect(mails[0]?.text).toContain('Nothing of it is judged');
});

test('what is asked in the room and at its end is confirmed once, also when the session tells it twice', async () => {
  const invited = await anInvited();
  const { tenantId, interviewId, candidateId } = invited.actor;
  const system = { kind: 'system', tenantId, interviewId } as const;
  const at = region().now();
  for (let again = 0; again < 2; again += 1) {
    await requestHuman(region(), system, { text: '', candidateId, at });
    const review = { corrections: [], rating: null, question: 'Are the shifts fixed?', candidateId, at };
    await saveReview(region(), system, review);
  }
  const mails = await confirmed(invited);
  expect(mails.map(({ text }) => text.includes('Are the shifts fixed?')).sort()).toEqual([false, true]);
});

test('after the end a withdrawal does not claim that what was recorded is deleted', () => {
  const facts = { what: 'withdrawal', name: 'Noor', tenant: 'Harbour Bakery', role: 'Baker', text: '' } as const;
  expect(confirmation({ ...facts, over: false }).text).toContain('what was recorded of your voice is deleted');
  expect(confirmation({ ...facts, over: true }).text).not.toContain('deleted');
});

test('what is not sealed is not there to hear, and without a session nothing is', async () => {
  const heard = await send('GET', '/api/candidate/recording', undefined);
  expect(heard.status).toBe(401);
  const invited = await anInvited();
  await expect(ownRecording(region(), invited.actor, true)).rejects.toMatchObject({ code: 'not_found' });
});
