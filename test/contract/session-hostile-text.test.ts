/** Interviews over the real object with hostile text in every field of every socket action: each comes to its end. */
import { eq } from 'drizzle-orm';
import { expect, inject, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../durable-objects/interview/protocol.ts';
import { openCandidateSession } from '../../worker/domain/candidates/candidate-sessions.ts';
import { recordConsent } from '../../worker/domain/interviews/consents.ts';
import { candidateRequests, interviewEvents, interviews, scorecards, turns } from '../../worker/domain/tables.ts';
import { parkedTasks } from '../../worker/domain/tables-beside.ts';
import { wellFormed } from '../../worker/text-rules.ts';
import { anInterview, aRole, TALK } from '../support/finished-interview.ts';
import { HOSTILE_TEXT } from '../support/hostile-text.ts';
import { comesIn, type Invited, type RoomLine, spokenTurn } from '../support/room-line.ts';
import { aTenant, type Person, region } from '../support/story.ts';

/** As many as the run says: `HOSTILE_INTERVIEWS=200` brings each text to each ending, and more than once. */
const INTERVIEWS = inject('hostileInterviews');
const AT_ONCE = 20;
const ENDINGS = ['finish', 'finish-spoken', 'ask-human', 'finish-corrected'] as const;
type Ending = (typeof ENDINGS)[number];

async function invitedBy(owner: Person, role: { roleId: string; planId: string }): Promise<Invited> {
  const { interviewId, candidateId } = await anInterview(owner, role, { state: 'opened', fresh: true });
  const of = { tenantId: owner.tenantId, interviewId, candidateId };
  const { actor } = await openCandidateSession(region(), of, 'test');
  const purposes = { interview: true, recording: false, analytics: false };
  await recordConsent(region(), actor, { purposes, textVersion: '1', language: 'en', device: 'test' });
  return { owner, actor, interviewId };
}

/** Everything that must be refused is, and the session lives on. */
async function sendsHostileIds(line: RoomLine, text: string): Promise<void> {
  const { seq } = line;
  for (const hello of [{ client: text }, { client: 'client-one', version: text }]) {
    line.raw(JSON.stringify({ type: 'hello', version: PROTOCOL_VERSION, lastEvent: 0, takePen: false, ...hello }));
  }
  expect(await line.act({ type: 'spoken', turn: text.slice(0, 60) })).toMatchObject({ type: 'refused' });
  expect(await line.act({ type: 'barge-in', turn: text.slice(0, 60), heardChars: 1 })).toMatchObject({
    type: 'refused',
  });
  expect(await line.act({ type: 'false-stop', turn: text.slice(0, 60) })).toMatchObject({ type: 'refused' });
  expect(await line.act({ type: 'parts-complete', segments: [{ id: text, parts: 1 }] })).toMatchObject({
    type: 'refused',
  });
  expect(line.seq).toBe(seq + 4);
}

/** Drafts, an answer that was typed and one with segments: the hostile text in each field. */
async function answersEverything(line: RoomLine, text: string): Promise<void> {
  const segments = [{ text, startMs: 0, endMs: 1 }];
  await line.act({ type: 'draft', text, segments });
  expect(
    await line.act({ type: 'turn-over', startMs: 0, endMs: 1, soundTo: 0, typed: text, how: 'button' }),
  ).toMatchObject({ type: 'ack' });
  await answering(line, async () => {
    expect(await line.act({ type: 'answer', text, via: 'mixed', startMs: 0, endMs: 1, segments })).toMatchObject({
      type: 'ack',
    });
  });
}

/** Goes on until the talk is over: reads what is asked, answers what is to be answered. */
async function answering(line: RoomLine, answer: () => Promise<void>): Promise<void> {
  for (let i = 0; i < 12; i += 1) {
    const phase = await line.settled();
    if (phase === 'review') return;
    if (phase === 'speaking') await line.act({ type: 'spoken', turn: spokenTurn(line) });
    else await answer();
  }
  throw new Error('The talk does not end');
}

async function takesPart(invited: Invited, text: string, ending: Ending): Promise<void> {
  const line = await comesIn(invited);
  await line.hello('client-one');
  await line.act({ type: 'start', mode: 'text' });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.phase('listening');
  await sendsHostileIds(line, text);
  if (ending === 'ask-human') {
    await line.act({ type: 'draft', text, segments: [{ text, startMs: 0, endMs: 1 }] });
    await line.act({ type: 'ask-human', text });
    await line.phase('ended');
    return line.close();
  }
  await answersEverything(line, text);
  const corrections = [
    { turn: text.slice(0, 60), text },
    ...(ending === 'finish-corrected' ? [{ turn: `${invited.interviewId}#2`, text }] : []),
  ];
  expect(await line.act({ type: 'finish', corrections, rating: 3, question: text })).toMatchObject({ type: 'ack' });
  await line.phase('done');
  line.close();
}

async function whatIsLeft(owner: Person, interviewId: string) {
  const [found, steps, cards, said, asked, parked] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(interviews).where(eq(interviews.id, interviewId)),
    db.select().from(interviewEvents).where(eq(interviewEvents.interviewId, interviewId)),
    db.select().from(scorecards).where(eq(scorecards.interviewId, interviewId)),
    db.select().from(turns).where(eq(turns.interviewId, interviewId)).orderBy(turns.position),
    db.select().from(candidateRequests).where(eq(candidateRequests.interviewId, interviewId)),
    db.select().from(parkedTasks).where(eq(parkedTasks.interviewId, interviewId)),
  ]);
  return { state: found[0]?.state, kinds: steps.map(({ kind }) => kind), cards, said, asked, parked };
}

async function comesToItsEnd(owner: Person, role: { roleId: string; planId: string }, n: number): Promise<void> {
  const text = HOSTILE_TEXT[n % HOSTILE_TEXT.length] ?? '';
  // Each text comes to another ending in each round.
  const ending = ENDINGS[(n + Math.floor(n / HOSTILE_TEXT.length)) % ENDINGS.length] ?? 'finish';
  const invited = await invitedBy(owner, role);
  await takesPart(invited, text, ending);
  const left = await whatIsLeft(owner, invited.interviewId);
  const known = { n, ending, text: JSON.stringify(text).slice(0, 40) };
  expect({ ...known, parked: left.parked }).toEqual({ ...known, parked: [] });
  expect({ ...known, state: left.state }).toEqual({
    ...known,
    state: ending === 'ask-human' ? 'human-requested' : 'to-decide',
  });
  expect(left.kinds).toEqual(expect.arrayContaining(['ended', 'sealed', 'recruiter-told']));
  expect(left.cards).toHaveLength(ending === 'ask-human' ? 0 : 1);
  expect(left.said.map(({ position }) => position)).toEqual(left.said.map((_, place) => place));
  // Whether it was a question at all is for visible text: a question of nothing is none.
  const [asked] = left.asked;
  if (asked !== undefined) expect(asked.text).toBe(wellFormed(text));
}

test('interviews with hostile text in every field of every action end sealed and scored, or at a person', async () => {
  const owner = await aTenant();
  const role = await aRole(owner, TALK);
  const numbers = Array.from({ length: INTERVIEWS }, (_, n) => n);
  while (numbers.length > 0) await Promise.all(numbers.splice(0, AT_ONCE).map((n) => comesToItsEnd(owner, role, n)));
}, 240_000);
