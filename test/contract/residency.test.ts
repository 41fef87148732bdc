/** A whole interview in one region leaves nothing in any other: every table and every bucket is searched for it. */
import { env } from 'cloudflare:workers';
import { neon } from '@neondatabase/serverless';
import { getTableName, is, Table } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../worker/digest.ts';
import { keepPart } from '../../worker/domain/interviews/keep-part.ts';
import * as main from '../../worker/domain/tables.ts';
import * as beside from '../../worker/domain/tables-beside.ts';
import { type Env, readConfig } from '../../worker/env.ts';
import type { RegionId } from '../../worker/ids.ts';
import { Problem } from '../../worker/problems.ts';
import { openRegion } from '../../worker/regions/open.ts';
import { anInvited, answerOf, comesIn, spokenTurn } from '../support/room-line.ts';
import { region, request, send } from '../support/story.ts';
import { until } from '../support/until.ts';

const tables = { ...main, ...beside };

const CANARY = 'a cormorant on the third bollard';
const OTHERS: RegionId[] = ['us', 'ap', 'in', 'gcc'];
/** Four databases are opened for the first time here. */
const PATIENCE_MS = 240_000;

const names = Object.values(tables).flatMap((table) => (is(table, Table) ? [getTableName(table)] : []));

/** Everything in a region's database, read past every wall by the login role, as one text. */
async function databaseOf(id: RegionId): Promise<string> {
  const config = readConfig(env as unknown as Env);
  const sql = neon(config.regions[id]?.databaseUrl ?? '');
  let all = '';
  for (const name of names) {
    const [row] = await sql.query(`select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as whole from ${name} t`);
    all += String(row?.whole);
  }
  return all;
}

async function bucketOf(id: RegionId): Promise<string[]> {
  return await openRegion(readConfig(env as unknown as Env), id).files.list('');
}

test(
  'an interview in eu is in eu, and nowhere else',
  async () => {
    const invited = await anInvited({ recording: true });
    const line = await comesIn(invited);
    await line.hello('client-one');
    await line.act({ type: 'start', mode: 'voice' });
    await line.phase('speaking');
    await line.act({ type: 'spoken', turn: spokenTurn(line) });
    await line.act({ type: 'spoken', turn: spokenTurn(line) });
    await line.phase('listening');
    const bytes = region().random(500);
    const part = {
      segment: 'segment-one',
      part: 0,
      startMs: 0,
      durationMs: 5000,
      contentType: 'audio/webm',
      peaks: '',
    } as const;
    await until(async () => {
      const stored = await keepPart(region(), invited.actor, { ...part, bytes, hash: await sha256Hex(bytes) }).catch(
        () => null,
      );
      return stored === null ? undefined : stored;
    }, 'the interview to have begun in its region');
    await line.act(answerOf(`I saw ${CANARY} and I rang the harbour at once.`));
    await line.phase('review');
    await line.act({ type: 'finish', corrections: [], rating: 5, question: `Who feeds ${CANARY}?` });
    await line.act({ type: 'parts-complete', segments: [{ id: 'segment-one', parts: 1 }] });
    // Sealed, scored, told, emptied: all that can be written is written.
    await line.phase('done');

    const traces = [CANARY, invited.interviewId, invited.owner.tenantId, invited.actor.candidateId];
    const own = await databaseOf('eu');
    for (const trace of traces) expect(own).toContain(trace);
    expect((await bucketOf('eu')).some((key) => key.startsWith(invited.owner.tenantId))).toBe(true);

    for (const id of OTHERS) {
      const elsewhere = await databaseOf(id);
      for (const trace of traces) expect(elsewhere).not.toContain(trace);
      expect((await bucketOf(id)).filter((key) => key.includes(invited.owner.tenantId))).toEqual([]);
    }
  },
  PATIENCE_MS,
);

test(
  'an id, a cookie or a link of another region opens nothing here',
  async () => {
    const invited = await anInvited();
    const foreign = invited.interviewId.replace(/^eu_/, 'us_');
    const missing = invited.interviewId.replace(/.{4}$/, '0000');
    const [other, none] = await Promise.all([
      invited.owner.get(`/api/recruiter/interviews/${foreign}/report`),
      invited.owner.get(`/api/recruiter/interviews/${missing}/report`),
    ]);
    expect(other.status).toBe(404);
    expect(await other.text()).toBe(await none.text());

    const moved = await request('/api/recruiter/me', { cookie: invited.owner.cookie.replace('=eu_', '=us_') });
    expect(moved.status).toBe(401);

    const links = [`eu_${'B'.repeat(43)}`, `us_${'B'.repeat(43)}`, 'garbage'];
    const answers = await Promise.all(
      links.map(async (link) => (await send('POST', '/api/visitor/link', { link })).text()),
    );
    expect(new Set(answers).size).toBe(1);
  },
  PATIENCE_MS,
);

test('a region that is not set up refuses, and borrows nobody’s database', async () => {
  const { DATABASE_URL_US: _, ...without } = env as unknown as Env;
  const config = readConfig(without);
  expect(() => openRegion(config, 'us')).toThrow(Problem);
  try {
    openRegion(config, 'us');
  } catch (error) {
    expect(error).toMatchObject({ code: 'region_unavailable' });
  }
});
