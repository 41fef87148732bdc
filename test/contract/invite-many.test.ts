/** Many people at once: each invited once whatever is repeated, addresses kept in both spellings, letters and reminders. */
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sendDueReminders } from '../../worker/domain/invitations/remind.ts';
import { candidates, invitations } from '../../worker/domain/tables.ts';
import { mails } from '../../worker/domain/tables-beside.ts';
import { anInterview, aRole, auditOf } from '../support/finished-interview.ts';
import { aMember, aTenant, type Person, region, request, uniqueAddress } from '../support/story.ts';

interface Told {
  name: string;
  email: string;
}
const many = (of: Person, role: string, people: Told[]) =>
  of.send('POST', `/api/recruiter/roles/${role}/invitations/many`, { people, days: 5 });
const some = (n: number): Told[] =>
  Array.from({ length: n }, (_, at) => ({ name: `Person ${at}`, email: uniqueAddress(`p${at}`) }));

async function fates(of: Person, role: string, people: Told[]): Promise<string[]> {
  const answer = await many(of, role, people);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { fates: string[] }).fates;
}
async function mailsTo(email: string, of: Person) {
  const [rows] = await region().database.batch({ tenant: of.tenantId }, (db) => [
    db.select().from(mails).where(eq(mails.recipient, email)).orderBy(mails.sentAt),
  ]);
  return rows.map(({ body, subject, purpose }) => ({ text: body, subject, purpose }));
}
async function stored(of: Person, roleId: string) {
  const [rows] = await region().database.batch({ tenant: of.tenantId }, (db) => [
    db.select().from(candidates).where(eq(candidates.roleId, roleId)).orderBy(candidates.name),
  ]);
  return rows;
}

test('everybody of an upload gets a mail with a link of their own that opens; uploading it again invites nobody', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  const people = some(12);
  expect(await fates(owner, roleId, people)).toEqual(people.map(() => 'sent'));
  const links = await Promise.all(
    people.map(async ({ name, email }) => {
      const [mail, second] = await mailsTo(email, owner);
      expect(second).toBeUndefined();
      expect(mail?.text).toContain(`Hello ${name},`);
      return /\/i#(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    }),
  );
  expect(new Set(links).size).toBe(12);
  const opened = await request('/api/visitor/link', {
    method: 'POST',
    body: JSON.stringify({ link: links[3] }),
    headers: { 'content-type': 'application/json' },
  });
  expect(opened.status).toBe(200);
  const more = some(1);
  expect(await fates(owner, roleId, [...people, ...more])).toEqual([...people.map(() => 'known'), 'sent']);
  expect(await mailsTo(people[0]?.email ?? '', owner)).toHaveLength(1);
  expect(await stored(owner, roleId)).toHaveLength(13);
});

test('two uploads of the same people at once, in other orders, invite each once', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  const people = some(8);
  const both = await Promise.all([fates(owner, roleId, people), fates(owner, roleId, [...people].reverse())]);
  expect(both.flat().filter((fate) => fate === 'sent')).toHaveLength(8);
  for (const { email } of people) expect(await mailsTo(email, owner)).toHaveLength(1);
});

test('an address in two spellings is one person; it is shown as typed and sent in ASCII', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  const who = crypto.randomUUID().slice(0, 8);
  const people = [
    { name: 'Müller', email: ` ${who}@MÜLLER.example` },
    { name: 'Twice', email: `mailto:${who}@xn--mller-kva.example` },
    { name: 'José', email: `jose\u0301.${who}@example.com` },
    { name: 'Sean', email: `sean.o'brien.${who}@example.com` },
    { name: 'Ampersand', email: `\u200ba&b.${who}@example.com\u202c` },
  ];
  expect(await fates(owner, roleId, people)).toEqual(['sent', 'known', 'sent', 'sent', 'sent']);
  expect((await stored(owner, roleId)).map(({ email, emailShown }) => [email, emailShown])).toEqual([
    [`a&b.${who}@example.com`, null],
    [`jos\u00e9.${who}@example.com`, null],
    [`${who}@xn--mller-kva.example`, `${who}@müller.example`],
    [`sean.o'brien.${who}@example.com`, null],
  ]);
  expect(await mailsTo(`${who}@xn--mller-kva.example`, owner)).toHaveLength(1);
  const listed = await owner.get(`/api/recruiter/roles/${roleId}/invitations`);
  expect(await listed.text()).toContain(`${who}@müller.example`);
});

test('who is in an interview is left alone, whose link was taken back is invited to the same interview', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  const live = await anInterview(owner, role, { name: 'Live', state: 'in-interview' });
  const [back] = some(1);
  if (back === undefined) throw new Error('nobody');
  await fates(owner, role.roleId, [back]);
  const list = (await (await owner.get(`/api/recruiter/roles/${role.roleId}/invitations`)).json()) as {
    invitations: { id: string; email: string; interviewId: string }[];
  };
  const own = list.invitations.find(({ email }) => email === back.email);
  await owner.send('POST', `/api/recruiter/invitations/${own?.id}/revoke`);
  const again = await fates(owner, role.roleId, [
    { name: 'Live renamed', email: live.email },
    { ...back, name: 'Renamed' },
  ]);
  expect(again).toEqual(['known', 'sent']);
  const names = (await stored(owner, role.roleId)).map(({ name }) => name);
  expect(names).toEqual(['Live', 'Renamed']);
  const known = await owner.send('POST', `/api/recruiter/roles/${role.roleId}/invitations/known`, {
    emails: [live.email, back.email.toUpperCase(), uniqueAddress('nobody')],
  });
  expect(((await known.json()) as { known: string[] }).known.sort()).toEqual([live.email, back.email].sort());
});

test('too many, a wrong address, a stranger and a reviewer are refused, and nobody is invited by it', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  const good = some(2);
  expect((await many(owner, roleId, some(501))).status).toBe(422);
  const wrong = await many(owner, roleId, [...good, { name: 'x', email: 'x@y' }]);
  expect(wrong.status).toBe(422);
  expect(await wrong.json()).toMatchObject({ fields: [{ pointer: '/people/2/email' }] });
  expect((await many(await aTenant(), roleId, good)).status).toBe(404);
  expect((await many(await aMember(owner, 'reviewer'), roleId, good)).status).toBe(403);
  expect(await stored(owner, roleId)).toHaveLength(0);
});

test('a role’s own words go out, filled; what every invitation must say stands under them', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  const put = (letter: unknown, reminderDays = 1) =>
    owner.send('PUT', `/api/recruiter/roles/${roleId}/invitation-mail`, { letter, reminderDays });
  expect((await put({ subject: 'Come {naem}', text: 'x' })).status).toBe(422);
  expect(
    (await put({ subject: 'Talk to {company}', text: 'Dear {name},\nwe read your {link} and {until}.' })).status,
  ).toBe(204);
  const [person] = some(1);
  if (person === undefined) throw new Error('nobody');
  await fates(owner, roleId, [{ ...person, name: '{link} $& Ada' }]);
  const [mail] = await mailsTo(person.email, owner);
  expect(mail?.subject).toBe('Talk to Harbour Bakery');
  expect(mail?.text).toContain('Dear {link} $& Ada,\nwe read your http');
  expect(mail?.text).toContain('An AI asks the questions.');
  expect(mail?.text).toContain('Prefer a person, or need more time?');
  const preview = await owner.get(`/api/recruiter/roles/${roleId}/invitation-mail?name=Ada&days=3`);
  expect(await preview.json()).toMatchObject({ own: true, reminderDays: 1, letter: { subject: 'Talk to {company}' } });
  expect(await auditOf(owner, roleId)).toContain('role.invitation-changed');
  await put(null, 0);
  const [other] = some(1);
  if (other === undefined) throw new Error('nobody');
  await fates(owner, roleId, [other]);
  expect((await mailsTo(other.email, owner))[0]?.subject).toBe('Your interview for Night baker at Harbour Bakery');
});

test('before a link ends its owner is reminded once, with a link that opens; who has begun or was taken back is not', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  const [waiting, taken] = some(2);
  if (waiting === undefined || taken === undefined) throw new Error('nobody');
  await fates(owner, role.roleId, [waiting, taken]);
  const live = await anInterview(owner, role, { name: 'Live', state: 'in-interview' });
  const run = () => sendDueReminders(region());
  await run();
  expect(await mailsTo(waiting.email, owner)).toHaveLength(1);
  const list = (await (await owner.get(`/api/recruiter/roles/${role.roleId}/invitations`)).json()) as {
    invitations: { id: string; email: string }[];
  };
  const own = list.invitations.find(({ email }) => email === taken.email);
  await owner.send('POST', `/api/recruiter/invitations/${own?.id}/revoke`);
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db
      .update(invitations)
      .set({ remindAt: sql`now() - interval '1 minute'`, expiresAt: sql`now() + interval '2 days'` }),
  ]);
  await Promise.all([run(), run()]);
  await run();
  const mails = await mailsTo(waiting.email, owner);
  expect(mails.map(({ purpose }) => purpose).sort()).toEqual(['invitation', 'invitation-reminder']);
  const reminder = mails.find(({ purpose }) => purpose === 'invitation-reminder');
  for (const mail of mails) {
    const link = /\/i#(\S+)/.exec(mail.text)?.[1];
    const opened = await request('/api/visitor/link', {
      method: 'POST',
      body: JSON.stringify({ link }),
      headers: { 'content-type': 'application/json' },
    });
    expect(opened.status).toBe(200);
  }
  expect(reminder?.text).toContain('An AI asks the questions.');
  expect(await mailsTo(taken.email, owner)).toHaveLength(1);
  expect(await mailsTo(live.email, owner)).toHaveLength(0);
});
