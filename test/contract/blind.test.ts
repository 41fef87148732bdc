/** A blind role: who somebody is stays hidden from a member, on every way in, until that member has judged. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { recruiterRoutes } from '../../worker/audiences/recruiter/routes.ts';
import { notifyReport } from '../../worker/domain/interviews/notify-report.ts';
import { writeMp4 } from '../../worker/domain/recordings/mp4-rules.ts';
import { silentPackets } from '../../worker/domain/recordings/opus-rules.ts';
import { auditEntries, candidateRequests, interviews, members, recordings, turns } from '../../worker/domain/tables.ts';
import { makeId } from '../../worker/ids.ts';
import { LIMITS } from '../../worker/limits.ts';
import { asksForReview, mailsTo, ownCard } from '../support/asked-review.ts';
import { anInterview, aRole, itsReport } from '../support/finished-interview.ts';
import { later } from '../support/session-object.ts';
import { aMember, aTenant, ORIGIN, type Person, region, request } from '../support/story.ts';

const NAME = 'Zubaida Quill-Ofori';
const PARTS = /zubaida|quill|ofori/iu;

/** A finished interview and one under way in a blind role, with the name in everything that was said and written. */
async function aBlindRole() {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { interviewId, candidateId, email } = await anInterview(owner, role, { name: NAME });
  await itsReport(owner, interviewId, role.planId);
  const running = await anInterview(owner, role, { name: 'Zubaida Second', state: 'in-interview' });
  const said = 'Hello, I am Zubaida Quill-Ofori. The oven failed at four.';
  const sealed = writeMp4(silentPackets(96_000));
  await region().files.put(`${owner.tenantId}/${interviewId}/recording.mp4`, sealed.bytes, 'audio/mp4');
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db
      .update(recordings)
      .set({ fragments: sealed.fragments, size: sealed.bytes.byteLength })
      .where(eq(recordings.interviewId, interviewId)),
    db.update(turns).set({ text: said, correctedText: said }).where(eq(turns.interviewId, interviewId)),
    db.update(interviews).set({ headline: 'Zubaida calls first.' }).where(eq(interviews.id, interviewId)),
    db.insert(candidateRequests).values({
      id: makeId('eu', 'request', region().random(16)),
      tenantId: owner.tenantId,
      interviewId,
      candidateId,
      kind: 'question',
      text: `When will I hear? Yours, Zubaida (${email})`,
    }),
  ]);
  await asksForReview(owner, interviewId, 'Please look again. Z. Quill-Ofori');
  const changed = await owner.send('PATCH', `/api/recruiter/roles/${role.roleId}`, { blind: true });
  expect(changed.status).toBe(204);
  const at = `/api/recruiter/interviews/${interviewId}`;
  return { owner, role, interviewId, email, running, at };
}

async function auditDetails(of: Person, object: string, action: string) {
  const [found] = await region().database.batch({ tenant: of.tenantId }, (db) => [
    db.select().from(auditEntries).where(eq(auditEntries.object, object)).orderBy(auditEntries.at),
  ]);
  return found.filter((one) => one.action === action).map(({ detail }) => detail);
}

/** Every route that a member can read by, with the ids of this role in it. */
function readings(ids: Record<string, string>): string[] {
  return Object.keys(recruiterRoutes)
    .filter((key) => key.startsWith('GET '))
    .map((key) => key.slice(4).replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => ids[name] ?? 'none'));
}

test('no route of a recruiter tells the name, the address or a part of them while it is hidden', async () => {
  const { owner, role, interviewId, email } = await aBlindRole();
  const ids = { role: role.roleId, id: interviewId, plan: role.planId, version: '1' };
  const more = [
    `/api/recruiter/roles/${role.roleId}/pipeline?sort=name&limit=1`,
    `/api/recruiter/roles/${role.roleId}/pipeline?sort=newest`,
    `/api/recruiter/roles/${role.roleId}/compare?people=${interviewId}`,
  ];
  for (const by of [owner, await aMember(owner, 'recruiter'), await aMember(owner, 'reviewer')]) {
    for (const path of [...readings(ids), ...more]) {
      const answer = await by.get(path);
      expect([path, answer.status < 500]).toEqual([path, true]);
      const told = `${new TextDecoder('latin1').decode(await answer.arrayBuffer())} ${[...answer.headers].join(' ')}`;
      expect([path, PARTS.exec(told)?.[0]]).toEqual([path, undefined]);
      expect([path, told.includes(email)]).toEqual([path, false]);
    }
  }
});

test('a search does not find whoever is hidden, and the order by name does not tell it', async () => {
  const { owner, role, interviewId } = await aBlindRole();
  const list = async (query: string) =>
    (await (await owner.get(`/api/recruiter/roles/${role.roleId}/pipeline?${query}`)).json()) as {
      rows: { id: string; name: string }[];
      next: string | null;
    };
  for (const typed of ['zubaida', 'quill', 'example.com', 'candidate.']) {
    expect([typed, (await list(`search=${typed}`)).rows]).toEqual([typed, []]);
  }
  const code = `#${interviewId.slice(-5).toUpperCase()}`;
  expect((await list(`search=${encodeURIComponent(code.toLowerCase())}`)).rows).toMatchObject([{ name: code }]);
  const { rows } = await list('sort=name');
  expect(rows.map(({ name }) => name)).toEqual(rows.map(({ name }) => name).sort());
  const { next } = await list('sort=name&limit=1');
  expect(atob(next ?? '')).not.toMatch(PARTS);
});

test('a member’s own levels show the name to that member and to nobody else; the audit says what each reading knew', async () => {
  const { owner, interviewId, email, at } = await aBlindRole();
  const recruiter = await aMember(owner, 'recruiter');
  const reading = async (by: Person) =>
    (await (await by.get(`${at}/report`)).json()) as {
      candidate: { name: string };
      you: { blind: boolean };
      turns: { text: string }[];
      letters: { reject: { body: string } };
    };
  const before = await reading(recruiter);
  expect(before.you.blind).toBe(true);
  expect(before.candidate.name).toBe(`#${interviewId.slice(-5).toUpperCase()}`);
  expect(before.turns[0]?.text).toBe('Hello, I am ▪▪▪▪▪▪▪ ▪▪▪▪▪▪▪▪▪▪▪. The oven failed at four.');
  expect((await recruiter.send('POST', `${at}/cards`, ownCard(3, null))).status).toBe(201);
  const after = await reading(recruiter);
  expect([after.you.blind, after.candidate.name]).toEqual([false, NAME]);
  expect(after.turns[0]?.text).toContain(NAME);
  expect((await reading(owner)).you.blind).toBe(true);
  const details = await auditDetails(owner, interviewId, 'report.read');
  expect(details.map((one) => one['blind'])).toEqual([true, false, true]);
  // Whoever decides unseen writes to the person all the same.
  const decision = { kind: 'reject', reason: 'No.', seen: 0 };
  expect((await owner.send('POST', `${at}/decisions`, decision)).status).toBe(201);
  await later(interviewId, LIMITS.decision.undoMs + 5_000);
  const mail = (await mailsTo(owner, email)).find(({ purpose }) => purpose === 'decision');
  expect(mail?.body).toContain(`Hello ${NAME}`);
});

test('the mail that a report is ready names nobody either, and the recording leaves under the interview’s id', async () => {
  const { owner, interviewId, at } = await aBlindRole();
  const actor = { kind: 'system', tenantId: owner.tenantId, interviewId } as const;
  await notifyReport(region(), actor, { reason: 'completed' });
  const [[member]] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(members).where(eq(members.id, owner.memberId)),
  ]);
  const mail = (await mailsTo(owner, member?.email ?? '')).find(({ purpose }) => purpose === 'report-ready');
  expect(mail?.subject).toContain('#');
  expect(`${mail?.subject} ${mail?.body}`).not.toMatch(PARTS);
  expect(mail?.body).toContain(`\n${ORIGIN}/app/interviews/${interviewId}`);
  const opened = await request(`${at}/recording`, { cookie: owner.cookie });
  expect(await opened.text()).not.toMatch(PARTS);
});

test('a role that is not blind shows names, and says so in the audit', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { interviewId } = await anInterview(owner, role, { name: NAME });
  await itsReport(owner, interviewId, role.planId);
  const report = await (await owner.get(`/api/recruiter/interviews/${interviewId}/report`)).json();
  expect(report).toMatchObject({ candidate: { name: NAME }, you: { blind: false } });
  expect(await auditDetails(owner, interviewId, 'report.read')).toEqual([{ blind: false }]);
});

test('a reviewer sees the name once they gave levels of their own; an auditor gives none and never sees it', async () => {
  const { owner, at } = await aBlindRole();
  const [reviewer, auditor] = [await aMember(owner, 'reviewer'), await aMember(owner, 'auditor')];
  const reading = async (by: Person) =>
    (await (await by.get(`${at}/report`)).json()) as { candidate: { name: string }; you: object };
  const before = await reading(reviewer);
  expect(before.you).toMatchObject({ blind: true, mayJudge: true, mayDecide: false });
  expect(before.candidate.name).not.toMatch(PARTS);
  expect((await auditor.send('POST', `${at}/cards`, ownCard(3, null))).status).toBe(403);
  expect((await reviewer.send('POST', `${at}/cards`, ownCard(3, null))).status).toBe(201);
  expect(await reading(reviewer)).toMatchObject({ candidate: { name: NAME }, you: { blind: false } });
  const looksOn = await reading(auditor);
  expect(looksOn.you).toMatchObject({ blind: true, mayJudge: false, mayDecide: false });
  expect(looksOn.candidate.name).not.toMatch(PARTS);
});
