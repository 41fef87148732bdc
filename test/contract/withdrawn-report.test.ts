/** Consent that is taken back after the judgement closes the report to everybody; and it is one event, however often it is said. */
import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openCandidateSession } from '../../worker/domain/candidates/candidate-sessions.ts';
import { CONSENT_TEXT_VERSION } from '../../worker/domain/candidates/consent-text-rules.ts';
import { recordConsent } from '../../worker/domain/interviews/consents.ts';
import { auditEntries, consents, interviewEvents } from '../../worker/domain/tables.ts';
import { ANSWER, anInterview, aRole, itsReport, QUOTE } from '../support/finished-interview.ts';
import { aTenant, type Person, region, send } from '../support/story.ts';

interface Judged {
  owner: Person;
  roleId: string;
  interviewId: string;
  cookie: string;
}

async function judged(): Promise<Judged> {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { interviewId, candidateId } = await anInterview(owner, role);
  await itsReport(owner, interviewId, role.planId);
  const of = { tenantId: owner.tenantId, interviewId, candidateId };
  const { secret, actor } = await openCandidateSession(region(), of, 'test');
  const purposes = { interview: true, recording: true, analytics: false };
  await recordConsent(region(), actor, { purposes, textVersion: '1', language: 'en', device: 'test' });
  return { owner, roleId: role.roleId, interviewId, cookie: `__Host-il-candidate=${secret}` };
}

async function withdraws({ cookie }: Judged): Promise<number> {
  const purposes = { interview: false, recording: false, analytics: false };
  const body = { purposes, textVersion: CONSENT_TEXT_VERSION, language: 'en' };
  return (await send('POST', '/api/candidate/consents/withdrawal', body, cookie)).status;
}

/** Everything that a member can read of it, as text. */
async function readable({ owner, roleId, interviewId }: Judged): Promise<string> {
  const paths = [
    `/api/recruiter/interviews/${interviewId}/report`,
    `/api/recruiter/interviews/${interviewId}/progress`,
    `/api/recruiter/interviews/${interviewId}/resume`,
    `/api/recruiter/roles/${roleId}/pipeline`,
    `/api/recruiter/roles/${roleId}/compare?people=${interviewId}`,
    '/api/recruiter/home',
  ];
  const texts = await Promise.all(paths.map(async (path) => await (await owner.get(path)).text()));
  return texts.join('\n');
}

test('after a withdrawal nobody reads the words, the levels or the quotes, or hears the sound; the report says why', async () => {
  const one = await judged();
  const before = await readable(one);
  for (const told of [ANSWER, QUOTE, 'Calls before anybody waits.', 'Acts before anybody waits.'])
    expect(before).toContain(told);
  const recording = `/api/recruiter/interviews/${one.interviewId}/recording`;
  expect((await one.owner.get(recording)).status).toBe(200);

  expect(await withdraws(one)).toBe(200);
  const after = await readable(one);
  for (const told of [ANSWER, QUOTE, 'Calls before anybody waits.', 'Acts before anybody waits.'])
    expect(after).not.toContain(told);
  expect((await one.owner.get(recording)).status).toBe(404);
  const report = (await (await one.owner.get(`/api/recruiter/interviews/${one.interviewId}/report`)).json()) as {
    interview: { state: string; closed: boolean };
    card: unknown;
    history: { kind: string }[];
    you: { decidable: boolean };
  };
  expect(report).toMatchObject({
    interview: { state: 'withdrawn', closed: true },
    card: null,
    you: { decidable: false },
  });
  expect(report.history.map(({ kind }) => kind)).toContain('consent-withdrawn');
  const decide = { kind: 'advance', reason: 'Good', seen: 0, openedForMs: 0, quotesPlayed: 0 };
  const decided = await one.owner.send('POST', `/api/recruiter/interviews/${one.interviewId}/decisions`, decide);
  expect(decided.status).toBe(409);
});

test('ten withdrawals at once are one event, one row of each purpose and one entry', async () => {
  const one = await judged();
  expect(await Promise.all(Array.from({ length: 10 }, () => withdraws(one)))).toEqual(Array(10).fill(200));
  const { tenantId } = one.owner;
  const [events, rows, entries] = await region().database.batch({ tenant: tenantId }, (db) => [
    db
      .select()
      .from(interviewEvents)
      .where(and(eq(interviewEvents.interviewId, one.interviewId), eq(interviewEvents.kind, 'consent-withdrawn'))),
    db
      .select()
      .from(consents)
      .where(and(eq(consents.interviewId, one.interviewId), eq(consents.given, false))),
    db.select().from(auditEntries).where(eq(auditEntries.object, one.interviewId)),
  ]);
  expect(events).toHaveLength(1);
  expect(rows.map(({ purpose }) => purpose).sort()).toEqual(['interview', 'recording']);
  const actions = entries.map(({ action }) => action);
  expect(actions.filter((action) => action === 'consent.withdrawn')).toHaveLength(1);
  expect(actions.filter((action) => action === 'interview.ended')).toHaveLength(1);
});
