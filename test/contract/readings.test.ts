/** What stands on record of how a report was read is counted here, from the reads themselves. */
import { eq } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { openMemberSession } from '../../worker/domain/accounts/member-sessions.ts';
import { decisions, recordings } from '../../worker/domain/tables.ts';
import { anInterview, aRole, itsReport } from '../support/finished-interview.ts';
import { aMember, aTenant, type Person, region, send } from '../support/story.ts';

const QUOTE = { startMs: 9_000, endMs: 13_000 };

afterEach(() => {
  vi.useRealTimers();
});

/** The clock stands, and moves when it is told to. */
function clock(): (ms: number) => void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  return (ms) => vi.setSystemTime(Date.now() + ms);
}

async function aReport() {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { interviewId } = await anInterview(owner, role);
  await itsReport(owner, interviewId, role.planId);
  return { owner, interviewId, at: `/api/recruiter/interviews/${interviewId}` };
}

async function reading(by: Person, at: string) {
  return ((await (await by.get(`${at}/report`)).json()) as { you: { reading: object } }).you.reading;
}

async function beat(by: Person, at: string, played: object | null = null): Promise<number> {
  return (await by.send('POST', `${at}/reading`, { played })).status;
}

async function madeOf(of: Person, interviewId: string) {
  const [made] = await region().database.batch({ tenant: of.tenantId }, (db) => [
    db.select().from(decisions).where(eq(decisions.interviewId, interviewId)),
  ]);
  return made[0];
}

const DECISION = { kind: 'advance', reason: 'Calm under load, twice.', seen: 0 };

test('time in view and quotes are counted over reloads and devices, and stand with the decision', async () => {
  const { owner, interviewId, at } = await aReport();
  const move = clock();
  expect(await reading(owner, at)).toEqual({ opened: 1, openMs: 0, quotes: 0 });
  for (let beats = 0; beats < 3; beats += 1) {
    move(10_000);
    expect(await beat(owner, at)).toBe(204);
  }
  expect(await beat(owner, at, QUOTE)).toBe(204);
  // Reloaded after a while away.
  move(600_000);
  expect(await reading(owner, at)).toEqual({ opened: 2, openMs: 30_000, quotes: 1 });
  // Another device of the same member: the same quote is not another.
  const { secret } = await openMemberSession(
    region(),
    { tenantId: owner.tenantId, id: owner.memberId, role: 'owner', name: 'Ines Carvalho', email: 'ines@example.com' },
    'a phone',
  );
  move(5_000);
  const phone = `__Host-il-member=${secret}`;
  expect((await send('POST', `${at}/reading`, { played: QUOTE }, phone)).status).toBe(204);
  expect((await owner.send('POST', `${at}/decisions`, DECISION)).status).toBe(201);
  expect(await madeOf(owner, interviewId)).toMatchObject({ openedForMs: 35_000, quotesPlayed: 1 });
});

test('what a browser claims counts for nothing', async () => {
  const { owner, interviewId, at } = await aReport();
  const claims = { ...DECISION, openedForMs: 3_600_000, quotesPlayed: 12 };
  expect((await owner.send('POST', `${at}/decisions`, claims)).status).toBe(201);
  expect(await madeOf(owner, interviewId)).toMatchObject({ openedForMs: 0, quotesPlayed: 0 });
});

test('two tabs at once count the time once, and signs of reading by the hundred add nothing', async () => {
  const { owner, at } = await aReport();
  const move = clock();
  await reading(owner, at);
  move(10_000);
  await Promise.all([beat(owner, at), beat(owner, at), beat(owner, at), beat(owner, at)]);
  expect(await reading(owner, at)).toMatchObject({ openMs: 10_000 });
});

test('only a quote of the report that can be heard is counted as played', async () => {
  const { owner, interviewId, at } = await aReport();
  await reading(owner, at);
  expect(await beat(owner, at, { startMs: 1, endMs: 2 })).toBe(204);
  expect(await reading(owner, at)).toMatchObject({ quotes: 0 });
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.delete(recordings).where(eq(recordings.interviewId, interviewId)),
  ]);
  await beat(owner, at, QUOTE);
  expect(await reading(owner, at)).toMatchObject({ quotes: 0 });
  expect((await owner.send('POST', `${at}/reading`, { played: { startMs: -1, endMs: 2 } })).status).toBe(422);
});

test('each member’s reading is their own, and nobody else’s company has any', async () => {
  const { owner, interviewId, at } = await aReport();
  const recruiter = await aMember(owner, 'recruiter');
  const stranger = await aTenant();
  const move = clock();
  await reading(owner, at);
  move(10_000);
  await beat(owner, at, QUOTE);
  // Whoever never opened the report has nothing to go on reading.
  expect([await beat(recruiter, at), await beat(stranger, at)]).toEqual([404, 404]);
  expect((await stranger.get(`${at}/report`)).status).toBe(404);
  expect(await beat(stranger, at)).toBe(404);
  expect(await reading(recruiter, at)).toEqual({ opened: 1, openMs: 0, quotes: 0 });
  expect((await recruiter.send('POST', `${at}/decisions`, DECISION)).status).toBe(201);
  expect(await madeOf(owner, interviewId)).toMatchObject({ memberId: recruiter.memberId, quotesPlayed: 0 });
});
