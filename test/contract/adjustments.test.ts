/** What a member arranges for one candidate: carried out, told, on record, and never shown to whatever judges. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Adjustments } from '../../worker/domain/adjustments/adjustments-shape.ts';
import { ask } from '../../worker/domain/candidates/ask.ts';
import { openCandidateSession } from '../../worker/domain/candidates/candidate-sessions.ts';
import { scoreInterview } from '../../worker/domain/interviews/score-interview.ts';
import { candidateRequests, interviewEvents, interviews, invitations, turns } from '../../worker/domain/tables.ts';
import { adjustments, mails } from '../../worker/domain/tables-beside.ts';
import { makeId } from '../../worker/ids.ts';
import { ANSWER, anInterview, aRole, auditOf, PLAN } from '../support/finished-interview.ts';
import { anInvited, answerOf, comesIn, type Invited, spokenTurn } from '../support/room-line.ts';
import { aMember, aTenant, type Person, region, request } from '../support/story.ts';

const NOTHING: Adjustments = {
  extraTime: null,
  textOnly: false,
  breaks: null,
  language: null,
  until: null,
  person: false,
};
const path = (id: string) => `/api/recruiter/interviews/${id}/adjustments`;

async function grants(of: Person, id: string, given: Partial<Adjustments>, more: object = {}): Promise<Response> {
  return await of.send('PUT', path(id), { adjustments: { ...NOTHING, ...given }, seen: 0, ...more });
}

async function rowsOf({ owner, interviewId }: Pick<Invited, 'owner' | 'interviewId'>) {
  const [found, links, told, steps] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(interviews).where(eq(interviews.id, interviewId)),
    db.select().from(invitations).where(eq(invitations.interviewId, interviewId)),
    db.select().from(mails).where(eq(mails.purpose, 'request')),
    db.select().from(interviewEvents).where(eq(interviewEvents.interviewId, interviewId)),
  ]);
  return { interview: found[0], link: links[0], mails: told, steps };
}

test('half as much time again is in the plan that the room opens with, and on the candidate’s own page', async () => {
  const invited = await anInvited();
  expect((await grants(invited.owner, invited.interviewId, { extraTime: { by: 'percent', percent: 50 } })).status).toBe(
    200,
  );
  const { secret } = await openCandidateSession(region(), invited.actor, 'test');
  const own = await request('/api/candidate/interview', { cookie: `__Host-il-candidate=${secret}` });
  expect(await own.json()).toMatchObject({ minutes: 23, adjustments: { extraTime: { by: 'percent', percent: 50 } } });
  const line = await comesIn(invited);
  const { view } = await line.hello('client-one');
  expect(view.clock).toMatchObject({ totalMs: 1_350_000, remainingMs: 1_350_000 });
  await line.act({ type: 'start', mode: 'text' });
  await line.phase('speaking');
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  const asked = await line.next((m) => m.type === 'event' && m.event.type === 'view' && m.event.view.question !== null);
  if (asked.type !== 'event' || asked.event.type !== 'view') throw new Error('no view');
  expect(asked.event.view.clock.questionRemainingMs).toBeGreaterThan(180_000);
});

test('in a talk that goes on the clock grows, writing begins, breaks are added, and the room is told', async () => {
  const invited = await anInvited();
  const { owner, interviewId } = invited;
  const line = await comesIn(invited);
  await line.hello('client-one');
  await line.act({ type: 'start', mode: 'voice' });
  await line.phase('speaking');
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  const before = await line.phase('listening');
  expect(before).toMatchObject({ mode: 'voice', breaksLeft: 3, clock: { totalMs: 900_000 } });

  const given = {
    extraTime: { by: 'minutes', minutes: 10 },
    textOnly: true,
    breaks: { count: 6, minutes: 10 },
  } as const;
  expect((await grants(owner, interviewId, given)).status).toBe(200);
  const told = await line.next((m) => m.type === 'event' && m.event.type === 'adjusted');
  expect(told).toMatchObject({ event: { extraMs: 600_000, textOnly: true, breaks: 3, language: false } });
  const shown = await line.next((m) => m.type === 'event' && m.event.type === 'view' && m.event.view.mode === 'text');
  expect(shown).toMatchObject({
    event: { view: { phase: 'listening', breaksLeft: 6, clock: { totalMs: 1_500_000 } } },
  });
  if (shown.type !== 'event' || shown.event.type !== 'view') throw new Error('no view');
  expect(shown.event.view.clock.remainingMs).toBeGreaterThan(1_300_000);

  // A room that comes back finds it as it was left, and the arrangement is not carried out twice.
  const again = await comesIn(invited);
  const { view } = await again.hello('client-two');
  expect(view).toMatchObject({ mode: 'text', breaksLeft: 6, clock: { totalMs: 1_500_000 } });
});

test('a person instead ends a talk that goes on, and one that nobody opened yet', async () => {
  const running = await anInvited();
  const line = await comesIn(running);
  await line.hello('client-one');
  await line.act({ type: 'start', mode: 'text' });
  await line.phase('speaking');
  expect((await grants(running.owner, running.interviewId, { person: true })).status).toBe(200);
  await line.phase('ended');
  const after = await rowsOf(running);
  expect(after.interview).toMatchObject({ state: 'human-requested', endReason: 'human-requested' });

  const waiting = await anInvited();
  expect((await grants(waiting.owner, waiting.interviewId, { person: true })).status).toBe(200);
  expect((await rowsOf(waiting)).interview).toMatchObject({ state: 'human-requested' });
});

test('a later date moves the end of the link; one that is past is refused', async () => {
  const invited = await anInvited();
  const { owner, interviewId } = invited;
  const until = new Date(Date.now() + 20 * 86_400_000).toISOString();
  expect((await grants(owner, interviewId, { until: '2020-01-01T00:00:00.000Z' })).status).toBe(422);
  expect((await grants(owner, interviewId, { until })).status).toBe(200);
  expect((await rowsOf(invited)).link?.expiresAt.toISOString()).toBe(until);
});

test('it is told by one mail, answers the request, and stands in history and audit', async () => {
  const invited = await anInvited();
  const { owner, interviewId, actor } = invited;
  const { id: requestId } = await ask(region(), actor, { kind: 'adjustment', text: 'I read slowly.' });
  const more = { message: 'Take your time.', requestId };
  const given = { extraTime: { by: 'percent', percent: 25 }, language: 'ar' } as const;
  const answers = [await grants(owner, interviewId, given, more), await grants(owner, interviewId, given, more)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const rows = await rowsOf(invited);
  expect(rows.mails).toHaveLength(1);
  expect(rows.mails[0]?.body).toContain('up to 19 minutes in all');
  expect(rows.mails[0]?.body).toContain('speaks Arabic');
  expect(rows.mails[0]?.body).toContain('Take your time.');
  expect(rows.mails[0]?.body).not.toContain('I read slowly.');
  expect(rows.steps).toContainEqual(
    expect.objectContaining({
      kind: 'adjusted',
      detail: { by: owner.memberId, number: 1, kinds: 'extra-time,language' },
    }),
  );
  expect((await auditOf(owner, interviewId)).filter((one) => one === 'adjustments.granted')).toHaveLength(1);
  const [[request], made] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(candidateRequests).where(eq(candidateRequests.id, requestId)),
    db.select().from(adjustments).where(eq(adjustments.interviewId, interviewId)),
  ]);
  expect(request).toMatchObject({ answeredBy: owner.memberId, answer: 'Take your time.' });
  expect(made).toHaveLength(1);
});

test('two members at once: one arrangement holds, the other member is told; a later one takes its place', async () => {
  const { owner, interviewId } = await anInvited();
  const recruiter = await aMember(owner, 'recruiter');
  const both = await Promise.all([
    grants(owner, interviewId, { textOnly: true }),
    grants(recruiter, interviewId, { breaks: { count: 5, minutes: 5 } }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await grants(owner, interviewId, {}, { seen: 1 })).status).toBe(200);
  const now = (await (await owner.get(path(interviewId))).json()) as object;
  expect(now).toMatchObject({
    number: 2,
    adjustments: NOTHING,
    open: true,
    plan: { minutes: 15, adjustedMinutes: 15 },
  });
});

test('nobody else arranges: no reader, no other company, and nothing once the talk is over', async () => {
  const { owner, interviewId } = await anInvited();
  const stranger = await aTenant();
  const refused = [
    await grants(await aMember(owner, 'reviewer'), interviewId, { textOnly: true }),
    await grants(await aMember(owner, 'auditor'), interviewId, { textOnly: true }),
    await grants(stranger, interviewId, { textOnly: true }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 404]);
  const talked = await anInvited();
  const line = await comesIn(talked);
  await line.hello('client-one');
  await line.act({ type: 'start', mode: 'text' });
  await line.phase('speaking');
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.phase('listening');
  await line.act(answerOf(ANSWER));
  await line.phase('review');
  expect((await grants(talked.owner, talked.interviewId, { textOnly: true })).status).toBe(409);
  expect((await rowsOf(talked)).mails).toEqual([]);
  const { interviewId: over } = await anInterview(owner, await aRole(owner));
  expect((await grants(owner, over, { textOnly: true })).status).toBe(409);
  expect((await grants(owner, interviewId, { textOnly: true })).status).toBe(200);
});

test('whatever judges is shown nothing of it', async () => {
  const owner = await aTenant();
  const role = await aRole(owner, PLAN);
  const { interviewId } = await anInterview(owner, role, { state: 'opened', fresh: true });
  const given = {
    extraTime: { by: 'percent', percent: 75 },
    textOnly: true,
    breaks: { count: 7, minutes: 11 },
  } as const;
  expect((await grants(owner, interviewId, given, { message: 'Quetzal for your eyes only' })).status).toBe(200);
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.insert(turns).values({
      id: makeId('eu', 'turn', region().random(16)),
      tenantId: owner.tenantId,
      interviewId,
      position: 1,
      speaker: 'candidate',
      kind: 'answer',
      questionId: 'q1',
      text: ANSWER,
      startMs: 1,
      endMs: 9,
    }),
    db.update(interviews).set({ state: 'scoring' }).where(eq(interviews.id, interviewId)),
  ]);
  const shown: string[] = [];
  const judging = { ...region() };
  judging.makers = {
    ...judging.makers,
    models: [
      {
        place: 'here',
        use: {
          maker: 'openai',
          model: 'a model that keeps what it is shown',
          async *think({ instructions, input }) {
            shown.push(instructions, input);
            yield '{}';
          },
        },
      },
    ],
  };
  const actor = { kind: 'system', tenantId: owner.tenantId, interviewId } as const;
  await scoreInterview(judging, actor, { attempts: 0 }).catch(() => {});
  const all = shown.join('\n');
  // What was said is there, so that what is not there can be missed.
  expect(all).toContain(ANSWER.slice(0, 30));
  for (const word of ['Quetzal', 'adjust', 'textOnly', 'extraTime', '1575000', '315000', '7 of up to 11']) {
    expect(all).not.toContain(word);
  }
});
