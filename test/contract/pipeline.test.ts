/** The pipeline of a role: paged by keyset, searched, filtered, and never another tenant's. */
import { expect, test } from 'vitest';
import { makeId } from '../../worker/ids.ts';
import { anInterview, aRole, auditOf, itsReport } from '../support/finished-interview.ts';
import { aTenant, type Person, region } from '../support/story.ts';

interface Page {
  rows: { id: string; name: string; state: string; levels: unknown }[];
  counts: Record<string, number>;
  next: string | null;
}

async function page(of: Person, roleId: string, query = ''): Promise<Page> {
  return (await (await of.get(`/api/recruiter/roles/${roleId}/pipeline?${query}`)).json()) as Page;
}

async function whole(of: Person, roleId: string, query: string): Promise<string[]> {
  const names: string[] = [];
  let after = '';
  do {
    const one = await page(of, roleId, `${query}&limit=3${after}`);
    names.push(...one.rows.map(({ name }) => name));
    after = one.next === null ? '' : `&after=${one.next}`;
  } while (after !== '');
  return names;
}

test('what waits for somebody stands first, and pages follow each other without a gap or a double', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  const day = (n: number) => new Date(`2026-11-${n}T16:00:00Z`);
  await anInterview(owner, role, { name: 'closed', state: 'withdrawn' });
  await anInterview(owner, role, { name: 'invited', state: 'invited', dueAt: null });
  await anInterview(owner, role, { name: 'late', dueAt: day(20) });
  for (const name of ['a', 'b', 'c', 'd']) await anInterview(owner, role, { name, dueAt: day(25) });
  await anInterview(owner, role, { name: 'live', state: 'in-interview', dueAt: null });
  await anInterview(owner, role, { name: 'no date', dueAt: null });
  const order = await whole(owner, role.roleId, 'sort=due');
  expect(order[0]).toBe('late');
  expect(order.slice(1, 5).sort()).toEqual(['a', 'b', 'c', 'd']);
  expect(order.slice(5)).toEqual(['no date', 'live', 'invited', 'closed']);
  expect(await whole(owner, role.roleId, 'sort=name')).toEqual([...order].sort());
  expect([...(await whole(owner, role.roleId, 'sort=newest'))].sort()).toEqual([...order].sort());
  const { counts } = await page(owner, role.roleId);
  expect(counts).toMatchObject({ 'to-decide': 6, 'in-progress': 1, invited: 1, closed: 1 });
  expect((await page(owner, role.roleId, 'show=in-progress')).rows.map(({ name }) => name)).toEqual(['live']);
});

test('a search finds a part of a name, and signs of the pattern are only signs', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  await anInterview(owner, role, { name: 'Katarzyna Zielińska' });
  await anInterview(owner, role, { name: '100% Ahmed \u200f😀' });
  const names = async (search: string) =>
    (await page(owner, role.roleId, `search=${encodeURIComponent(search)}`)).rows.map(({ name }) => name);
  expect(await names('ZIEL')).toEqual(['Katarzyna Zielińska']);
  expect(await names('%')).toEqual(['100% Ahmed \u200f😀']);
  expect(await names('_')).toEqual([]);
  expect(await names("'; drop")).toEqual([]);
});

test('marks, case and signs make no difference to a search; words of the line are found, hidden names are not', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  const noor = await anInterview(owner, role, { name: 'Noor El-Amrani' });
  await anInterview(owner, role, { name: 'Katarzyna Zielińska', state: 'invited', fresh: true });
  await anInterview(owner, role, { name: 'Łukasz O’Brien', state: 'invited', fresh: true });
  await anInterview(owner, role, { name: 'أَمينة بيلو', state: 'invited', fresh: true });
  const names = async (search: string, by = owner) =>
    (await page(by, role.roleId, `search=${encodeURIComponent(search)}`)).rows.map(({ name }) => name);
  expect(await names('el amrani')).toEqual(['Noor El-Amrani']);
  expect(await names('amrani noor')).toEqual(['Noor El-Amrani']);
  expect(await names('zielinska')).toEqual(['Katarzyna Zielińska']);
  expect(await names('ZIELIN\u0301SKA')).toEqual(['Katarzyna Zielińska']);
  expect(await names('lukasz o brien')).toEqual(['Łukasz O’Brien']);
  expect(await names('أمينة')).toEqual(['أَمينة بيلو']);
  expect(await names('before anybody')).toEqual(['Noor El-Amrani']);
  expect(await names(noor.email.toUpperCase())).toEqual(['Noor El-Amrani']);
  expect(await names('nobody of this name')).toEqual([]);
  await owner.send('PATCH', `/api/recruiter/roles/${role.roleId}`, { blind: true });
  expect(await names('amrani')).toEqual([]);
  expect(await names('before anybody')).toEqual([]);
  expect(await names(`#${noor.interviewId.slice(-5)}`)).toHaveLength(1);
});

test('a search over all roles finds people of each, and nobody of another tenant', async () => {
  const owner = await aTenant();
  const [one, two] = [await aRole(owner), await aRole(owner)];
  await anInterview(owner, one, { name: 'Zoé Ångström' });
  await anInterview(owner, two, { name: 'Zoe Angstrom-Bello' });
  const stranger = await aTenant();
  await anInterview(stranger, await aRole(stranger), { name: 'Zoe Angstrom' });
  const found = async (words: string, by = owner) => {
    const answer = await by.get(`/api/recruiter/search?words=${encodeURIComponent(words)}`);
    return ((await answer.json()) as { people: { name: string }[] }).people.map(({ name }) => name).sort();
  };
  expect(await found('angstrom zoe')).toEqual(['Zoe Angstrom-Bello', 'Zoé Ångström']);
  expect(await found('bello baker')).toEqual(['Zoe Angstrom-Bello']);
  expect(await found('bello', stranger)).toEqual([]);
  await owner.send('PATCH', `/api/recruiter/roles/${two.roleId}`, { blind: true });
  expect(await found('angstrom')).toEqual(['Zoé Ångström']);
  expect((await owner.get('/api/recruiter/search?words=')).status).toBe(422);
});

test('every order pages through everybody once, namesakes and equal lines included', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  for (const state of ['to-decide', 'scoring', 'invited', 'withdrawn', 'to-decide', 'invited', 'to-decide'] as const) {
    await anInterview(owner, role, { name: 'Namesake', state, createdAt: new Date('2026-11-19T10:00:00Z') });
  }
  const all = (await page(owner, role.roleId, 'limit=100')).rows.map(({ id }) => id).sort();
  expect(all).toHaveLength(7);
  for (const sort of ['due', 'name', 'newest', 'state', 'line']) {
    const seen: string[] = [];
    let after = '';
    do {
      const one = await page(owner, role.roleId, `sort=${sort}&limit=2${after}`);
      seen.push(...one.rows.map(({ id }) => id));
      after = one.next === null ? '' : `&after=${one.next}`;
    } while (after !== '' && seen.length < 20);
    expect([sort, [...seen].sort()]).toEqual([sort, all]);
  }
  const states = (await page(owner, role.roleId, 'sort=state')).rows.map(({ state }) => state);
  expect(states).toEqual([...states].sort());
});

test('a row tells its levels, and a report not judged yet tells none', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { interviewId } = await anInterview(owner, role, { name: 'judged' });
  await itsReport(owner, interviewId, role.planId);
  await anInterview(owner, role, { name: 'waiting', state: 'scoring' });
  const { rows } = await page(owner, role.roleId);
  expect(rows.map(({ levels }) => levels)).toEqual([
    [
      { criterion: 'calm', level: 4, changed: false, never: false },
      { criterion: 'numbers', level: null, changed: false, never: false },
    ],
    null,
  ]);
  expect(await auditOf(owner, role.roleId)).toEqual(['pipeline.read']);
});

test('a cursor of somebody’s own making is refused, another tenant’s role is not there', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  for (const cursor of ['x', btoa('{"sort":"due"}'), btoa('{"sort":"name","name":"a","id":"b"}')]) {
    expect((await owner.get(`/api/recruiter/roles/${role.roleId}/pipeline?after=${cursor}`)).status).toBe(422);
  }
  const other = await aTenant();
  const missing = makeId('eu', 'role', region().random(16));
  const [foreign, none] = await Promise.all(
    [role.roleId, missing].map((id) => other.get(`/api/recruiter/roles/${id}/pipeline`)),
  );
  expect(foreign?.status).toBe(404);
  expect(await foreign?.text()).toBe(await none?.text());
});
