/**
 * bulk_invite: a CSV of 10,000 people parsed, checked, deduplicated and stored with links and mails, beside one bulk
 * insert of its rows into the same database; and the cost of a row at 10,000 beside that at 1,000.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guessColumns } from '../../web/recruiter/invite/table/columns-rules.ts';
import { peopleOf } from '../../web/recruiter/invite/table/people-rules.ts';
import { rowsOfText } from '../../web/recruiter/invite/table/rows-of-text.ts';
import type { MemberActor } from '../../worker/domain/actors.ts';
import { inviteMany } from '../../worker/domain/invitations/invite.ts';
import { planFromTemplate } from '../../worker/domain/plans/template-rules.ts';
import { candidates, plans, roles } from '../../worker/domain/tables.ts';
import { createTenant } from '../../worker/domain/tenants/tenants.ts';
import { type Env, readConfig } from '../../worker/env.ts';
import { makeId } from '../../worker/ids.ts';
import { LIMITS } from '../../worker/limits.ts';
import { openLocalPostgres } from '../../worker/local/postgres.ts';
import { openRegion } from '../../worker/regions/open.ts';
import type { Region } from '../../worker/regions/region.ts';
import { MAILBOX_KEY } from '../support/mailbox-key.ts';
import { type Bench, type BenchResult, median, paired, spread } from './bench.ts';

export const bench: Bench = { name: 'bulk_invite', run };

const MANY = 10_000;
const FEW = 1_000;
const PAIRS = 3;
const TARGET = { ratio: 3, growth: 1.2 };

async function run(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'interloop-bench-'));
  const postgres = await openLocalPostgres(folder, () => {});
  try {
    const region = openRegion(configFor(postgres.port), 'eu');
    await invited(region, FEW);
    const many = await paired(
      PAIRS,
      () => invited(region, MANY),
      () => insertedPlainly(region, MANY),
    );
    const few = await paired(
      PAIRS,
      () => invited(region, FEW),
      () => invited(region, FEW),
    );
    const growth = median(many.product) / MANY / (median([...few.product, ...few.baseline]) / FEW);
    return [
      {
        name: 'bulk_invite',
        value: median(many.ratios),
        unit: '×',
        target: `≤ ${TARGET.ratio}; a row at ${MANY} ≤ ${TARGET.growth} × one at ${FEW}`,
        baseline: `one bulk insert of the rows ${spread(many.baseline, 0)} ms; ours ${spread(many.product, 0)} ms`,
        ok: median(many.ratios) <= TARGET.ratio && growth <= TARGET.growth,
        notes: [`a row at ${MANY} costs ${growth.toFixed(2)} × one at ${FEW}; A/A ${spread(few.ratios)}`],
      },
    ];
  } finally {
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the page and the server do with a file, in the requests that the page makes. */
async function invited(region: Region, count: number): Promise<number> {
  // A tenant of its own: a day's quota is for one.
  const actor = await anOwner(region);
  const roleId = await aRole(region, actor);
  const text = csv(count);
  const from = performance.now();
  const rows = rowsOfText(text);
  const people = peopleOf(rows, guessColumns(rows)).flatMap(({ name, address, problem }) =>
    address === null || problem !== null ? [] : [{ name, address }],
  );
  for (let at = 0; at < people.length; at += LIMITS.invitation.atOnce) {
    await inviteMany(region, actor, { roleId, people: people.slice(at, at + LIMITS.invitation.atOnce), days: 7 });
  }
  const took = performance.now() - from;
  if (people.length !== count) throw new Error(`${people.length} of ${count} rows were people`);
  return took;
}

async function insertedPlainly(region: Region, count: number): Promise<number> {
  const actor = await anOwner(region);
  const roleId = await aRole(region, actor);
  const rows = Array.from({ length: count }, (_, n) => ({
    id: makeId(region.id, 'candidate', region.random(16)),
    tenantId: actor.tenantId,
    roleId,
    name: `Person, ${n}`,
    email: `person.${n}@example.com`,
  }));
  const from = performance.now();
  await region.database.batch({ tenant: actor.tenantId }, (db) => [db.insert(candidates).values(rows)]);
  return performance.now() - from;
}

function csv(count: number): string {
  return ['Name;E-mail', ...Array.from({ length: count }, (_, n) => `"Person, ${n}";person.${n}@example.com`)].join(
    '\n',
  );
}

async function aRole(region: Region, actor: MemberActor): Promise<string> {
  const id = makeId(region.id, 'role', region.random(16));
  const base = { tenantId: actor.tenantId, createdBy: actor.memberId };
  const plan = {
    id: makeId(region.id, 'plan', region.random(16)),
    roleId: id,
    version: 1,
    content: planFromTemplate('support', 'Night baker'),
  };
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.insert(roles).values({ id, title: 'Night baker', ...base }),
    db.insert(plans).values({ ...plan, ...base, madeBy: 'hand', publishedAt: region.now() }),
  ]);
  return id;
}

async function anOwner(region: Region): Promise<MemberActor> {
  const owner = { name: 'Ines Carvalho', email: 'owner@example.com' };
  const made = await createTenant(
    region,
    { kind: 'operator', name: 'bench' },
    { name: 'Harbour Bakery', processing: 'anywhere', owner },
  );
  return { kind: 'member', ...made, sessionId: '', role: 'owner', hiddenRoles: [], ...owner };
}

function configFor(port: number) {
  return readConfig({
    DATABASE_URL_EU: `postgres://interloop:interloop@127.0.0.1:${port}/interloop_eu`,
    FILES_EU: {},
    SESSION_SECRET: 'a secret that only this benchmark knows, long enough',
    OBJECT_PLACEMENT: 'name',
    PUBLIC_ORIGIN: 'http://interloop.test',
    MAILBOX_KEY,
  } as unknown as Env);
}
