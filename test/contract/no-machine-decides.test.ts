/** Nobody is turned down without a person: no route of any audience, no key and no race leads there. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { candidateRoutes } from '../../worker/audiences/candidate/routes.ts';
import { hookRoutes } from '../../worker/audiences/hooks/routes.ts';
import { operatorRoutes } from '../../worker/audiences/operator/routes.ts';
import { recruiterRoutes } from '../../worker/audiences/recruiter/routes.ts';
import { visitorRoutes } from '../../worker/audiences/visitor/routes.ts';
import { openCandidateSession } from '../../worker/domain/candidates/candidate-sessions.ts';
import { endInterview } from '../../worker/domain/interviews/note-step.ts';
import { scoreInterview } from '../../worker/domain/interviews/score-interview.ts';
import { decisions, type EndReason, interviews } from '../../worker/domain/tables.ts';
import { asksForReview, ownCard } from '../support/asked-review.ts';
import { anInterview, aRole, itsReport } from '../support/finished-interview.ts';
import { aMember, aTenant, type Person, region, request } from '../support/story.ts';

const DECIDING = 'POST /api/recruiter/interviews/:id/decisions';
const REJECT = { kind: 'reject', reason: 'No.', seen: 0, feedback: false };
/** What every body of any route could want, and what a decision could be smuggled in as. */
const EVERYTHING = {
  ...REJECT,
  ...ownCard(1, 1),
  state: 'declined',
  decision: REJECT,
  decisions: [REJECT],
  criterionId: 'calm',
  level: 1,
  answer: 'Rejected.',
  text: 'Rejected.',
  name: 'Rejected',
  title: 'Rejected',
  archived: true,
  blind: true,
  on: true,
};

async function waiting() {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { interviewId, candidateId } = await anInterview(owner, role);
  await itsReport(owner, interviewId, role.planId);
  const requestId = await asksForReview(owner, interviewId);
  const opened = await openCandidateSession(region(), { tenantId: owner.tenantId, interviewId, candidateId }, 'test');
  const ids = { id: interviewId, interview: interviewId, role: role.roleId, plan: role.planId, request: requestId };
  return { owner, role, interviewId, ids, candidate: `__Host-il-candidate=${opened.secret}` };
}

const ROUTES = Object.keys({
  ...candidateRoutes,
  ...hookRoutes,
  ...operatorRoutes,
  ...recruiterRoutes,
  ...visitorRoutes,
})
  // What signs whoever walks out comes last.
  .sort((a, b) => Number(/session|sign-out/.test(a)) - Number(/session|sign-out/.test(b)));

/** What each route answered. */
async function walk(ids: Record<string, string>, headers: Record<string, string>, skip: string | null) {
  const answered = new Map<string, number>();
  for (const key of ROUTES.filter((one) => one !== skip)) {
    const [method = 'GET', path = ''] = key.split(' ');
    const at = path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => ids[name] ?? 'eu');
    const bare = method === 'GET' || method === 'DELETE';
    const answer = await request(at, {
      method,
      headers: bare ? headers : { 'content-type': 'application/json', ...headers },
      ...(bare ? {} : { body: JSON.stringify(EVERYTHING) }),
    });
    await answer.body?.cancel();
    answered.set(key, answer.status);
  }
  return answered;
}

async function standing(of: Person, interviewId: string) {
  const [[interview], made] = await region().database.batch({ tenant: of.tenantId }, (db) => [
    db.select().from(interviews).where(eq(interviews.id, interviewId)),
    db.select().from(decisions).where(eq(decisions.interviewId, interviewId)).orderBy(decisions.number),
  ]);
  return { state: interview?.state, made };
}

test('the walk knows every route there is', () => {
  expect(ROUTES.length).toBeGreaterThan(60);
  expect(ROUTES).toContain(DECIDING);
});

test('candidate, visitor, operator, provider, and a member of another tenant: no route of any audience decides', async () => {
  const { owner, interviewId, ids, candidate } = await waiting();
  const stranger = await aTenant();
  const key = String((env as unknown as { OPERATOR_KEY?: string }).OPERATOR_KEY);
  const actors: Record<string, string>[] = [
    { cookie: candidate },
    { authorization: `Bearer ${key}` },
    { cookie: '__Host-il-member=eu_garbage', authorization: 'Bearer forged' },
    { cookie: stranger.cookie },
  ];
  for (const headers of actors) {
    await walk(ids, headers, null);
    expect(await standing(owner, interviewId)).toEqual({ state: 'to-decide', made: [] });
  }
});

test.each(['owner', 'admin', 'recruiter', 'reviewer', 'auditor'] as const)(
  'a member who is %s decides by the one route for it or not at all',
  async (role) => {
    const { owner, interviewId, ids } = await waiting();
    const member = role === 'owner' ? owner : await aMember(owner, role);
    const mayDecide = role !== 'reviewer' && role !== 'auditor';
    const answered = await walk(ids, { cookie: member.cookie }, mayDecide ? DECIDING : null);
    // They were signed in all the way, and what they sent was taken where they may send it.
    const over = 'POST /api/recruiter/interviews/:id/overrides';
    expect(answered.get(over)).toBe(mayDecide ? 204 : 403);
    expect(answered.get('GET /api/recruiter/interviews/:id/report')).toBe(200);
    expect(answered.get(DECIDING)).toBe(mayDecide ? undefined : 403);
    expect(await standing(owner, interviewId)).toEqual({ state: 'to-decide', made: [] });
  },
);

test('a decision needs a reason, and on record how long it was looked at and what of it was heard', async () => {
  const { owner, interviewId } = await waiting();
  const at = `/api/recruiter/interviews/${interviewId}/decisions`;
  for (const missing of ['kind', 'reason', 'seen']) {
    const body = Object.fromEntries(Object.entries(REJECT).filter(([name]) => name !== missing));
    expect([missing, (await owner.send('POST', at, body)).status]).toEqual([missing, 422]);
  }
  for (const wrong of [{ seen: -1 }, { kind: 'decline' }, { reason: '\u00a0 ' }, { memberId: 'x', seen: '0' }]) {
    expect((await owner.send('POST', at, { ...REJECT, ...wrong })).status).toBe(422);
  }
  expect((await standing(owner, interviewId)).made).toEqual([]);
  expect((await owner.send('POST', at, { ...REJECT, memberId: 'eu_mem_somebody' })).status).toBe(201);
  const { state, made } = await standing(owner, interviewId);
  expect(state).toBe('declined');
  expect(made).toMatchObject([{ memberId: owner.memberId, openedForMs: 0, quotesPlayed: 0, reason: 'No.' }]);
});

test('everybody at once: one decision, by a member who may, and the interview stands as it says', async () => {
  const { owner, interviewId, ids, candidate } = await waiting();
  const team = await Promise.all(
    (['admin', 'recruiter', 'reviewer', 'auditor'] as const).map((one) => aMember(owner, one)),
  );
  const at = `/api/recruiter/interviews/${interviewId}`;
  const kinds = ['reject', 'advance', 'hold', 'reject', 'reject'] as const;
  const answers = await Promise.all([
    ...[owner, ...team].map((one, n) => one.send('POST', `${at}/decisions`, { ...REJECT, kind: kinds[n] })),
    request(`${at}/decisions`, {
      method: 'POST',
      body: JSON.stringify(REJECT),
      headers: { 'content-type': 'application/json', cookie: candidate },
    }),
    ...team.map((one) => one.send('POST', `${at}/cards`, ownCard(1, 1))),
    ...team.map((one) => one.send('POST', `${at}/overrides`, { criterionId: 'calm', level: 1, reason: 'x' })),
    ...team.map((one) => one.send('POST', `/api/recruiter/requests/${ids.request}/answer`, { answer: 'x' })),
    owner.send('POST', `${at}/scoring`),
  ]);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  const { state, made } = await standing(owner, interviewId);
  expect(made).toHaveLength(1);
  const may = [owner, ...team.slice(0, 2)].map(({ memberId }) => memberId);
  expect(may).toContain(made[0]?.memberId);
  expect(state).toBe({ advance: 'next-round', hold: 'on-hold', reject: 'declined' }[made[0]?.kind ?? 'hold']);
});

test('the session that works on alone ends and judges, and decides nothing', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  const reasons: EndReason[] = ['completed', 'time-up', 'withdrew', 'human-requested', 'left', 'expired'];
  for (const reason of reasons) {
    const { interviewId } = await anInterview(owner, role, { state: 'in-interview' });
    const actor = { kind: 'system', tenantId: owner.tenantId, interviewId } as const;
    await endInterview(region(), actor, { reason, at: region().now() });
    await scoreInterview(region(), actor, { attempts: 9 });
    const { state, made } = await standing(owner, interviewId);
    expect(['next-round', 'on-hold', 'declined']).not.toContain(state);
    expect(made).toEqual([]);
  }
});
