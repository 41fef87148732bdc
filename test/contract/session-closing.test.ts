/** Sockets that close as they should not, and sockets that flood: the session sees the line go, and nothing breaks. */
import { runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import type { State } from '../../durable-objects/interview/machine-state.ts';
import { CLOSE } from '../../durable-objects/interview/protocol.ts';
import { LIMITS } from '../../worker/limits.ts';
import { anInvited, comesIn, type Invited, type RoomLine, spokenTurn } from '../support/room-line.ts';
import { objectOf } from '../support/session-object.ts';

const CLIENT = 'client-one';

async function listening(): Promise<{ line: RoomLine; invited: Invited; interviewId: string }> {
  const invited = await anInvited();
  const line = await comesIn(invited);
  await line.hello(CLIENT);
  await line.act({ type: 'start', mode: 'text' });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.phase('listening');
  return { line, invited, interviewId: invited.interviewId };
}

/** What the object does when its platform tells it of a close. */
async function closedWith(interviewId: string, code: number): Promise<State | undefined> {
  return await runInDurableObject(objectOf(interviewId), async (instance, ctx) => {
    const [socket] = ctx.getWebSockets();
    if (socket === undefined) throw new Error('There is no socket');
    await instance.webSocketClose(socket, code, 'x'.repeat(120));
    return ctx.storage.kv.get<State>('state');
  });
}

test.each([0, 999, 1000, 1001, 1004, 1005, 1006, 1015, 2000, 4000, 5000, 65_535])(
  'a client that closes with %i is gone, its clock stands, and nothing is thrown',
  async (code) => {
    const { interviewId } = await listening();
    const state = await closedWith(interviewId, code);
    expect(state?.lineUp).toBe(false);
    expect(state?.clock.chargedToMs).toBeNull();
  },
);

test('the line is marked lost before the close is answered', async () => {
  const { interviewId } = await listening();
  const seen = await runInDurableObject(objectOf(interviewId), async (instance, ctx) => {
    const [socket] = ctx.getWebSockets();
    if (socket === undefined) throw new Error('There is no socket');
    let lineUp: boolean | undefined;
    Object.defineProperty(socket, 'close', {
      value: () => {
        lineUp = ctx.storage.kv.get<State>('state')?.lineUp;
        throw new TypeError('Invalid WebSocket close code');
      },
    });
    await instance.webSocketClose(socket, 1000, '');
    return lineUp;
  });
  expect(seen).toBe(false);
});

test('a socket that floods is closed, what it sends then is not looked at, and the candidate comes back by a new one', async () => {
  const { line, invited } = await listening();
  const closed = line.closed();
  const piece = 'x'.repeat(LIMITS.wire.textFrameBytes);
  for (let sent = 0; sent <= LIMITS.wire.bytesPerMinute; sent += piece.length) line.raw(piece);
  expect(await closed).toBe(CLOSE.flood);
  const again = await comesIn(invited);
  const welcome = await again.hello(CLIENT);
  expect(welcome).toMatchObject({ pen: true, view: { phase: 'listening' } });
});
