/** The object may be gone after any step. The same interview with and without evictions ends the same. */
import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Action, View } from '../../durable-objects/interview/protocol.ts';
import { interviewEvents, interviews, scorecards, turns } from '../../worker/domain/tables.ts';
import { mails } from '../../worker/domain/tables-beside.ts';
import { anInvited, answerOf, comesIn, type Invited, type RoomLine, spokenTurn } from '../support/room-line.ts';
import { objectOf } from '../support/session-object.ts';
import { region } from '../support/story.ts';

const CLIENT = 'client-one';

/** Every step of a candidate's way, with the phase that it leads to. */
const WAY: { action: (line: RoomLine) => Action; leadsTo: View['phase'] }[] = [
  { action: () => ({ type: 'start', mode: 'voice' }), leadsTo: 'speaking' },
  { action: (line) => ({ type: 'spoken', turn: spokenTurn(line) }), leadsTo: 'speaking' },
  { action: (line) => ({ type: 'spoken', turn: spokenTurn(line) }), leadsTo: 'listening' },
  { action: () => ({ type: 'break', on: true }), leadsTo: 'paused' },
  { action: () => ({ type: 'break', on: false }), leadsTo: 'listening' },
  { action: () => ({ type: 'draft', text: 'I called the other', segments: [] }), leadsTo: 'listening' },
  { action: () => answerOf('I called the other shop.'), leadsTo: 'review' },
  {
    action: (line) => ({
      type: 'finish',
      corrections: [{ turn: answerTurn(line), text: 'I rang the other shop.' }],
      rating: 5,
      question: 'Who works at night?',
    }),
    leadsTo: 'done',
  },
];

function answerTurn(line: RoomLine): string {
  const told = line.heard.flatMap((m) => {
    if (m.type === 'welcome') return m.turns ?? [];
    return m.type === 'event' && m.event.type === 'turn' ? [m.event.turn] : [];
  });
  return told.find((turn) => turn.kind === 'answer')?.id ?? '';
}

async function outcomeOf({ owner, interviewId }: Invited) {
  const [found, said, cards, steps, told] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(interviews).where(eq(interviews.id, interviewId)),
    db.select().from(turns).where(eq(turns.interviewId, interviewId)).orderBy(turns.position),
    db.select().from(scorecards).where(eq(scorecards.interviewId, interviewId)),
    db.select().from(interviewEvents).where(eq(interviewEvents.interviewId, interviewId)),
    db.select().from(mails),
  ]);
  const lines = ['line-lost', 'line-back', 'time-given-back'];
  return {
    state: found[0]?.state,
    rating: found[0]?.rating,
    turns: said.map(({ position, kind, text, correctedText }) => ({ position, kind, text, correctedText })),
    cards: cards.length,
    steps: steps
      .map((step) => step.kind)
      .filter((kind) => !lines.includes(kind))
      .sort(),
    mails: told.map((mail) => mail.purpose).sort(),
  };
}

const EXPECTED = {
  state: 'to-decide',
  rating: 5,
  turns: [
    { position: 0, kind: 'opening', text: expect.any(String), correctedText: null },
    { position: 1, kind: 'question', text: 'What did you do when the oven failed?', correctedText: null },
    { position: 2, kind: 'answer', text: 'I called the other shop.', correctedText: 'I rang the other shop.' },
  ],
  cards: 1,
  steps: [
    'consent-given',
    'ended',
    'link-opened',
    'recruiter-told',
    'request-made',
    'scored',
    'sealed',
    'started',
    'transcript-corrected',
  ],
  mails: ['confirmation', 'report-ready'],
};

test('asleep after every step, with the sockets kept', async () => {
  const invited = await anInvited();
  const line = await comesIn(invited);
  await line.hello(CLIENT);
  for (const { action, leadsTo } of WAY) {
    await evictDurableObject(objectOf(invited.interviewId));
    const from = line.heard.length;
    expect(await line.act(action(line))).toMatchObject({ type: 'ack' });
    if (leadsTo !== 'listening') await line.phase(leadsTo, from);
  }
  expect(await outcomeOf(invited)).toEqual(EXPECTED);
});

test('gone after every step, with the sockets: the client comes back and sends its last message again', async () => {
  const invited = await anInvited();
  let line = await comesIn(invited);
  await line.hello(CLIENT);
  for (const { action, leadsTo } of WAY) {
    const sent = action(line);
    expect(await line.act(sent)).toMatchObject({ type: 'ack' });
    await evictDurableObject(objectOf(invited.interviewId), { webSockets: 'close' });
    line = await comesIn(invited);
    const { acked, view } = await line.hello(CLIENT);
    if (view.phase !== 'done') expect(await line.act(sent, acked)).toMatchObject({ type: 'ack', seq: acked });
    await line.phase(leadsTo);
  }
  expect(await outcomeOf(invited)).toEqual(EXPECTED);
});

test('the alarm twice after every step changes nothing', async () => {
  const invited = await anInvited();
  const line = await comesIn(invited);
  await line.hello(CLIENT);
  for (const { action, leadsTo } of WAY) {
    const from = line.heard.length;
    expect(await line.act(action(line))).toMatchObject({ type: 'ack' });
    await runDurableObjectAlarm(objectOf(invited.interviewId));
    await runDurableObjectAlarm(objectOf(invited.interviewId));
    if (leadsTo !== 'listening') await line.phase(leadsTo, from);
  }
  expect(await outcomeOf(invited)).toEqual(EXPECTED);
});
