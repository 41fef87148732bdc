/** What one tenant may do in a day, and what the audit log makes of a reading that is repeated. */
import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../worker/digest.ts';
import { openInterview } from '../../worker/domain/interviews/enter-interview.ts';
import { keepPart } from '../../worker/domain/interviews/keep-part.ts';
import { auditEntries, interviews, invitations, recordings } from '../../worker/domain/tables.ts';
import { makeId } from '../../worker/ids.ts';
import { LIMITS } from '../../worker/limits.ts';
import { Problem } from '../../worker/problems.ts';
import { anInterview, aRole } from '../support/finished-interview.ts';
import { anInvited } from '../support/room-line.ts';
import { aMember, aTenant, type Person, region, uniqueAddress } from '../support/story.ts';

async function invites(owner: Person, roleId: string, email = uniqueAddress('invited')) {
  return await owner.send('POST', `/api/recruiter/roles/${roleId}/invitations`, { name: 'Noor', email });
}

/** Links that were sent today, as many as are named. */
async function sentToday(
  owner: Person,
  of: { interviewId: string; candidateId: string },
  count: number,
): Promise<void> {
  const rows = Array.from({ length: count }, () => ({
    id: makeId('eu', 'invitation', region().random(16)),
    tenantId: owner.tenantId,
    ...of,
    digest: crypto.randomUUID(),
    expiresAt: new Date(Date.now() + 86_400_000),
    revokedAt: new Date(),
    createdBy: owner.memberId,
  }));
  for (let from = 0; from < rows.length; from += 2_000) {
    await region().database.batch({ tenant: owner.tenantId }, (db) => [
      db.insert(invitations).values(rows.slice(from, from + 2_000)),
    ]);
  }
}

test('one address gets no more than so many links in a day, in whatever role, and others still do', async () => {
  const owner = await aTenant();
  const [role, other] = [await aRole(owner), await aRole(owner)];
  const { interviewId, candidateId, email } = await anInterview(owner, role, { state: 'withdrawn' });
  await sentToday(owner, { interviewId, candidateId }, LIMITS.quota.mailsPerAddress - 2);
  expect((await invites(owner, other.roleId, email)).status).toBe(201);
  const refused = await invites(owner, role.roleId, email);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('mailsPerAddress') });
  expect((await invites(owner, role.roleId)).status).toBe(201);
  expect((await invites(await aTenant(), other.roleId, email)).status).toBe(404);
});

test('a tenant invites no more than so many in a day; another tenant is not held back by it', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { interviewId, candidateId } = await anInterview(owner, role, { state: 'withdrawn' });
  await sentToday(owner, { interviewId, candidateId }, LIMITS.quota.invitations - 2);
  expect((await invites(owner, role.roleId)).status).toBe(201);
  expect((await invites(owner, role.roleId)).status).toBe(429);
  const neighbour = await aTenant();
  expect((await invites(neighbour, (await aRole(neighbour)).roleId)).status).toBe(201);
});

test('links are sent again no more than so often in a day', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  const { invitation } = (await (await invites(owner, roleId)).json()) as { invitation: string };
  const entry = () => ({
    id: makeId('eu', 'audit', region().random(16)),
    tenantId: owner.tenantId,
    actorKind: 'member' as const,
    actorId: owner.memberId,
    action: 'invitation.sent-again',
    object: invitation,
  });
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.insert(auditEntries).values(Array.from({ length: LIMITS.quota.resends - 1 }, entry)),
  ]);
  const again = await owner.send('POST', `/api/recruiter/invitations/${invitation}/again`, {});
  expect(again.status).toBe(201);
  const { invitation: next } = (await again.json()) as { invitation: string };
  expect((await owner.send('POST', `/api/recruiter/invitations/${next}/again`, {})).status).toBe(429);
});

test('no more than so many interviews begin in a day; one that has begun goes on', async () => {
  const invited = await anInvited();
  const { owner, actor, interviewId } = invited;
  const role = await aRole(owner);
  const { candidateId } = await anInterview(owner, role);
  const begun = () => ({
    id: makeId('eu', 'interview', region().random(16)),
    tenantId: owner.tenantId,
    ...role,
    candidateId,
    startedAt: new Date(),
  });
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.insert(interviews).values(Array.from({ length: LIMITS.quota.interviews }, begun)),
  ]);
  const refused = await openInterview(region(), actor).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Problem);
  expect(refused).toMatchObject({ code: 'too_many_requests' });
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.update(interviews).set({ startedAt: new Date(), state: 'in-interview' }).where(eq(interviews.id, interviewId)),
  ]);
  expect((await openInterview(region(), actor)).ticket).not.toBe('');
});

test('a reading that is repeated within a minute is one entry with a count; another actor, object or act is another', async () => {
  const owner = await aTenant();
  const reviewer = await aMember(owner, 'reviewer');
  const role = await aRole(owner);
  const [one, two] = [await anInterview(owner, role), await anInterview(owner, role)];
  const before = Math.floor(Date.now() / 60_000);
  for (let i = 0; i < 5; i += 1) await owner.get(`/api/recruiter/interviews/${one.interviewId}/report`);
  await reviewer.get(`/api/recruiter/interviews/${one.interviewId}/report`);
  await owner.get(`/api/recruiter/interviews/${two.interviewId}/report`);
  const [rows] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.tenantId, owner.tenantId), eq(auditEntries.action, 'report.read'))),
  ]);
  const of = (memberId: string, interviewId: string) =>
    rows.filter(({ actorId, object }) => actorId === memberId && object === interviewId).map(({ count }) => count);
  const counts = of(owner.memberId, one.interviewId);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5);
  // A minute may have passed between two of them.
  expect(counts.length).toBeLessThanOrEqual(1 + Math.floor(Date.now() / 60_000) - before);
  expect(of(reviewer.memberId, one.interviewId)).toEqual([1]);
  expect(of(owner.memberId, two.interviewId)).toEqual([1]);
});

test('of an entry nothing but the count can be changed', async () => {
  const owner = await aTenant();
  await owner.get('/api/recruiter/team');
  const change = (set: Partial<typeof auditEntries.$inferInsert>) =>
    region().database.batch({ tenant: owner.tenantId }, (db) => [
      db.update(auditEntries).set(set).where(eq(auditEntries.tenantId, owner.tenantId)),
    ]);
  for (const set of [{ actorId: 'x' }, { action: 'x' }, { object: 'x' }, { at: new Date() }, { once: 'x' }]) {
    await expect(change(set)).rejects.toThrow();
  }
  await expect(change({ count: 2 })).resolves.toBeDefined();
});

test('recordings of a day fill no more than so much', async () => {
  const { owner, actor, interviewId } = await anInvited({ recording: true });
  const bytes = region().random(400);
  const part = {
    segment: 'segment-one',
    part: 0,
    startMs: 0,
    durationMs: 5_000,
    hash: await sha256Hex(bytes),
    contentType: 'audio/webm' as const,
    peaks: '',
    bytes,
  };
  // Before the interview begins nothing is taken.
  await expect(keepPart(region(), actor, part)).rejects.toMatchObject({ code: 'wrong_phase' });
  const { interviewId: otherInterview } = await anInterview(owner, await aRole(owner));
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.update(interviews).set({ startedAt: new Date(), state: 'in-interview' }).where(eq(interviews.id, interviewId)),
    db.insert(recordings).values({
      interviewId: otherInterview,
      tenantId: owner.tenantId,
      fileKey: 'x',
      hash: 'a'.repeat(64),
      size: LIMITS.quota.storageBytes - 500,
      durationMs: 1,
      initBytes: 1,
      fragments: [],
      peaks: '',
    }),
  ]);
  expect(await keepPart(region(), actor, part)).toEqual({ stored: 'new' });
  await expect(keepPart(region(), actor, { ...part, part: 1 })).rejects.toMatchObject({ code: 'too_many_requests' });
  // The same part again is the same part, whatever the day.
  expect(await keepPart(region(), actor, part)).toEqual({ stored: 'known' });
});
