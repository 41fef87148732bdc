/** The calls port on LiveKit: what its passes allow, what it asks for, and what becomes of each fault. */
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { type FaultKind, ProviderFault } from '../../worker/provider-faults.ts';
import type { LiveKitSettings } from '../../worker/provider-settings.ts';
import type { Calls } from '../../worker/providers/calls/calls.ts';
import { liveKitCalls } from '../../worker/providers/calls/livekit.ts';
import type { Fault } from '../emulators/faults.ts';
import { secretOf } from '../emulators/livekit/project.ts';
import { trusted } from '../emulators/livekit/tokens.ts';
import { signed, webhook } from '../emulators/livekit/webhooks.ts';
import { controlOf } from '../support/emulator-control.ts';

const URL_OF_LIVEKIT = String((env as unknown as Record<string, unknown>).LIVEKIT_URL_EU);
/** Long enough for an answer on one machine, short enough to be waited for. */
const ANSWER_S = 0.6;

let made = 0;

function aProject(more: Partial<LiveKitSettings> = {}) {
  made += 1;
  const key = `project-${made}`;
  const settings = { url: URL_OF_LIVEKIT, key, secret: secretOf(key), bucket: null, place: 'here' as const, ...more };
  return { key, calls: liveKitCalls(settings, ANSWER_S), control: controlOf(URL_OF_LIVEKIT, key) };
}

const BUCKET = {
  bucket: 'talks',
  region: 'auto',
  endpoint: 'https://s3.interloop.test',
  accessKey: 'ak',
  secret: 's3',
};

test('a candidate’s pass lets one microphone in, and nothing out', async () => {
  const { calls, key } = aProject();
  const pass = await calls.candidatePass('eu_itv_1', 'candidate');
  expect(pass.url).toBe(URL_OF_LIVEKIT.replace('http', 'ws'));
  const claims = await trusted(pass.token, secretOf(key));
  expect(claims).toMatchObject({ iss: key, sub: 'candidate' });
  expect(claims?.video).toEqual({
    roomJoin: true,
    room: 'eu_itv_1',
    canPublish: true,
    canPublishSources: ['microphone'],
    canSubscribe: false,
    canPublishData: false,
    canUpdateOwnMetadata: false,
  });
  expect(livesS(claims)).toBeLessThanOrEqual(300);
});

test('a listener’s pass lets sound out, and nothing in', async () => {
  const { calls, key } = aProject();
  const claims = await trusted((await calls.listenerPass('eu_itv_1', 'listener-1')).token, secretOf(key));
  expect(claims?.video).toEqual({
    roomJoin: true,
    room: 'eu_itv_1',
    canPublish: false,
    canSubscribe: true,
    canPublishData: false,
    canUpdateOwnMetadata: false,
  });
  expect(livesS(claims)).toBeLessThanOrEqual(300);
});

test('no pass carries the name of anybody or a key of the bucket', async () => {
  const { calls, key } = aProject({ bucket: BUCKET });
  const passes = [await calls.candidatePass('r', 'candidate'), await calls.listenerPass('r', 'listener-1')];
  for (const { token } of passes) {
    const claims = await trusted(token, secretOf(key));
    expect(Object.keys(claims ?? {}).sort()).toEqual(['exp', 'iss', 'nbf', 'sub', 'video']);
  }
});

test('rooms open twice as one, and close twice without a fault', async () => {
  const { calls, control } = aProject();
  await calls.openRoom('eu_itv_1');
  await calls.openRoom('eu_itv_1');
  await calls.closeRoom('eu_itv_1');
  await calls.closeRoom('eu_itv_1');
  expect((await control.asked()).map(({ at }) => at)).toEqual(['CreateRoom', 'CreateRoom', 'DeleteRoom', 'DeleteRoom']);
});

test('one is put out of a room, by a token for that room only', async () => {
  const { calls, control } = aProject();
  await calls.openRoom('r');
  await calls.putOut('r', 'listener-1');
  await calls.putOut('nowhere', 'listener-1');
  expect((await control.asked()).slice(1).map(({ body }) => body)).toEqual([
    { room: 'r', identity: 'listener-1' },
    { room: 'nowhere', identity: 'listener-1' },
  ]);
});

test('a track is copied to our socket, the room recorded to the bucket, and both end when told', async () => {
  const { calls, control } = aProject({ bucket: BUCKET });
  await calls.openRoom('r');
  const copy = await calls.copyTrack('r', 'TR_mic', 'wss://interloop.test/ws/egress/r?ticket=1');
  const recording = await calls.record('r', 'tenant/r/call.ogg');
  await calls.stop(copy.egress);
  await calls.stop(copy.egress);
  await calls.stop(recording?.egress ?? '');
  await calls.stop('EG_never');
  const [, first, second] = await control.asked();
  expect(first?.body).toEqual({
    roomName: 'r',
    trackId: 'TR_mic',
    websocketUrl: 'wss://interloop.test/ws/egress/r?ticket=1',
  });
  const { bucket, region, endpoint, accessKey, secret } = BUCKET;
  const s3 = { accessKey, secret, region, endpoint, bucket, forcePathStyle: true };
  expect(second?.body).toMatchObject({
    roomName: 'r',
    audioOnly: true,
    fileOutputs: [{ fileType: 'OGG', filepath: 'tenant/r/call.ogg', disableManifest: true, s3 }],
  });
});

test('without a bucket nothing is recorded', async () => {
  const { calls, control } = aProject();
  expect(await calls.record('r', 'k')).toBeNull();
  expect(await control.asked()).toEqual([]);
});

test('a room that is not there is refused', async () => {
  const { calls } = aProject();
  expect(await faultOf(calls.copyTrack('nowhere', 'TR_mic', 'wss://interloop.test/'))).toEqual(['refused', 404]);
});

const FAULTS: [fault: Fault, kind: FaultKind, status: number | null][] = [
  ['busy', 'busy', 429],
  ['busy-with-wait', 'busy', 429],
  ['quota', 'busy', 429],
  ['broken', 'unavailable', 500],
  ['overloaded', 'unavailable', 503],
  ['wrong-key', 'wrong-key', 401],
  ['refusal', 'refused', 412],
  ['silence', 'timeout', null],
  ['trickle', 'timeout', null],
  ['cut', 'malformed', null],
  ['broken-line', 'unavailable', null],
  ['wrong-schema', 'malformed', null],
  ['html', 'malformed', null],
  ['empty', 'malformed', null],
];
const ACTS: [at: string, act: (calls: Calls) => Promise<unknown>][] = [
  ['CreateRoom', (calls) => calls.openRoom('r')],
  ['StartTrackEgress', (calls) => calls.copyTrack('r', 'TR_mic', 'wss://interloop.test/')],
];

test.each(FAULTS)('%s becomes %s, and the next call goes on', async (fault, kind, status) => {
  for (const [at, act] of ACTS) {
    const { calls, control } = aProject();
    await calls.openRoom('r');
    await control.fails(at, fault);
    expect(await faultOf(act(calls))).toEqual([kind, status]);
    await act(calls);
  }
});

test('a wrong secret is a wrong key, and no address is unavailable', async () => {
  const wrong = aProject({ secret: 'not the secret of this project' });
  expect(await faultOf(wrong.calls.openRoom('r'))).toEqual(['wrong-key', 401]);
  const nowhere = aProject({ url: 'http://127.0.0.1:9' });
  expect(await faultOf(nowhere.calls.openRoom('r'))).toEqual(['unavailable', null]);
});

test('what a fault says holds no token and nothing that LiveKit said', async () => {
  const { calls } = aProject({ secret: 'not the secret of this project' });
  const error: unknown = await calls.openRoom('r').catch((thrown: unknown) => thrown);
  expect(String(error)).toBe('ProviderFault: livekit: wrong-key (401)');
});

test('webhooks are read when they are LiveKit’s own, byte for byte', async () => {
  const { calls, key } = aProject();
  const told = async (event: Parameters<typeof webhook>[2]) => {
    const { body, headers } = await webhook(key, secretOf(key), event);
    return await calls.webhook(body, headers.authorization ?? '');
  };
  const room = { name: 'r' };
  const participant = { identity: 'candidate' };
  expect(
    await told({ event: 'track_published', id: 'EV_1', room, participant, track: { sid: 'TR_1', source: 2 } }),
  ).toEqual({ kind: 'track', id: 'EV_1', room: 'r', identity: 'candidate', track: 'TR_1' });
  expect(
    await told({ event: 'track_published', id: 'EV_2', room, participant, track: { sid: 'TR_2', source: 1, type: 1 } }),
  ).toEqual({ kind: 'other', id: 'EV_2', room: 'r' });
  expect(await told({ event: 'participant_left', id: 'EV_3', room, participant })).toEqual({
    kind: 'left',
    id: 'EV_3',
    room: 'r',
    identity: 'candidate',
  });
  const ended = (status: number, request: 'track' | 'roomComposite') => ({
    event: 'egress_ended',
    id: 'EV_4',
    egressInfo: { egressId: 'EG_1', roomName: 'r', status, request: { case: request, value: {} } },
  });
  expect(await told(ended(3, 'roomComposite'))).toEqual({
    kind: 'recording-ended',
    id: 'EV_4',
    room: 'r',
    egress: 'EG_1',
    ok: true,
  });
  expect(await told(ended(4, 'track'))).toMatchObject({ kind: 'copy-ended', ok: false });
  expect(await told({ event: 'something_new', id: 'EV_5' })).toEqual({ kind: 'other', id: 'EV_5', room: '' });
});

test('a webhook that is forged in any way is none', async () => {
  const { calls, key } = aProject();
  const { body, headers } = await webhook(key, secretOf(key), { event: 'room_started', room: { name: 'r' } });
  const authorization = headers.authorization ?? '';
  expect(await calls.webhook(body, authorization)).not.toBeNull();
  expect(await calls.webhook(body.replace('"r"', '"s"'), authorization)).toBeNull();
  expect(await calls.webhook(`${body}\n`, authorization)).toBeNull();
  expect(await calls.webhook(body, '')).toBeNull();
  expect(await calls.webhook(body, authorization.replace(/.$/, 'A').replace(/^./, 'f'))).toBeNull();
  for (const other of [
    await signed(key, secretOf('another'), body),
    await signed('another', secretOf(key), body),
    await signed(key, secretOf(key), body, Date.now() - 400_000),
  ]) {
    expect(await calls.webhook(body, other.headers.authorization ?? '')).toBeNull();
  }
  const nameless = await signed(key, secretOf(key), '{"event":"room_started","room":{"name":"r"}}');
  expect(await calls.webhook(nameless.body, nameless.headers.authorization ?? '')).toBeNull();
});

async function faultOf(call: Promise<unknown>): Promise<[FaultKind, number | null]> {
  const error: unknown = await call.then(
    () => new Error('no fault'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProviderFault)) throw error;
  return [error.kind, error.status];
}

function livesS(claims: { exp?: number; nbf?: number } | null): number {
  return (claims?.exp ?? 0) - (claims?.nbf ?? 0);
}
