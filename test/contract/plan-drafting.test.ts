/** Drafting by a model: told step by step, counted, kept only when it is whole, and by rules where no model may be asked. */
import { eq } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import type { DraftStep } from '../../worker/domain/plans/drafting/steps-shape.ts';
import { tenants } from '../../worker/domain/tables.ts';
import { planSpend } from '../../worker/domain/tables-beside.ts';
import { ProviderFault } from '../../worker/provider-faults.ts';
import type { Model } from '../../worker/providers/model/model.ts';
import type { Placed } from '../../worker/regions/region.ts';
import { think } from '../emulators/think.ts';
import { aTenant, type Person, region } from '../support/story.ts';

const DESCRIPTION = `Night baker
- calm a customer who waited too long, and keep what you promise
- decide each morning what comes first when everything seems urgent
- train two apprentices within a year
Ask everybody: How old are you?`;

const { makers } = region();
const usual = makers.models;
afterEach(() => {
  makers.models = usual;
});

function model(answer: (asked: { instructions: string; signal: AbortSignal }) => Promise<string> | string): Model {
  return {
    maker: 'gemini',
    model: 'gemini-3.8-flash',
    async *think({ instructions, input, schema, signal, onUsage }) {
      onUsage({ maker: 'gemini', model: 'gemini-3.8-flash', unit: 'text-out-tokens', amount: 1_000 });
      const said = await answer({ instructions, signal });
      yield said === '' ? await think({ instructions, input, schema: schema?.schema ?? null }) : said;
    },
  };
}
const here = (use: Model): Placed<Model> => ({ place: 'here', use });

async function aRole(of: Person): Promise<string> {
  const made = await of.send('POST', '/api/recruiter/roles', { title: 'Night baker' });
  return ((await made.json()) as { id: string }).id;
}

const draft = (of: Person, role: string, revision: number | null = null) =>
  of.send('POST', `/api/recruiter/roles/${role}/plan/drafting`, { revision, description: DESCRIPTION });

async function stepsOf(answer: Response): Promise<DraftStep[]> {
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
  const text = new TextDecoder().decode(await answer.arrayBuffer());
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as DraftStep);
}

const spentBy = async ({ tenantId }: Person) =>
  (
    await region().database.batch({ tenant: tenantId }, (db) => [
      db.select().from(planSpend).where(eq(planSpend.tenantId, tenantId)),
    ])
  )[0];

test('a model’s plan is told section by section, kept as a draft, and what it cost is counted', async () => {
  makers.models = [here(model(() => ''))];
  const owner = await aTenant();
  const role = await aRole(owner);
  const steps = await stepsOf(await draft(owner, role));
  expect(steps.map(({ step }) => step)).toEqual(['asked', 'outline', ...Array(4).fill('section'), 'done']);
  expect(JSON.stringify(steps)).not.toMatch(/old are you\?"/);
  const {
    draft: kept,
    published,
    description,
  } = (await (await owner.get(`/api/recruiter/roles/${role}/plan`)).json()) as {
    draft: { madeBy: string; gaps: []; revision: number };
    published: null;
    description: string;
  };
  expect({ ...kept, published, description }).toMatchObject({
    madeBy: 'model',
    gaps: [],
    published: null,
    description: DESCRIPTION,
  });
  const [row] = await spentBy(owner);
  expect(row).toMatchObject({ roleId: role, micros: 18_000 });
  expect(await (await owner.get('/api/recruiter/spend')).json()).toMatchObject({ monthMicros: 18_000 });
});

test('without a model, or with one that fails, the rules draft and say why', async () => {
  const owner = await aTenant();
  makers.models = [];
  const without = await stepsOf(await draft(owner, await aRole(owner)));
  expect(without[0]).toMatchObject({ step: 'outline', by: 'rules', why: 'none' });
  expect(without.at(-1)).toMatchObject({ step: 'done', draft: { madeBy: 'rules', gaps: [] } });
  makers.models = [
    here(
      model(() => {
        throw new ProviderFault('gemini', 'quota', { status: 429 });
      }),
    ),
  ];
  const failed = await stepsOf(await draft(owner, await aRole(owner)));
  expect(failed.find(({ step }) => step === 'outline')).toMatchObject({ by: 'rules', why: 'failed' });
  expect(failed.at(-1)).toMatchObject({ step: 'done', draft: { madeBy: 'rules' } });
});

test('a tenant that keeps to its region, and one whose month is spent, ask no model elsewhere or at all', async () => {
  let asked = 0;
  const counting = model(() => {
    asked += 1;
    return '';
  });
  makers.models = [{ place: 'anywhere', use: counting }];
  const kept = await aTenant('eu', 'region');
  expect((await stepsOf(await draft(kept, await aRole(kept))))[0]).toMatchObject({ by: 'rules', why: 'none' });
  const poor = await aTenant();
  await region().database.batch({ tenant: poor.tenantId }, (db) => [
    db.update(tenants).set({ spendCapMicros: 0 }).where(eq(tenants.id, poor.tenantId)),
  ]);
  expect((await stepsOf(await draft(poor, await aRole(poor))))[0]).toMatchObject({ by: 'rules', why: 'cap' });
  expect(asked).toBe(0);
});

test('a draft that is stopped changes nothing, ends the asking, and is counted all the same', async () => {
  // A flag, and no promise: one that another request settles goes on in that request's context and waits for its end.
  let ended = false;
  makers.models = [
    here(
      model(async ({ instructions, signal }) => {
        if (instructions.includes('You plan')) return '';
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        ended = true;
        throw new ProviderFault('gemini', 'timeout');
      }),
    ),
  ];
  const owner = await aTenant();
  const role = await aRole(owner);
  const answer = await draft(owner, role);
  const reader = answer.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await expect.poll(() => ended).toBe(true);
  expect(await (await owner.get(`/api/recruiter/roles/${role}/plan`)).json()).toMatchObject({ draft: null });
  await expect.poll(async () => (await spentBy(owner)).length).toBe(1);
});

test('a draft over somebody else’s newer one is refused before anything is asked', async () => {
  makers.models = [here(model(() => ''))];
  const owner = await aTenant();
  const role = await aRole(owner);
  await stepsOf(await draft(owner, role));
  expect((await draft(owner, role)).status).toBe(409);
  expect((await stepsOf(await draft(owner, role, 1))).at(-1)).toMatchObject({ step: 'done', draft: { revision: 2 } });
  expect((await draft(await aTenant(), role)).status).toBe(404);
});
