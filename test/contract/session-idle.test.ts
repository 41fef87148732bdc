/** A member's session ends at rest after as long as the tenant sets, and an open page by itself keeps none alive. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openMemberSession } from '../../worker/domain/accounts/member-sessions.ts';
import { memberSessions } from '../../worker/domain/tables.ts';
import { aMember, aTenant, type Person, region, request } from '../support/story.ts';

const MINUTE = 60_000;

/** A session that was last used so long ago; nobody has seen its secret yet. */
async function restingFor(minutes: number, of: Person) {
  const member = {
    id: of.memberId,
    tenantId: of.tenantId,
    role: 'owner',
    name: 'Ines',
    email: 'i@example.com',
  } as const;
  const { secret, actor } = await openMemberSession(region(), member, 'test');
  const seenAt = new Date(Date.now() - minutes * MINUTE);
  const one = eq(memberSessions.id, actor.sessionId);
  await region().database.batch({ tenant: of.tenantId }, (db) => [
    db.update(memberSessions).set({ seenAt }).where(one),
  ]);
  const cookie = `__Host-il-member=${secret}`;
  return {
    ask: async (path: string) => (await request(path, { cookie })).status,
    seenAgoMs: async () => {
      const [[row]] = await region().database.batch({ tenant: of.tenantId }, (db) => [
        db.select({ seenAt: memberSessions.seenAt }).from(memberSessions).where(one),
      ]);
      return Date.now() - (row?.seenAt.getTime() ?? 0);
    },
  };
}

const setIdle = async (by: Person, idleMinutes: number) =>
  (await by.send('PUT', '/api/recruiter/privacy/sessions', { idleMinutes })).status;

test('without a choice a session rests up to twelve hours', async () => {
  const owner = await aTenant();
  expect(await (await restingFor(719, owner)).ask('/api/recruiter/me')).toBe(200);
  expect(await (await restingFor(721, owner)).ask('/api/recruiter/me')).toBe(401);
});

test('the tenant’s choice holds at once, for open sessions, and one that is over is not woken by asking', async () => {
  const owner = await aTenant();
  const before = await restingFor(40, owner);
  expect(await setIdle(owner, 30)).toBe(204);
  expect(await before.ask('/api/recruiter/me')).toBe(401);
  expect(await before.ask('/api/recruiter/me')).toBe(401);
  expect(await before.seenAgoMs()).toBeGreaterThan(39 * MINUTE);
  const fresh = await restingFor(20, owner);
  expect(await fresh.ask('/api/recruiter/me')).toBe(200);
  expect(await fresh.seenAgoMs()).toBeLessThan(MINUTE);
  expect(await (await owner.get('/api/recruiter/privacy')).json()).toMatchObject({ sessionIdleMinutes: 30 });
});

test('a page that asks by itself keeps no session alive, and does not hide what a person does', async () => {
  const owner = await aTenant();
  const one = await restingFor(20, owner);
  expect(await one.ask('/api/recruiter/live/lines')).toBe(200);
  expect(await one.ask('/api/visitor/session')).toBe(200);
  expect(await one.seenAgoMs()).toBeGreaterThan(19 * MINUTE);
  expect(await one.ask('/api/recruiter/me')).toBe(200);
  expect(await one.seenAgoMs()).toBeLessThan(MINUTE);
});

test('between thirty minutes and twelve hours, by owner and admin only', async () => {
  const owner = await aTenant();
  for (const minutes of [0, 29, 721, 45.5, -30]) expect(await setIdle(owner, minutes)).toBe(422);
  for (const minutes of [30, 720]) expect(await setIdle(owner, minutes)).toBe(204);
  expect(await setIdle(await aMember(owner, 'admin'), 60)).toBe(204);
  expect(await setIdle(await aMember(owner, 'recruiter'), 60)).toBe(403);
});
