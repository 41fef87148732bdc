/** The door of the emulators: faults meet the key that they were meant for, and no secret stands in the journal. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Door, openDoor } from '../emulators/door.ts';
import { FAULTS, type Fault } from '../emulators/faults.ts';
import { openAiEmulator } from '../emulators/openai/emulator.ts';
import { think } from '../emulators/think.ts';
import { type EmulatorControl, freshKey } from '../support/emulator-control.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor(openAiEmulator({ ears: async () => '', voice: async () => new Int16Array(9), think }));
});
afterAll(() => door.close());

const BODY = JSON.stringify({ model: 'gpt-6-luna', input: 'I cut the queue in half.', store: false });

function call({ key }: EmulatorControl & { key: string }, signal?: AbortSignal): Promise<Response> {
  return fetch(`${door.url}/v1/responses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: BODY,
    ...(signal === undefined ? {} : { signal }),
  });
}

test('a fault meets as many calls of its own key as were asked for, in the order they were set', async () => {
  const [mine, theirs] = [freshKey(door.url, 'sk-'), freshKey(door.url, 'sk-')];
  await mine.fails('model', 'broken', 2);
  await mine.fails('model', 'busy');
  await mine.fails('ears', 'quota');
  expect((await call(theirs)).status).toBe(200);
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++) statuses.push((await call(mine)).status);
  expect(statuses).toEqual([500, 500, 429, 200]);
});

test('the journal holds what was asked, in order, without the key', async () => {
  const [mine, theirs] = [freshKey(door.url, 'sk-'), freshKey(door.url, 'sk-')];
  await Promise.all([call(mine), call(theirs)]);
  const asked = await mine.asked();
  expect(asked).toMatchObject([
    { at: 'model', method: 'POST', path: '/v1/responses', status: 200, body: JSON.parse(BODY) },
  ]);
  expect(JSON.stringify(asked)).not.toContain(mine.key);
  await fetch(`${door.url}/_emulator?key=${mine.key}`, { method: 'DELETE' });
  expect(await mine.asked()).toEqual([]);
  expect(await theirs.asked()).toHaveLength(1);
});

test('a request that names another host is sent away', async () => {
  const { port } = new URL(door.url);
  const status = await new Promise((done, fail) => {
    const asked = request(
      { port, host: '127.0.0.1', path: '/v1/responses', headers: { host: 'api.openai.com' } },
      (answer) => {
        answer.resume();
        done(answer.statusCode);
      },
    );
    asked.on('error', fail).end();
  });
  expect(status).toBe(421);
});

test('a fault that nobody knows is refused, so that no test passes by a typing mistake', async () => {
  const line = freshKey(door.url, 'sk-');
  await expect(line.fails('model', 'no-such-fault' as Fault)).rejects.toThrow();
});

/** Whether an answer begins, ends, and can be read as JSON. */
async function felt(fault: Fault): Promise<string> {
  const line = freshKey(door.url, 'sk-');
  await line.fails('model', fault);
  const stop = new AbortController();
  // What ends by itself has all the time that a busy machine needs.
  const giveUp = setTimeout(() => stop.abort(), FELT[fault] === 'never ends' ? 300 : 30_000);
  try {
    const answer = await call(line, stop.signal);
    const text = await answer.text();
    try {
      JSON.parse(text);
      return `${answer.status} json`;
    } catch {
      return `${answer.status} ${text === '' ? 'nothing' : 'no json'}`;
    }
  } catch {
    return stop.signal.aborted ? 'never ends' : 'breaks';
  } finally {
    clearTimeout(giveUp);
  }
}

const SOCKETS_ONLY: Fault[] = ['close-1007', 'close-1008', 'close-1011', 'go-away', 'mute'];
const FELT: Record<string, string> = {
  'busy-with-wait': '429 json',
  busy: '429 json',
  quota: '429 json',
  broken: '500 json',
  overloaded: '503 json',
  'wrong-key': '401 json',
  silence: 'never ends',
  endless: 'never ends',
  trickle: 'never ends',
  cut: '200 no json',
  'broken-line': 'breaks',
  'wrong-schema': '200 json',
  html: '200 no json',
  empty: '200 nothing',
  twice: '200 no json',
  refusal: '200 json',
  incomplete: '200 json',
};

test.each(FAULTS.filter((fault) => !SOCKETS_ONLY.includes(fault)))('%s is felt as it should be', async (fault) => {
  expect(await felt(fault)).toBe(FELT[fault]);
});
