/** What interviews cost: counted once, seen by those who keep the books, capped by them, and walled off from others. */
import { expect, test } from 'vitest';
import { openInterview } from '../../worker/domain/interviews/enter-interview.ts';
import { monthSpend } from '../../worker/domain/spend/month-spend.ts';
import { saveSpend } from '../../worker/domain/spend/save-spend.ts';
import { addUsage, emptyMeter, type Meter } from '../../worker/domain/spend/spend-rules.ts';
import { interviewEvents, tenants } from '../../worker/domain/tables.ts';
import { interviewSpend } from '../../worker/domain/tables-beside.ts';
import { makeId } from '../../worker/ids.ts';
import { anInterview, aRole, itsReport } from '../support/finished-interview.ts';
import { anInvited } from '../support/room-line.ts';
import { diskOf } from '../support/session-object.ts';
import { aMember, aTenant, type Person, region } from '../support/story.ts';

/** A million tokens of sound at $3. */
const THREE_DOLLARS = used(1_000_000);

function used(tokens: number, before: Meter = emptyMeter()): Meter {
  return addUsage(before, { maker: 'gemini', model: 'gemini-3.8-live', unit: 'audio-in-tokens', amount: tokens });
}

async function reported(owner: Person) {
  const role = await aRole(owner);
  const { interviewId } = await anInterview(owner, role);
  await itsReport(owner, interviewId, role.planId);
  return { interviewId, actor: { kind: 'system' as const, tenantId: owner.tenantId, interviewId } };
}

async function reportOf(person: Person, interviewId: string) {
  const answer = await person.get(`/api/recruiter/interviews/${interviewId}/report`);
  const { interview } = (await answer.json()) as { interview: { spentMicros: number | null; engineLoss: unknown } };
  return interview;
}

async function spendOf(person: Person): Promise<unknown> {
  return await (await person.get('/api/recruiter/spend')).json();
}

test('a count saved again is the same count, a newer one takes its place, an older one never does', async () => {
  const owner = await aTenant();
  const { interviewId, actor } = await reported(owner);
  const first = used(500_000);
  await saveSpend(region(), actor, { meter: first });
  await saveSpend(region(), actor, { meter: used(500_000, first) });
  await saveSpend(region(), actor, { meter: first });
  await saveSpend(region(), actor, { meter: used(10_000), part: 'scoring' });
  expect((await reportOf(owner, interviewId)).spentMicros).toBe(3_030_000);
  expect(await spendOf(owner)).toEqual({ monthMicros: 3_030_000, capMicros: null });
});

test('the books are for owner and admin; others read the report without them', async () => {
  const owner = await aTenant();
  const { interviewId, actor } = await reported(owner);
  await saveSpend(region(), actor, { meter: THREE_DOLLARS });
  const [admin, recruiter] = [await aMember(owner, 'admin'), await aMember(owner, 'recruiter')];
  expect((await reportOf(admin, interviewId)).spentMicros).toBe(3_000_000);
  expect((await reportOf(recruiter, interviewId)).spentMicros).toBeNull();
  expect((await recruiter.get('/api/recruiter/spend')).status).toBe(403);
  const refused = await recruiter.send('PUT', '/api/recruiter/spend/cap', { capMicros: null });
  expect(refused.status).toBe(403);
});

test('a cap is set and lifted, and anything that is no amount is refused', async () => {
  const owner = await aTenant();
  const put = (capMicros: unknown) => owner.send('PUT', '/api/recruiter/spend/cap', { capMicros });
  expect((await put(250_000_000)).status).toBe(204);
  expect(await spendOf(owner)).toEqual({ monthMicros: 0, capMicros: 250_000_000 });
  for (const wrong of [-1, 0.5, 1e15, '250', undefined]) expect((await put(wrong)).status).toBe(422);
  expect((await put(null)).status).toBe(204);
  expect(await spendOf(owner)).toEqual({ monthMicros: 0, capMicros: null });
});

test('only this month counts', async () => {
  const owner = await aTenant();
  const { actor } = await reported(owner);
  await saveSpend(region(), actor, { meter: THREE_DOLLARS });
  const now = region().now();
  const nextMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
  const scope = { tenant: owner.tenantId };
  const [[here], [later]] = await region().database.batch(scope, (db) => [
    monthSpend(db, owner.tenantId, now),
    monthSpend(db, owner.tenantId, nextMonth),
  ]);
  expect([here?.micros, later?.micros]).toEqual([3_000_000, 0]);
});

test('a session begins with the tenant’s choice and with what is left of its month', async () => {
  const invited = await anInvited();
  const { tenantId } = invited.owner;
  await region().database.batch({ tenant: tenantId }, (db) => [
    db.update(tenants).set({ processing: 'region', spendCapMicros: 4_000_000 }),
  ]);
  await saveSpend(region(), invited.actor, { meter: THREE_DOLLARS, part: 'line:first' });
  await openInterview(region(), invited.actor);
  const disk = await diskOf(invited.interviewId);
  expect(disk).toContain('"processing":"region"');
  expect(disk).toContain('"spendLeftMicros":1000000');
});

test('no tenant sees or changes what another spent', async () => {
  const [mine, theirs] = [await aTenant(), await aTenant()];
  const { actor, interviewId } = await reported(theirs);
  await saveSpend(region(), actor, { meter: THREE_DOLLARS });
  expect(await spendOf(mine)).toEqual({ monthMicros: 0, capMicros: null });
  const scope = { tenant: mine.tenantId };
  const [seen] = await region().database.batch(scope, (db) => [db.select().from(interviewSpend)]);
  expect(seen).toEqual([]);
  const row = { interviewId, part: 'talk', tenantId: theirs.tenantId, micros: 0, detail: emptyMeter() };
  await expect(region().database.batch(scope, (db) => [db.insert(interviewSpend).values(row)])).rejects.toThrow();
});

test('the report says when its interview ran without its engine, and why', async () => {
  const owner = await aTenant();
  const { interviewId, actor } = await reported(owner);
  expect((await reportOf(owner, interviewId)).engineLoss).toBeNull();
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.insert(interviewEvents).values({
      id: makeId('eu', 'event', region().random(16)),
      tenantId: owner.tenantId,
      interviewId,
      kind: 'engine-changed',
      detail: { from: 'live', to: 'rehearsed', maker: 'gemini', fault: 'timeout' },
    }),
  ]);
  expect((await reportOf(owner, interviewId)).engineLoss).toEqual({ extent: 'wholly', why: 'fault' });
  await saveSpend(region(), actor, { meter: THREE_DOLLARS });
  expect((await reportOf(owner, interviewId)).engineLoss).toEqual({ extent: 'partly', why: 'fault' });
});
