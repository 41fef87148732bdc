/** Two tabs, reloads and returns: who writes, and what a line that comes back is told. */
import { expect, test } from 'vitest';
import { LIMITS } from '../../worker/limits.ts';
import { anInvited, answerOf, comesIn, type Invited, type RoomLine, spokenTurn } from '../support/room-line.ts';
import { later, objectOf } from '../support/session-object.ts';

async function begun(invited: Invited, client = 'client-one'): Promise<RoomLine> {
  const line = await comesIn(invited);
  await line.hello(client);
  await line.act({ type: 'start', mode: 'text' });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  return line;
}

test('one tab holds the pen; another watches until it takes it, and then the first is told', async () => {
  const invited = await anInvited();
  const first = await begun(invited);
  const second = await comesIn(invited);
  const watching = await second.hello('client-two');
  expect(watching).toMatchObject({ pen: false, acked: 0 });
  expect(watching.turns?.map((turn) => turn.kind)).toEqual(['opening', 'question']);
  expect(await second.act({ type: 'beat' }, 1)).toMatchObject({ code: 'no_pen' });

  const taken = await second.hello('client-two', { takePen: true });
  expect(taken.pen).toBe(true);
  expect(await first.next((m) => m.type === 'pen')).toEqual({ type: 'pen', pen: false, epoch: taken.epoch });
  expect(await first.act({ type: 'beat' })).toMatchObject({ code: 'no_pen' });
  expect(await second.act(answerOf('From the second tab.'), 1)).toEqual({ type: 'ack', seq: 1 });
  await first.phase('review');
});

test('a reload comes back to the same question with its draft, its number and its time', async () => {
  const invited = await anInvited();
  const line = await begun(invited);
  await line.act({ type: 'draft', text: 'I called the other', segments: [] });
  const before = await objectOf(invited.interviewId).peek();
  line.close();
  const again = await comesIn(invited);
  const welcome = await again.hello('client-one');
  expect(welcome).toMatchObject({ pen: true, acked: line.seq, draft: { text: 'I called the other' } });
  expect(welcome.view).toMatchObject({ phase: 'listening', question: { number: 1 } });
  expect(before?.remainingMs ?? 0).toBeLessThanOrEqual(welcome.view.clock.remainingMs + LIMITS.wire.beatMs);
  expect(await again.act(answerOf('I called the other shop.'))).toMatchObject({ type: 'ack' });
});

test('who comes back by number is told what was missed, once and in order', async () => {
  const invited = await anInvited();
  const line = await begun(invited);
  const watcher = await comesIn(invited);
  const seen = (await watcher.hello('client-two')).event;
  watcher.close();
  await line.act(answerOf('While nobody watched.'));
  await line.phase('review');

  const back = await comesIn(invited);
  const welcome = await back.hello('client-two', { lastEvent: seen });
  expect(welcome.turns).toBeNull();
  await back.next((m) => m.type === 'event' && m.n === line.lastEvent());
  const numbers = back.heard.flatMap((m) => (m.type === 'event' ? [m.n] : []));
  expect(numbers).toEqual(numbers.map((_, i) => seen + 1 + i));
  const missed = back.events().flatMap((event) => (event.type === 'turn' ? [event.turn.text] : []));
  expect(missed).toContain('While nobody watched.');

  const stranger = await comesIn(invited);
  expect((await stranger.hello('client-six', { lastEvent: 9_999 })).turns).toHaveLength(3);
});

test('an hour without a line costs no time, and the recruiter sees that it was lost', async () => {
  const invited = await anInvited();
  const line = await begun(invited);
  const { remainingMs } = (await line.phase('listening')).clock;
  line.close();
  await later(invited.interviewId, 3_600_000);
  expect(await objectOf(invited.interviewId).peek()).toMatchObject({ line: 'lost', phase: 'listening' });
  const again = await comesIn(invited);
  const { view } = await again.hello('client-one');
  expect(view.clock.remainingMs).toBeGreaterThan(remainingMs - LIMITS.wire.silenceMs);
});

test('a line that is open but silent is found by the alarm', async () => {
  const invited = await anInvited();
  await begun(invited);
  await later(invited.interviewId, LIMITS.wire.silenceMs + 1_000);
  expect(await objectOf(invited.interviewId).peek()).toMatchObject({ line: 'lost' });
});
