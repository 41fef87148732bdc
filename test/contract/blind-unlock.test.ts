/** What opens a name in a blind role, and what does not. */
import { expect, test } from 'vitest';
import { anInterview, aRole, auditOf, itsReport } from '../support/finished-interview.ts';
import { aMember, aTenant, type Person } from '../support/story.ts';

const NAME = 'Noor El-Amrani';

async function aBlindRole() {
  const owner = await aTenant();
  const role = await aRole(owner);
  const blind = await owner.send('PATCH', `/api/recruiter/roles/${role.roleId}`, { blind: true });
  expect(blind.status).toBe(204);
  const { interviewId } = await anInterview(owner, role, { name: NAME });
  await itsReport(owner, interviewId, role.planId);
  return { owner, roleId: role.roleId, interviewId };
}

async function nameSeenBy(person: Person, interviewId: string): Promise<string> {
  const report = await (await person.get(`/api/recruiter/interviews/${interviewId}/report`)).json();
  return (report as { candidate: { name: string } }).candidate.name;
}

async function judges(person: Person, interviewId: string, calm: number | null, reason: string, seen = 0) {
  const criteria = [
    { criterionId: 'calm', level: calm, reason },
    { criterionId: 'numbers', level: null, reason },
  ];
  return (await person.send('POST', `/api/recruiter/interviews/${interviewId}/cards`, { seen, criteria })).status;
}

test('a card without a level opens no name, with whatever reason; a card with one does', async () => {
  const { owner, interviewId } = await aBlindRole();
  expect(await judges(owner, interviewId, null, '.')).toBe(422);
  expect(await judges(owner, interviewId, null, 'Nothing said about it')).toBe(201);
  expect(await nameSeenBy(owner, interviewId)).toMatch(/^#/);
  expect(await judges(owner, interviewId, 4, 'Called the other shop', 1)).toBe(201);
  expect(await nameSeenBy(owner, interviewId)).toBe(NAME);
});

test('only who keeps the team shows the names again, and that stands in the log', async () => {
  const { owner, roleId, interviewId } = await aBlindRole();
  const recruiter = await aMember(owner, 'recruiter');
  const path = `/api/recruiter/roles/${roleId}`;
  expect((await recruiter.send('PATCH', path, { blind: false })).status).toBe(403);
  expect((await recruiter.send('PATCH', path, { blind: false, title: 'Baker' })).status).toBe(403);
  expect(await nameSeenBy(recruiter, interviewId)).toMatch(/^#/);
  expect((await recruiter.send('PATCH', path, { title: 'Baker' })).status).toBe(204);
  expect((await recruiter.send('PATCH', path, { blind: true })).status).toBe(204);
  const admin = await aMember(owner, 'admin');
  expect((await admin.send('PATCH', path, { blind: false })).status).toBe(204);
  expect(await nameSeenBy(recruiter, interviewId)).toBe(NAME);
  expect(await auditOf(owner, roleId)).toContain('role.names-shown');
});
