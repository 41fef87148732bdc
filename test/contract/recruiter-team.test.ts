/** The team: who may add whom, and that there is always an owner. Also what the home page counts. */
import { expect, test } from 'vitest';
import { anInterview, aRole } from '../support/finished-interview.ts';
import { aMember, aTenant, uniqueAddress } from '../support/story.ts';

test('an owner adds members, an admin adds no owner, a recruiter adds nobody', async () => {
  const owner = await aTenant();
  const add = (by: typeof owner, role: string) =>
    by.send('POST', '/api/recruiter/team', { name: 'Tomas', email: uniqueAddress('new'), role });
  expect((await add(owner, 'owner')).status).toBe(201);
  const admin = await aMember(owner, 'admin');
  expect((await add(admin, 'recruiter')).status).toBe(201);
  expect((await add(admin, 'owner')).status).toBe(403);
  expect((await add(await aMember(owner, 'recruiter'), 'reviewer')).status).toBe(403);
});

test('an address is on a team once; who was taken off is signed out and can come back', async () => {
  const owner = await aTenant();
  const body = { name: 'Tomas', email: uniqueAddress('once'), role: 'recruiter' };
  const { id } = (await (await owner.send('POST', '/api/recruiter/team', body)).json()) as { id: string };
  expect((await owner.send('POST', '/api/recruiter/team', body)).status).toBe(409);
  const other = await aMember(owner, 'reviewer');
  await owner.send('PATCH', `/api/recruiter/team/${other.memberId}`, { active: false });
  expect((await other.get('/api/recruiter/me')).status).toBe(401);
  await owner.send('PATCH', `/api/recruiter/team/${id}`, { active: false });
  expect((await owner.send('POST', '/api/recruiter/team', body)).status).toBe(201);
});

test('the last owner stays', async () => {
  const owner = await aTenant();
  const change = (body: unknown) => owner.send('PATCH', `/api/recruiter/team/${owner.memberId}`, body);
  expect((await change({ active: false })).status).toBe(409);
  expect((await change({ role: 'admin' })).status).toBe(409);
  await aMember(owner, 'owner');
  expect((await change({ role: 'admin' })).status).toBe(204);
});

test('another tenant’s member is not there', async () => {
  const [owner, stranger] = [await aTenant(), await aTenant()];
  const answer = await stranger.send('PATCH', `/api/recruiter/team/${owner.memberId}`, { active: false });
  expect(answer.status).toBe(404);
});

test('home shows what waits, the most pressing first, and counts the week', async () => {
  const owner = await aTenant();
  const empty = await (await owner.get('/api/recruiter/home')).json();
  expect(empty).toMatchObject({ interviews: 0, decisions: { total: 0, rows: [] }, week: { invited: 0 } });
  const role = await aRole(owner);
  await anInterview(owner, role, { name: 'later', dueAt: new Date('2026-12-01T16:00:00Z') });
  await anInterview(owner, role, { name: 'late', dueAt: new Date('2026-11-20T16:00:00Z') });
  await anInterview(owner, role, { name: 'done', state: 'withdrawn' });
  const home = (await (await owner.get('/api/recruiter/home')).json()) as {
    decisions: { total: number; rows: { name: string }[] };
    week: object;
  };
  expect(home.decisions.total).toBe(2);
  expect(home.decisions.rows.map(({ name }) => name)).toEqual(['late', 'later']);
  expect(home.week).toEqual({ invited: 3, started: 3, finished: 0, decided: 0 });
  expect((await owner.get('/api/recruiter/privacy')).status).toBe(200);
});
