/** Every frame that a session must refuse, and that it lives on after each. */
import { expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../durable-objects/interview/protocol.ts';
import { LIMITS } from '../../worker/limits.ts';
import { anInvited, answerOf, comesIn, type RoomLine, spokenTurn } from '../support/room-line.ts';

const CLIENT = 'client-one';

async function refusalOf(line: RoomLine, data: string | ArrayBuffer) {
  const from = line.heard.length;
  line.raw(data);
  return await line.next((message) => message.type === 'refused', from);
}

async function listening(): Promise<RoomLine> {
  const line = await comesIn(await anInvited());
  await line.hello(CLIENT);
  await line.act({ type: 'start', mode: 'text' });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.phase('listening');
  return line;
}

test('what is not a message of the protocol is refused by name, and the session lives', async () => {
  const line = await comesIn(await anInvited());
  const act = JSON.stringify({ type: 'do', seq: 1, action: { type: 'beat' } });
  expect(await refusalOf(line, act)).toEqual({ type: 'refused', seq: 1, code: 'hello_first' });
  const old = { type: 'hello', version: PROTOCOL_VERSION + 1, client: CLIENT, lastEvent: 0, takePen: false };
  expect(await refusalOf(line, JSON.stringify(old))).toMatchObject({ code: 'version_unknown' });
  await line.hello(CLIENT);
  for (const text of ['', 'hello', '[', '{}', '[]', 'null', '{"type":"do"}', '{"type":"sing","seq":1}']) {
    expect(await refusalOf(line, text)).toMatchObject({ code: 'malformed' });
  }
  expect(await refusalOf(line, new Uint8Array([1, 2, 3]).buffer)).toMatchObject({ code: 'bad_sound' });
  expect(await refusalOf(line, 'x'.repeat(LIMITS.wire.textFrameBytes + 1))).toMatchObject({ code: 'too_large' });
  // Three bytes a letter: short enough by length, too long by weight.
  expect(await refusalOf(line, 'अ'.repeat(LIMITS.wire.textFrameBytes / 2))).toMatchObject({ code: 'too_large' });
  line.seq = 1;
  expect(await line.act({ type: 'start', mode: 'text' })).toEqual({ type: 'ack', seq: 2 });
});

test('a number is settled once: repeated it gets the same answer, with other content it is refused', async () => {
  const line = await listening();
  const seq = line.seq + 1;
  expect(await line.act({ type: 'beat' }, seq + 1)).toEqual({
    type: 'refused',
    seq: seq + 1,
    code: 'number_gap',
    expected: seq,
  });
  expect(await line.act(answerOf('Once.'), seq)).toEqual({ type: 'ack', seq });
  await line.phase('review');
  expect(await line.act(answerOf('Once.'), seq)).toEqual({ type: 'ack', seq });
  expect(await line.act(answerOf('Twice.'), seq)).toEqual({ type: 'refused', seq, code: 'number_reused' });
  const answers = line.events().filter((event) => event.type === 'turn' && event.turn.kind === 'answer');
  expect(answers).toHaveLength(1);
});

test('what is not possible now is refused under its number, again and again the same', async () => {
  const line = await listening();
  const refused = await line.act({ type: 'start', mode: 'voice' });
  expect(refused).toMatchObject({ code: 'wrong_phase' });
  expect(await line.act({ type: 'start', mode: 'voice' }, line.seq)).toEqual(refused);
  await line.act({ type: 'repeat' });
  expect(await line.act({ type: 'spoken', turn: 'another' })).toMatchObject({ code: 'unknown_turn' });
  expect(await line.act({ type: 'beat' })).toEqual({ type: 'ack', seq: line.seq });
});

test('a message that cannot be read uses up the number that it names', async () => {
  const line = await listening();
  const seq = line.seq + 1;
  const bad = JSON.stringify({ type: 'do', seq, action: { type: 'think', on: 'perhaps' } });
  expect(await refusalOf(line, bad)).toEqual({ type: 'refused', seq, code: 'malformed' });
  expect(await line.act({ type: 'think', on: true }, seq + 1)).toEqual({ type: 'ack', seq: seq + 1 });
});

test('an answer of 300 kB, with marks and signs of every script, is kept as it was sent', async () => {
  const line = await listening();
  const text = `\u202bنعم\u202c 🫱🏽‍🫲🏿 ${'I rang her before noon. '.repeat(13_000)}`;
  expect(await line.act(answerOf(text))).toMatchObject({ type: 'ack' });
  const told = line.events().flatMap((event) => (event.type === 'turn' && event.turn.kind === 'answer' ? [event] : []));
  expect(told[0]?.turn.text).toBe(text);
});

test('a flood is refused, and what came before it is kept', async () => {
  const line = await listening();
  const from = line.heard.length;
  for (let i = 0; i <= LIMITS.wire.messagesPerMinute; i += 1) line.raw('');
  expect(await line.next((m) => m.type === 'refused' && m.code === 'too_fast', from)).toMatchObject({ seq: null });
});
