/** Invitations: one open link per person, told once, sent again, taken back. */
import { expect, test } from 'vitest';
import { invitations } from '../../worker/domain/tables.ts';
import { anInterview, aRole, auditOf } from '../support/finished-interview.ts';
import { aTenant, ORIGIN, type Person, readMailbox, region, uniqueAddress } from '../support/story.ts';

interface Invited {
  invitation: string;
  interview: string;
  link: string;
  expiresAt: string;
}
interface Listed {
  id: string;
  email: string;
  state: string;
}

const post = (of: Person, role: string, body: unknown) =>
  of.send('POST', `/api/recruiter/roles/${role}/invitations`, body);

async function invited(of: Person, role: string, email: string): Promise<Invited> {
  const answer = await post(of, role, { name: 'Noor El-Amrani \u200f😀', email, days: 3 });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Invited;
}

async function list(of: Person, role: string): Promise<Listed[]> {
  const answer = await of.get(`/api/recruiter/roles/${role}/invitations`);
  return ((await answer.json()) as { invitations: Listed[] }).invitations;
}

/** The stored row of a link, found the way a candidate's click finds it. */
async function rowOf(link: string) {
  const digest = await region().digests.digest('link', link.split('#')[1] ?? '');
  const [rows] = await region().database.batch({ digest }, (db) => [db.select().from(invitations)]);
  return rows[0];
}

test('an invitation mails its link, and only the digest of it is kept', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  const email = uniqueAddress('noor');
  const made = await invited(owner, roleId, email);
  expect(made.link).toMatch(new RegExp(`^${ORIGIN}/i#eu_[\\w-]{43}$`));
  expect((await readMailbox()).find((mail) => mail.to === email)?.text).toContain(made.link);
  expect((await rowOf(made.link))?.id).toBe(made.invitation);
  expect(await list(owner, roleId)).toMatchObject([{ email, state: 'sent' }]);
  expect(await auditOf(owner, made.invitation)).toEqual(['invitation.sent']);
});

test('nobody is invited twice: not in sequence, not at once, not in other spelling', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  const email = uniqueAddress('twice');
  const body = { name: 'Noor', email };
  const answers = await Promise.all([post(owner, roleId, body), post(owner, roleId, body), post(owner, roleId, body)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  const again = await post(owner, roleId, { name: 'Noor', email: ` ${email.toUpperCase()} ` });
  expect(await again.json()).toMatchObject({ code: 'already_invited' });
  expect(await list(owner, roleId)).toHaveLength(1);
});

test('sending again makes a new link and ends the old; taking back ends the new; then one can be invited anew', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  const email = uniqueAddress('again');
  const first = await invited(owner, roleId, email);
  const answer = await owner.send('POST', `/api/recruiter/invitations/${first.invitation}/again`, {});
  const second = (await answer.json()) as Invited;
  expect(second.interview).toBe(first.interview);
  expect((await rowOf(first.link))?.revokedAt).not.toBeNull();
  expect((await rowOf(second.link))?.revokedAt).toBeNull();
  const back = await owner.send('POST', `/api/recruiter/invitations/${second.invitation}/revoke`);
  expect(back.status).toBe(204);
  expect(await list(owner, roleId)).toMatchObject([{ id: second.invitation, state: 'revoked' }]);
  const third = await invited(owner, roleId, email);
  expect(third.interview).toBe(first.interview);
  expect(await list(owner, roleId)).toMatchObject([{ id: third.invitation, state: 'sent' }]);
});

test('who is in an interview is neither invited again nor stopped; who was declined may come again', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  const live = await anInterview(owner, role, { state: 'in-interview' });
  const [row] = await list(owner, role.roleId);
  expect(row?.state).toBe('begun');
  expect((await post(owner, role.roleId, { name: 'x', email: live.email })).status).toBe(409);
  for (const what of ['again', 'revoke']) {
    const answer = await owner.send('POST', `/api/recruiter/invitations/${row?.id}/${what}`, {});
    expect(await answer.json()).toMatchObject({ code: 'wrong_phase' });
  }
  const gone = await anInterview(owner, role, { state: 'withdrawn' });
  expect((await invited(owner, role.roleId, gone.email)).interview).not.toBe(gone.interviewId);
});

test('without a published plan, in a closed role, or in somebody else’s, nobody is invited', async () => {
  const owner = await aTenant();
  const made = await owner.send('POST', '/api/recruiter/roles', { title: 'No plan yet' });
  const { id } = (await made.json()) as { id: string };
  const body = { name: 'x', email: uniqueAddress('x') };
  expect(await (await post(owner, id, body)).json()).toMatchObject({ code: 'plan_not_ready' });
  const { roleId } = await aRole(owner);
  await owner.send('PATCH', `/api/recruiter/roles/${roleId}`, { archived: true });
  expect((await post(owner, roleId, body)).status).toBe(409);
  const stranger = await aTenant();
  expect((await post(stranger, roleId, body)).status).toBe(404);
  expect((await stranger.get(`/api/recruiter/roles/${roleId}/invitations`)).status).toBe(404);
});

test('the preview says what the mail will say', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  const asked = await owner.get(`/api/recruiter/roles/${roleId}/invitation-mail?name=Noor&days=3`);
  const preview = (await asked.json()) as { subject: string; text: string };
  expect(preview.subject).toBe('Your interview for Night baker at Harbour Bakery');
  expect(preview.text).toContain('An AI asks the questions.');
  expect(preview.text).toContain('at most 15 minutes');
});
