/** Feedback: only after a person decided, only where the company gives it, and never a level in it. */
import { expect, test } from 'vitest';
import { openCandidateSession } from '../../worker/domain/candidates/candidate-sessions.ts';
import type { FeedbackPart } from '../../worker/domain/decisions/feedback-rules.ts';
import { LIMITS } from '../../worker/limits.ts';
import { anInterview, aRole, itsReport, QUOTE } from '../support/finished-interview.ts';
import { later } from '../support/session-object.ts';
import { aMember, aTenant, type Person, region, request } from '../support/story.ts';

async function judged({ gives }: { gives: boolean }) {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { interviewId, candidateId, email } = await anInterview(owner, role);
  await itsReport(owner, interviewId, role.planId);
  if (gives) expect((await owner.send('PUT', '/api/recruiter/privacy/feedback', { on: true })).status).toBe(204);
  const of = { tenantId: owner.tenantId, interviewId, candidateId };
  const { secret } = await openCandidateSession(region(), of, 'test');
  const reads = async () => {
    const answer = await request('/api/candidate/data', { cookie: `__Host-il-candidate=${secret}` });
    return ((await answer.json()) as { feedback: FeedbackPart[] | null }).feedback;
  };
  return { owner, interviewId, email, reads };
}

async function decides(owner: Person, interviewId: string, kind: string, more: object = {}) {
  const body = { kind, reason: 'Read twice.', seen: 0, ...more };
  expect((await owner.send('POST', `/api/recruiter/interviews/${interviewId}/decisions`, body)).status).toBe(201);
  // What rests before it is told has left.
  await later(interviewId, LIMITS.decision.undoMs + 5_000);
}

async function letterTo(owner: Person, email: string): Promise<string> {
  const mails = (await region().mail.mailbox(200)) ?? [];
  return mails.find((mail) => mail.tenantId === owner.tenantId && mail.to === email)?.text ?? '';
}

test('after the decision the candidate reads their own words and what would show more; the letter says so', async () => {
  const { owner, interviewId, email, reads } = await judged({ gives: true });
  expect(await reads()).toBeNull();
  await decides(owner, interviewId, 'reject');
  expect(await reads()).toEqual([
    { topic: 'Stays calm', seen: [QUOTE], notAsked: false, more: 'All of it, and shows what came of it.' },
    { topic: 'Decides with numbers', seen: [], notAsked: false, more: 'All of it, and shows what came of it.' },
  ]);
  expect(await letterTo(owner, email)).toContain('What was seen in each part of your interview');
});

test('a company that gives none gives none, and the letter promises none', async () => {
  const { owner, interviewId, email, reads } = await judged({ gives: false });
  await decides(owner, interviewId, 'advance');
  expect(await reads()).toBeNull();
  expect(await letterTo(owner, email)).not.toContain('What was seen');
});

test('the member who decides may hold it back for this candidate', async () => {
  const { owner, interviewId, email, reads } = await judged({ gives: true });
  await decides(owner, interviewId, 'reject', { feedback: false });
  expect(await reads()).toBeNull();
  expect(await letterTo(owner, email)).not.toContain('What was seen');
});

test('a hold decides nothing yet, so there is nothing to read', async () => {
  const { owner, interviewId, reads } = await judged({ gives: true });
  await decides(owner, interviewId, 'hold');
  expect(await reads()).toBeNull();
});

test('only owner and admin give it or take it away', async () => {
  const owner = await aTenant();
  const recruiter = await aMember(owner, 'recruiter');
  expect((await recruiter.send('PUT', '/api/recruiter/privacy/feedback', { on: true })).status).toBe(403);
  expect(await (await recruiter.get('/api/recruiter/privacy')).json()).toMatchObject({ feedback: false });
});
