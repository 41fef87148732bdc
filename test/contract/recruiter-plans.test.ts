/** Plans: drafted by rules, saved by revision, published once, never changed after. */
import { expect, test } from 'vitest';
import { auditOf } from '../support/finished-interview.ts';
import { aMember, aTenant, type Person } from '../support/story.ts';

interface Draft {
  version: number;
  revision: number;
  content: { sections: { questions: { text: string; source?: string }[] }[]; title: string };
  gaps: { code: string; pointer: string }[];
}

const DESCRIPTION = `Night baker

What you will do
- calm a customer who waited too long, and keep what you promise
- decide each morning what comes first when everything seems urgent
- train two apprentices within a year

We pay well. You are between 20 and 30 years of age.`;

async function aRoleOf(of: Person): Promise<string> {
  const made = await of.send('POST', '/api/recruiter/roles', { title: 'Night baker', location: 'Bremen' });
  expect(made.status).toBe(201);
  return ((await made.json()) as { id: string }).id;
}

const at = (role: string, rest = '') => `/api/recruiter/roles/${role}/plan${rest}`;

async function drafted(of: Person, role: string, revision: number | null = null): Promise<Draft> {
  const answer = await of.send('POST', at(role, '/draft'), { from: 'description', revision, description: DESCRIPTION });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Draft;
}

test('a job description becomes a plan whose questions name their phrases, and nothing asks about age', async () => {
  const owner = await aTenant();
  const role = await aRoleOf(owner);
  const draft = await drafted(owner, role);
  expect(draft).toMatchObject({ version: 1, revision: 1, gaps: [] });
  const sources = draft.content.sections.flatMap(({ questions }) => questions.flatMap(({ source }) => source ?? []));
  expect(sources.length).toBeGreaterThanOrEqual(3);
  for (const source of sources) expect(DESCRIPTION).toContain(source);
  expect(sources.join()).not.toMatch(/age|pay/);
  expect(await (await owner.get(at(role))).json()).toMatchObject({ description: DESCRIPTION, published: null });
});

test('two who edit at once: the second is told, and nothing of the first is lost', async () => {
  const owner = await aTenant();
  const role = await aRoleOf(owner);
  const draft = await drafted(owner, role);
  const save = (title: string, revision: number | null) =>
    owner.send('PUT', at(role), { revision, content: { ...draft.content, title } });
  expect(await (await save('First', 1)).json()).toMatchObject({ revision: 2 });
  expect((await save('Second', 1)).status).toBe(409);
  expect((await save('Third', null)).status).toBe(409);
  expect(await (await owner.get(at(role))).json()).toMatchObject({
    draft: { revision: 2, content: { title: 'First' } },
  });
});

test('an unfinished plan is saved but not published, and each gap names its place', async () => {
  const owner = await aTenant();
  const role = await aRoleOf(owner);
  const { content } = await drafted(owner, role);
  const [first] = content.sections;
  if (first?.questions[0] === undefined) throw new Error('nothing drafted');
  first.questions[0].text = ' ';
  const saved = await owner.send('PUT', at(role), { revision: 1, content });
  expect(await saved.json()).toMatchObject({
    gaps: [{ code: 'question-empty', pointer: '/sections/0/questions/0/text' }],
  });
  const refused = await owner.send('POST', at(role, '/publish'), { revision: 2 });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({
    code: 'plan_not_ready',
    fields: [{ detail: 'question-empty', pointer: '/sections/0/questions/0/text' }],
  });
});

test('a published version stays as it is; editing makes the next, and what differs can be read', async () => {
  const owner = await aTenant();
  const role = await aRoleOf(owner);
  const { content } = await drafted(owner, role);
  expect(await (await owner.send('POST', at(role, '/publish'), { revision: 1 })).json()).toMatchObject({ version: 1 });
  expect((await owner.send('PUT', at(role), { revision: 1, content })).status).toBe(409);
  const next = await owner.send('PUT', at(role), { revision: null, content: { ...content, title: 'Baker' } });
  const draft = (await next.json()) as { version: number; id: string };
  expect(draft.version).toBe(2);
  expect(await (await owner.get(at(role))).json()).toMatchObject({
    published: { version: 1, content: { title: 'Night baker' }, interviews: { all: 0 } },
    draft: { version: 2, content: { title: 'Baker' } },
  });
  expect(await (await owner.get(at(role, '/differences'))).json()).toMatchObject({
    from: 1,
    to: 2,
    differences: [{ what: 'settings', how: 'changed' }],
  });
  expect(await auditOf(owner, draft.id)).toEqual(['plan.saved']);
});

test('200 pages are read; more than a body may hold is refused with a code', async () => {
  const owner = await aTenant();
  const role = await aRoleOf(owner);
  const line = '- keep the ovens at temperature and write down every number that you measure in the night\n';
  const pages = line.repeat(Math.floor(600_000 / line.length));
  const send = (description: string) =>
    owner.send('POST', at(role, '/draft'), { from: 'description', revision: null, description });
  expect((await send('x'.repeat(2_000_000))).status).toBe(413);
  expect((await send('x '.repeat(410_000))).status).toBe(422);
  expect(((await (await send(pages)).json()) as Draft).gaps).toEqual([]);
});

test('every template makes a plan that can be published', async () => {
  const owner = await aTenant();
  const { templates } = (await (await owner.get('/api/recruiter/plan-templates')).json()) as {
    templates: { id: string }[];
  };
  for (const { id } of templates) {
    const role = await aRoleOf(owner);
    await owner.send('POST', at(role, '/draft'), { from: 'template', revision: null, template: id });
    expect((await owner.send('POST', at(role, '/publish'), { revision: 1 })).status).toBe(200);
  }
  expect(templates.length).toBeGreaterThan(2);
});

test('a reviewer reads and does not write; another tenant’s role is not there', async () => {
  const owner = await aTenant();
  const role = await aRoleOf(owner);
  const reviewer = await aMember(owner, 'reviewer');
  expect((await reviewer.get(at(role))).status).toBe(200);
  expect((await reviewer.send('POST', at(role, '/publish'), { revision: 1 })).status).toBe(403);
  expect((await reviewer.send('POST', '/api/recruiter/roles', { title: 'x' })).status).toBe(403);
  const stranger = await aTenant();
  const asked = [
    await stranger.get(at(role)),
    await stranger.send('POST', at(role, '/draft'), { from: 'description', revision: null, description: 'x' }),
    await stranger.send('PATCH', `/api/recruiter/roles/${role}`, { title: 'mine' }),
  ];
  expect(asked.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test('a question about who somebody is holds a plan back until a member says that it is meant', async () => {
  const owner = await aTenant();
  const role = await aRoleOf(owner);
  const { content } = await drafted(owner, role);
  const [first] = content.sections;
  if (first?.questions[0] === undefined) throw new Error('nothing drafted');
  first.questions[0].text = 'How old are you, and are you married?';
  const saved = await owner.send('PUT', at(role), { revision: 1, content });
  const private0 = { trait: 'age', pointer: '/sections/0/questions/0' };
  expect(await saved.json()).toMatchObject({ gaps: [], privateQuestions: [private0] });
  const refused = await owner.send('POST', at(role, '/publish'), { revision: 2 });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ fields: [{ detail: 'private-age', pointer: private0.pointer }] });
  expect((await owner.send('POST', at(role, '/publish'), { revision: 2, privateSeen: true })).status).toBe(200);
});
