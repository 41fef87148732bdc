/** Promised days by the tenant's country and zone; the same wherever they stand. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { scoreInterview } from '../../worker/domain/interviews/score-interview.ts';
import { candidateRequests, interviews } from '../../worker/domain/tables.ts';
import { makeId } from '../../worker/ids.ts';
import { anInterview, aRole, itsReport } from '../support/finished-interview.ts';
import { aMember, aTenant, type Person, region } from '../support/story.ts';

const RIYADH = { country: 'SA', zone: 'Asia/Riyadh' };
const THURSDAY = new Date('2026-11-26T10:00:00Z');

async function aTenantIn(calendar: object): Promise<Person> {
  const owner = await aTenant();
  expect((await owner.send('PUT', '/api/recruiter/tenant/calendar', calendar)).status).toBe(204);
  return owner;
}

/** The date that a finished interview is promised by. */
async function dueOf(owner: Person, days: number): Promise<string | undefined> {
  const role = await aRole(owner);
  const { interviewId } = await anInterview(owner, role);
  await itsReport(owner, interviewId, role.planId);
  await owner.send('PATCH', `/api/recruiter/roles/${role.roleId}`, { decisionDays: days });
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.update(interviews).set({ state: 'scoring', endedAt: THURSDAY }).where(eq(interviews.id, interviewId)),
  ]);
  await scoreInterview(region(), { kind: 'system', tenantId: owner.tenantId, interviewId }, { attempts: 9 });
  const [found] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(interviews).where(eq(interviews.id, interviewId)),
  ]);
  return found[0]?.decisionDueAt?.toISOString();
}

test('a decision promised within one working day of a Thursday is due on Sunday in Riyadh, on Friday in Berlin', async () => {
  expect(await dueOf(await aTenantIn(RIYADH), 1)).toBe('2026-11-29T10:00:00.000Z');
  expect(await dueOf(await aTenant(), 1)).toBe('2026-11-27T10:00:00.000Z');
});

test('Home and Requests say the same of the same requests, soonest due first', async () => {
  const owner = await aTenantIn(RIYADH);
  const { interviewId, candidateId } = await anInterview(owner, await aRole(owner), { state: 'opened', fresh: true });
  const asked = (kind: 'question' | 'human' | 'adjustment', at: string) => ({
    id: makeId('eu', 'request', region().random(16)),
    tenantId: owner.tenantId,
    interviewId,
    candidateId,
    kind,
    text: kind,
    createdAt: new Date(at),
  });
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db
      .insert(candidateRequests)
      .values([
        asked('question', '2026-11-24T09:00:00Z'),
        asked('human', '2026-11-25T09:00:00Z'),
        asked('adjustment', '2026-11-26T09:00:00Z'),
      ]),
  ]);
  const home = (await (await owner.get('/api/recruiter/home')).json()) as { requests: { rows: Due[] } };
  const page = (await (await owner.get('/api/recruiter/requests')).json()) as { open: Due[] };
  interface Due {
    id: string;
    kind: string;
    dueAt: string;
  }
  const said = (rows: Due[]) => rows.map(({ id, kind, dueAt }) => [id, kind, dueAt]);
  expect(said(home.requests.rows)).toEqual(said(page.open));
  expect(page.open.map(({ kind, dueAt }) => [kind, dueAt.slice(0, 10)])).toEqual([
    ['human', '2026-11-29'],
    ['adjustment', '2026-11-29'],
    ['question', '2026-12-01'],
  ]);
});

test('only owners and admins say by which calendar, and only by one that there is', async () => {
  const owner = await aTenantIn(RIYADH);
  const me = (await (await owner.get('/api/recruiter/me')).json()) as { tenant: object };
  expect(me.tenant).toMatchObject(RIYADH);
  const put = async (by: Person, body: object) => (await by.send('PUT', '/api/recruiter/tenant/calendar', body)).status;
  expect(await put(owner, { ...RIYADH, zone: 'Atlantis/Capital' })).toBe(422);
  expect(await put(owner, { ...RIYADH, country: 'Oz' })).toBe(422);
  expect(await put(await aMember(owner, 'recruiter'), RIYADH)).toBe(403);
});
