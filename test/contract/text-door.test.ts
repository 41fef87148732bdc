/** Hostile text over HTTP: every field takes it made well-formed, and nothing answers with a fault of ours. */
import { expect, test } from 'vitest';
import { openCandidateSession } from '../../worker/domain/candidates/candidate-sessions.ts';
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import { mails } from '../../worker/domain/tables-beside.ts';
import { anInterview, aRole, PLAN } from '../support/finished-interview.ts';
import { aTenant, type Person, region, request, send, uniqueAddress } from '../support/story.ts';

const NUL = '\u0000';
const HALF = '\ud83d';

async function json<T>(answer: Response, status: number): Promise<T> {
  expect(answer.status).toBe(status);
  return (await answer.json()) as T;
}

async function aHostileRole(owner: Person): Promise<string> {
  const body = { title: `Lead${NUL}\r\nBcc: all@example.com`, location: `X${NUL}\u2028Y` };
  return (await json<{ id: string }>(await owner.send('POST', '/api/recruiter/roles', body), 201)).id;
}

test('a role title and its place lose NUL and line breaks', async () => {
  const owner = await aTenant();
  const role = await aHostileRole(owner);
  const read = await json<{ title: string; location: string }>(await owner.get(`/api/recruiter/roles/${role}`), 200);
  expect(read).toMatchObject({ title: 'Lead Bcc: all@example.com', location: 'X Y' });
});

test('a job description with NUL and half an emoji is drafted', async () => {
  const owner = await aTenant();
  const at = `/api/recruiter/roles/${await aHostileRole(owner)}/plan`;
  const description = `Baker\n- Calm${NUL} customers who waited ${HALF}\n- decide what comes first each morning`;
  const drafted = await owner.send('POST', `${at}/draft`, { from: 'description', revision: null, description });
  const { content, revision } = await json<{ content: Plan; revision: number }>(drafted, 200);
  const [first] = content.sections;
  if (first?.questions[0] === undefined) throw new Error('nothing was drafted');
  first.questions[0].text = `Tell me${NUL} more ${HALF}`;
  first.title = `A bad${NUL}\nmorning`;
  await json(await owner.send('PUT', at, { revision, content }), 200);
  const { draft } = await json<{ draft: { content: Plan } }>(await owner.get(at), 200);
  expect(draft.content.sections[0]).toMatchObject({ title: 'A bad morning' });
  expect(draft.content.sections[0]?.questions[0]?.text).toBe('Tell me more ');
});

test('a name of the team, a search and a preview bear the same', async () => {
  const owner = await aTenant();
  const member = { name: `N${NUL}n\nx`, email: uniqueAddress('member'), role: 'recruiter' };
  await json(await owner.send('POST', '/api/recruiter/team', member), 201);
  const { members } = await json<{ members: { name: string }[] }>(await owner.get('/api/recruiter/team'), 200);
  expect(members.map(({ name }) => name)).toContain('Nn x');
  const { roleId } = await aRole(owner);
  for (const search of ['%00', '%ED%A0%BD', '%0A', '%25%00']) {
    await json(await owner.get(`/api/recruiter/roles/${roleId}/pipeline?search=${search}`), 200);
  }
  const preview = await owner.get(`/api/recruiter/roles/${roleId}/invitation-mail?name=A%00%0D%0Ab&days=%D9%A7`);
  expect((await json<{ text: string }>(preview, 200)).text).toContain('Hello A b,');
});

test('an invited name with line breaks stays one line of its mail', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner, { ...PLAN, title: 'Night baker' });
  const email = uniqueAddress('invited');
  const body = { name: `Noor${NUL}\r\n\r\nPay here`, email };
  await json(await owner.send('POST', `/api/recruiter/roles/${roleId}/invitations`, body), 201);
  const [sent] = await region().database.batch({ tenant: owner.tenantId }, (db) => [db.select().from(mails)]);
  const mail = sent.find(({ recipient }) => recipient === email);
  expect(mail?.body.split('\n')[0]).toBe('Hello Noor Pay here,');
});

test('what a candidate asks is kept without NUL and halves', async () => {
  const owner = await aTenant();
  const { interviewId, candidateId } = await anInterview(owner, await aRole(owner), { state: 'opened', fresh: true });
  const of = { tenantId: owner.tenantId, interviewId, candidateId };
  const cookie = `__Host-il-candidate=${(await openCandidateSession(region(), of, 'test')).secret}`;
  const asked = { kind: 'question', text: `Please${NUL} call ${HALF}` };
  await json(await send('POST', '/api/candidate/requests', asked, cookie), 201);
  const { requests } = await json<{ requests: { text: string }[] }>(
    await request('/api/candidate/interview', { cookie }),
    200,
  );
  expect(requests.map(({ text }) => text)).toEqual(['Please call']);
});

test('a body nested without end is refused as one that cannot be read', async () => {
  const owner = await aTenant();
  const deep = `{"title":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
  const answer = await request('/api/recruiter/roles', {
    method: 'POST',
    body: deep,
    cookie: owner.cookie,
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'bad_request' });
});
