/** A role for its own team is not there for anybody else: on every route that leads to it, in every list and count. */
import { expect, test } from 'vitest';
import { forgetActor } from '../../worker/audiences/actor-memory.ts';
import { recruiterRoutes } from '../../worker/audiences/recruiter/routes.ts';
import { asksForReview, ownCard } from '../support/asked-review.ts';
import { anInterview, aRole, auditOf, itsReport, PLAN } from '../support/finished-interview.ts';
import { aMember, aTenant, type Person, request } from '../support/story.ts';

const NAME = 'Zebedee Quill';

interface Story {
  owner: Person;
  mate: Person;
  outsider: Person;
  ids: Record<string, string>;
}

/** A role with a person who has a report, a request and a link; one recruiter is on its team, one is not. */
async function aTeamRole(): Promise<Story> {
  const owner = await aTenant();
  const mate = await aMember(owner, 'recruiter');
  const role = await aRole(owner);
  const { interviewId } = await anInterview(owner, role, { name: NAME });
  await itsReport(owner, interviewId, role.planId);
  await anInterview(owner, role, { name: NAME, state: 'in-interview' });
  const request = await asksForReview(owner, interviewId);
  const listed = await owner.get(`/api/recruiter/roles/${role.roleId}/invitations`);
  const [invitation] = ((await listed.json()) as { invitations: { id: string }[] }).invitations;
  expect((await team(owner, role.roleId, [mate])).status).toBe(204);
  const outsider = await aMember(owner, 'recruiter');
  const ids = { role: role.roleId, id: interviewId, interview: interviewId, request, invitation: invitation?.id ?? '' };
  return { owner, mate, outsider, ids };
}

const team = (of: Person, roleId: string, members: Person[], teamOnly = true) =>
  of.send('PUT', `/api/recruiter/roles/${roleId}/team`, { teamOnly, members: members.map(({ memberId }) => memberId) });

/** Whole bodies, so that a route is refused for whose it is and not for what was sent. */
const BODIES: Record<string, unknown> = {
  'PUT /api/recruiter/interviews/:id/adjustments': {
    adjustments: { extraTime: null, textOnly: true, breaks: null, language: null, until: null, person: false },
    seen: 0,
  },
  'POST /api/recruiter/interviews/:id/decisions': { kind: 'hold', reason: 'We think about it for a week.', seen: 0 },
  'POST /api/recruiter/interviews/:id/cards': ownCard(3, null),
  'POST /api/recruiter/interviews/:id/reading': { played: null },
  'POST /api/recruiter/interviews/:id/overrides': { criterionId: 'calm', level: 3, reason: 'Heard otherwise.' },
  'POST /api/recruiter/roles/:role/invitations': { name: 'x', email: 'x@example.com' },
  'PUT /api/recruiter/roles/:role/invitation-mail': { letter: null, reminderDays: 1 },
  'POST /api/recruiter/roles/:role/invitations/many': { people: [{ name: 'x', email: 'y@example.com' }] },
  'POST /api/recruiter/roles/:role/invitations/known': { emails: ['x@example.com'] },
  'POST /api/recruiter/invitations/:invitation/again': {},
  'PUT /api/recruiter/roles/:role/plan': { revision: null, content: PLAN },
  'POST /api/recruiter/roles/:role/plan/draft': { from: 'description', revision: null, description: 'Bakes bread.' },
  'POST /api/recruiter/roles/:role/plan/drafting': { revision: null, description: 'Bakes bread.' },
  'POST /api/recruiter/roles/:role/plan/publish': { revision: 1 },
  'PATCH /api/recruiter/roles/:role': { title: 'Taken over' },
  'POST /api/recruiter/roles/:role/copy': { title: 'Copied' },
  'POST /api/recruiter/roles/:role/own-template': { title: 'Kept' },
  'PUT /api/recruiter/roles/:role/team': { teamOnly: false, members: [] },
  'POST /api/recruiter/requests/:request/answer': { answer: 'We looked again.' },
  'PUT /api/recruiter/interviews/:interview/resume': { text: 'A curriculum.' },
};
const QUERIES: Record<string, string> = {
  'GET /api/recruiter/roles/:role/invitation-mail': '?name=x',
  'GET /api/recruiter/roles/:role/compare': '?interviews=:id',
  'GET /api/recruiter/interviews/:id/recording/export': '',
};

const reaching = Object.keys(recruiterRoutes).filter((key) => /:(role|id|interview|request|invitation)\b/.test(key));

async function call(by: Person, key: string, ids: Record<string, string>): Promise<Response> {
  const [method = '', path = ''] = `${key}${QUERIES[key] ?? ''}`.split(' ');
  const address = path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? name);
  if (key.endsWith('/resume/file')) {
    const file = { method, body: '%PDF-1.7', headers: { 'content-type': 'application/pdf' }, cookie: by.cookie };
    return await request(address, file);
  }
  return await by.send(
    method,
    address,
    method === 'GET' || method === 'DELETE' ? undefined : (BODIES[key] ?? undefined),
  );
}

test('whoever is not on the team gets the answer of a role that does not exist, on every route', async () => {
  const { owner, outsider, ids } = await aTeamRole();
  const missing = Object.fromEntries(
    Object.entries(ids).map(([name, id]) => [name, id.slice(0, -6) + [...id.slice(-6)].reverse().join('')]),
  );
  const open: string[] = [];
  const walked = reaching.map(async (key) => {
    const [theirs, nobodys] = await Promise.all([call(outsider, key, ids), call(outsider, key, missing)]);
    const [text, nothing] = await Promise.all([theirs.text(), nobodys.text()]);
    const refusedForInput = theirs.status === 422 || theirs.status === 415;
    if (theirs.status !== nobodys.status || text !== nothing || refusedForInput) {
      open.push(`${key} ${theirs.status} ${nobodys.status} ${text.slice(0, 200)}`);
    }
  });
  await Promise.all(walked);
  expect(open).toEqual([]);
  // Nothing of it was done either.
  expect(await auditOf(owner, ids.role ?? '')).not.toContain('role.archived');
  const role = await owner.get(`/api/recruiter/roles/${ids.role}`);
  expect(await role.json()).toMatchObject({ title: PLAN.title });
}, 90_000);

test('the same reads answer whoever is on the team, and the owner', async () => {
  const { owner, mate, ids } = await aTeamRole();
  const reads = reaching.filter((key) => key.startsWith('GET ') && !key.includes('recording/export'));
  for (const by of [owner, mate]) {
    for (const key of reads) {
      const answer = await call(by, key, ids);
      await answer.body?.cancel();
      expect([key, answer.status === 404]).toEqual([key, false]);
    }
  }
});

test('no list, no count and no search tells of it', async () => {
  const { mate, outsider, ids } = await aTeamRole();
  const lists = ['home', 'roles', 'live', 'live/lines', 'requests', 'waiting', 'search?words=quill'];
  for (const list of lists) {
    const [seen, hidden] = await Promise.all(
      [mate, outsider].map(async (by) => await (await by.get(`/api/recruiter/${list}`)).text()),
    );
    expect([list, hidden === seen]).toEqual([list, false]);
    expect(hidden).not.toContain(NAME);
    expect(hidden).not.toContain(ids.role);
    expect(hidden).not.toContain(ids.id);
  }
  expect(await (await outsider.get('/api/recruiter/waiting')).json()).toMatchObject({ requests: 0, live: 0 });
});

test('leaving the team closes the role, coming back opens it; whoever closes it to others stays on it', async () => {
  const { owner, mate, ids } = await aTeamRole();
  const role = ids.role ?? '';
  const asked = async (by: Person) => {
    forgetActor('member', by.cookie.split('=')[1] ?? '');
    return (await by.get(`/api/recruiter/roles/${role}`)).status;
  };
  expect(await asked(mate)).toBe(200);
  await team(owner, role, []);
  expect(await asked(mate)).toBe(404);
  expect(await asked(owner)).toBe(200);
  await team(owner, role, [], false);
  expect(await asked(mate)).toBe(200);
  expect((await team(mate, role, [])).status).toBe(204);
  expect(await asked(mate)).toBe(200);
  const stranger = await aTenant();
  expect((await team(owner, role, [stranger])).status).toBe(422);
  expect((await team(await aMember(owner, 'reviewer'), role, [])).status).toBe(403);
});

test('a copy has the plan, the words and the team of its role, and none of its people', async () => {
  const { owner, mate, outsider, ids } = await aTeamRole();
  const made = await mate.send('POST', `/api/recruiter/roles/${ids.role}/copy`, { title: 'Day baker' });
  const { id } = (await made.json()) as { id: string };
  const plan = (await (await owner.get(`/api/recruiter/roles/${id}/plan`)).json()) as {
    draft: { content: { title: string; sections: unknown } };
    published: unknown;
  };
  expect(plan.draft.content).toMatchObject({ title: 'Day baker', sections: PLAN.sections });
  expect(plan.published).toBeNull();
  const people = await owner.get(`/api/recruiter/roles/${id}/pipeline`);
  expect(await people.json()).toMatchObject({ rows: [] });
  forgetActor('member', outsider.cookie.split('=')[1] ?? '');
  expect((await outsider.get(`/api/recruiter/roles/${id}`)).status).toBe(404);
  expect((await mate.get(`/api/recruiter/roles/${id}`)).status).toBe(200);
  expect((await (await aTenant()).send('POST', `/api/recruiter/roles/${ids.role}/copy`, { title: 'x' })).status).toBe(
    404,
  );
});

test('a plan is kept as the tenant’s own template, begins another role’s plan, and is nobody else’s', async () => {
  const owner = await aTenant();
  const { roleId } = await aRole(owner);
  const kept = await owner.send('POST', `/api/recruiter/roles/${roleId}/own-template`, { title: 'Bakers' });
  const { id } = (await kept.json()) as { id: string };
  const listed = await (await owner.get('/api/recruiter/own-templates')).json();
  expect(listed).toMatchObject({
    templates: [{ id, title: 'Bakers', questions: 1, criteria: ['Stays calm', 'Decides with numbers'] }],
  });
  const made = await owner.send('POST', '/api/recruiter/roles', { title: 'Second shift' });
  const other = ((await made.json()) as { id: string }).id;
  const draft = { from: 'own-template', revision: null, template: id };
  const begun = await owner.send('POST', `/api/recruiter/roles/${other}/plan/draft`, draft);
  expect(await begun.json()).toMatchObject({ content: { title: 'Second shift', sections: PLAN.sections } });
  const stranger = await aTenant();
  const theirs = await aRole(stranger);
  const stolen = await stranger.send('POST', `/api/recruiter/roles/${theirs.roleId}/plan/draft`, draft);
  expect(stolen.status).toBe(404);
  expect((await stranger.send('DELETE', `/api/recruiter/own-templates/${id}`)).status).toBe(404);
  expect((await owner.send('DELETE', `/api/recruiter/own-templates/${id}`)).status).toBe(204);
  expect(await (await owner.get('/api/recruiter/own-templates')).json()).toEqual({ templates: [] });
});
