/** The emulated LiveKit against LiveKit's own SDK, both ways, and against the protocol's vector. */
import {
  AccessToken,
  EgressClient,
  EncodedFileOutput,
  RoomServiceClient,
  S3Upload,
  WebhookReceiver,
} from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Door } from '../emulators/door.ts';
import { openLiveKit } from '../emulators/livekit/livekit.ts';
import { secretOf } from '../emulators/livekit/project.ts';
import { hashOf, signToken, trusted } from '../emulators/livekit/tokens.ts';
import { signed, webhook } from '../emulators/livekit/webhooks.ts';

let door: Door;
beforeAll(async () => {
  door = await openLiveKit();
});
afterAll(async () => await door.close());

const options = { failover: false };
const rooms = (key: string, secret = secretOf(key)) => new RoomServiceClient(door.url, key, secret, options);
const egress = (key: string) => new EgressClient(door.url, key, secretOf(key), options);

async function post(method: string, body: unknown, token: string): Promise<{ status: number; said: string }> {
  const answer = await fetch(`${door.url}/twirp/livekit.${method}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  });
  return { status: answer.status, said: await answer.text() };
}

async function grant(key: string, video: Record<string, unknown>): Promise<string> {
  const nowS = Math.floor(Date.now() / 1000);
  return await signToken({ iss: key, nbf: nowS, exp: nowS + 60, video }, secretOf(key));
}

test('the SDK opens, lists and closes rooms', async () => {
  const key = 'keyrooms';
  const first = await rooms(key).createRoom({ name: 'talk', emptyTimeout: 60 });
  expect(await rooms(key).createRoom({ name: 'talk' })).toMatchObject({ sid: first.sid, emptyTimeout: 60 });
  expect((await rooms(key).listRooms()).map(({ name }) => name)).toEqual(['talk']);
  expect(await rooms('another').listRooms()).toEqual([]);
  await rooms(key).deleteRoom('talk');
  await expect(rooms(key).deleteRoom('talk')).rejects.toMatchObject({ status: 404, code: 'not_found' });
});

test('the SDK starts, lists and stops egress', async () => {
  const key = 'keyegress';
  await rooms(key).createRoom({ name: 'talk' });
  const copy = await egress(key).startTrackEgress('talk', 'wss://interloop.test/ws/egress/x?ticket=1', 'TR_one');
  const s3 = new S3Upload({ bucket: 'b', accessKey: 'a', secret: 's', region: 'eu-central-1' });
  const file = new EncodedFileOutput({ filepath: 'a/b.ogg', output: { case: 's3', value: s3 } });
  const recording = await egress(key).startRoomCompositeEgress('talk', { file }, { audioOnly: true });
  const active = await egress(key).listEgress({ roomName: 'talk', active: true });
  expect(active.map(({ egressId }) => egressId)).toEqual([copy.egressId, recording.egressId]);
  await egress(key).stopEgress(copy.egressId);
  await expect(egress(key).stopEgress(copy.egressId)).rejects.toMatchObject({ status: 412 });
  await expect(egress(key).stopEgress('EG_none')).rejects.toMatchObject({ status: 404 });
  await expect(egress(key).startTrackEgress('elsewhere', 'wss://x.test/', 'TR_one')).rejects.toMatchObject({
    status: 404,
  });
});

test('each method needs its own grant, and every token its own project', async () => {
  const key = 'keygrants';
  const asks: [method: string, body: object, needs: string, other: string][] = [
    ['RoomService/CreateRoom', { name: 'talk' }, 'roomCreate', 'roomRecord'],
    ['RoomService/ListRooms', {}, 'roomList', 'roomCreate'],
    ['Egress/ListEgress', {}, 'roomRecord', 'roomAdmin'],
  ];
  for (const [method, body, needs, other] of asks) {
    expect(await post(method, body, await grant(key, { [needs]: true }))).toMatchObject({ status: 200 });
    const wrong = await post(method, body, await grant(key, { [other]: true, room: 'talk' }));
    expect([wrong.status, JSON.parse(wrong.said).code]).toEqual([401, 'unauthenticated']);
  }
  await rooms(key).removeParticipant('talk', 'listener-1');
  const otherRoom = await grant(key, { roomAdmin: true, room: 'another' });
  expect((await post('RoomService/RemoveParticipant', { room: 'talk', identity: 'x' }, otherRoom)).status).toBe(401);
  await expect(rooms(key, 'another secret').listRooms()).rejects.toMatchObject({ status: 401 });
  const nowS = Math.floor(Date.now() / 1000);
  const old = await signToken({ iss: key, exp: nowS - 1, video: { roomList: true } }, secretOf(key));
  const endless = await signToken({ iss: key, video: { roomList: true } }, secretOf(key));
  for (const token of [old, endless, 'nonsense', '']) {
    expect((await post('RoomService/ListRooms', {}, token)).status).toBe(401);
  }
});

test('a field that the protocol does not have is refused, and a method that it does not have is not there', async () => {
  const token = await grant('keystrict', { roomCreate: true, roomRecord: true });
  const asks: [method: string, body: unknown, status: number, code: string][] = [
    ['RoomService/CreateRoom', { name: 'talk', colour: 'green' }, 400, 'malformed'],
    ['RoomService/CreateRoom', { name: 7 }, 400, 'malformed'],
    ['RoomService/CreateRoom', {}, 400, 'invalid_argument'],
    ['Egress/StartTrackEgress', { roomName: 'talk', trackId: 'TR_1', url: 'wss://x.test' }, 400, 'malformed'],
    ['Egress/StartTrackEgress', { roomName: 'talk', trackId: 'TR_1' }, 400, 'invalid_argument'],
    ['Egress/StartDance', {}, 404, 'bad_route'],
  ];
  for (const [method, body, status, code] of asks) {
    const answer = await post(method, body, token);
    expect([answer.status, JSON.parse(answer.said).code]).toEqual([status, code]);
  }
});

test('tokens of the SDK are read, and its own reading of ours agrees', async () => {
  const token = new AccessToken('key', secretOf('key'), { identity: 'candidate', ttl: 60 });
  token.addGrant({ roomJoin: true, room: 'talk' });
  expect(await trusted(await token.toJwt(), secretOf('key'))).toMatchObject({
    iss: 'key',
    sub: 'candidate',
    video: { roomJoin: true, room: 'talk' },
  });
  expect(await trusted(await token.toJwt(), secretOf('other'))).toBeNull();
});

test('webhooks are what the SDK’s receiver accepts, and nothing else is', async () => {
  const receiver = new WebhookReceiver('key', secretOf('key'));
  const told = { event: 'room_started', room: { name: 'talk' } };
  const { body, headers } = await webhook('key', secretOf('key'), told);
  const authorization = headers.authorization ?? '';
  expect(await receiver.receive(body, authorization)).toMatchObject({ event: 'room_started', room: { name: 'talk' } });
  await expect(receiver.receive(`${body} `, authorization)).rejects.toThrow('sha256');
  const foreign = await webhook('key', secretOf('other'), told);
  await expect(receiver.receive(foreign.body, foreign.headers.authorization)).rejects.toThrow();
  const stale = await signed('key', secretOf('key'), body, Date.now() - 600_000);
  await expect(receiver.receive(body, stale.headers.authorization)).rejects.toThrow();
});

test('a body’s hash is the one that the protocol’s own tests name', async () => {
  // Facts of the published test: the spaces count.
  const room =
    '"sid":"RM_TkVjUvAqgzKz", "name":"mytestroom", "emptyTimeout":300, "creationTime":"1628545903", "turnPassword":"ICkSr2rEeslkN6e9bXL4Ji5zzMD5Z7zzr6ulOaxMj6N", "enabledCodecs":[{"mime":"audio/opus"}, {"mime":"video/VP8"}]';
  const body = `{"event":"room_started", "room":{${room}}}`;
  expect(await hashOf(body)).toBe('CoEQz1chqJ9bnZRcORddjplkvpjmPujmLTR42DbefYI=');
});
