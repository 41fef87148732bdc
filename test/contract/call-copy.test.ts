/** A copy of the candidate's sound, from the report of a poor line to samples on the session's clock. */
import { runInDurableObject } from 'cloudflare:test';
import { exports } from 'cloudflare:workers';
import { afterEach, expect, test, vi } from 'vitest';
import { egressFrames, mutedFrame, tone } from '../emulators/livekit/egress-frames.ts';
import { askedOf, type Calling, published, talking, tell } from '../support/a-call.ts';
import { knocks } from '../support/room-line.ts';
import { objectOf } from '../support/session-object.ts';
import { ORIGIN } from '../support/story.ts';
import { until } from '../support/until.ts';

const POOR = { roundTripMs: 700, stalledMs: 2_000, lossPercent: 5 };
const GOOD = { roundTripMs: 40, stalledMs: 0, lossPercent: 0 };

afterEach(() => {
  vi.useRealTimers();
});

async function reports(of: Calling, report: object, times: number): Promise<string[]> {
  const lines: string[] = [];
  for (let i = 0; i < times; i += 1) {
    const { line } = (await (await of.post('/api/candidate/call-line', report)).json()) as { line: string };
    lines.push(line);
  }
  return lines;
}

/** The address that the maker was given for the copy. */
async function copyUrl(of: Calling): Promise<URL> {
  return await until(async () => {
    const asked = (await askedOf(of.interviewId)).findLast(({ at }) => at === 'StartTrackEgress');
    const url = (asked?.body as { websocketUrl?: string } | undefined)?.websocketUrl;
    return url === undefined ? undefined : new URL(url);
  }, 'the copy to be asked for');
}

async function dials(url: URL): Promise<Response> {
  const headers = { upgrade: 'websocket', 'content-type': 'audio/x-raw' };
  return await exports.default.fetch(new Request(`${ORIGIN}${url.pathname}${url.search}`, { headers }));
}

async function isTracked(of: Calling): Promise<void> {
  await tell(published(of.interviewId));
  await until(
    async () =>
      await runInDurableObject(objectOf(of.interviewId), (_, { storage }) =>
        storage.kv.get<{ track: string | null }>('call')?.track === 'TR_mic' ? true : undefined,
      ),
    'the track',
  );
}

test('a poor line asks for a copy, once; a good one ends it', async () => {
  const of = await talking({ recording: false });
  await isTracked(of);
  expect(await reports(of, POOR, 4)).toEqual(['socket', 'call', 'call', 'call']);
  const url = await copyUrl(of);
  expect(url.href).toMatch(/^ws:\/\/[^/]+\/ws\/egress\/eu_itv_[0-9a-z]+\?ticket=[0-9a-f]{48}$/);
  expect((await reports(of, GOOD, 6)).at(-1)).toBe('socket');
  await expect
    .poll(async () => (await askedOf(of.interviewId)).map(({ at }) => at), { timeout: 5_000 })
    .toEqual(['CreateRoom', 'StartTrackEgress']);
  const egress = await runInDurableObject(
    objectOf(of.interviewId),
    (_, { storage }) => storage.kv.get<{ copy: string | null }>('call')?.copy,
  );
  expect(egress).toBeNull();
});

test('without consent to the recording nothing is recorded, and the copy is still had', async () => {
  const of = await talking({ recording: false });
  await isTracked(of);
  await reports(of, POOR, 2);
  await copyUrl(of);
  expect((await askedOf(of.interviewId)).map(({ at }) => at)).not.toContain('StartRoomCompositeEgress');
});

test('a copy’s socket opens once, with its own ticket only', async () => {
  const of = await talking({ recording: false });
  await isTracked(of);
  await reports(of, POOR, 2);
  const url = await copyUrl(of);
  const ticket = url.searchParams.get('ticket') ?? '';
  const room = (await (await of.post('/api/candidate/socket-ticket')).json()) as { ticket: string };
  expect((await knocks(of.interviewId, ticket)).status).toBe(404);
  const wrong = new URL(url);
  wrong.searchParams.set('ticket', room.ticket);
  expect((await dials(wrong)).status).toBe(404);
  wrong.searchParams.delete('ticket');
  expect((await dials(wrong)).status).toBe(404);
  const [first, second] = await Promise.all([dials(url), dials(url)]);
  expect([first.status, second.status].sort()).toEqual([101, 404]);
  first.webSocket?.accept();
  second.webSocket?.accept();
  expect((await dials(url)).status).toBe(404);
});

test('what comes over it is heard at 16 kHz, in its place', async () => {
  const of = await talking({ recording: false });
  await isTracked(of);
  await reports(of, POOR, 2);
  const heard: { pcm: Int16Array; atMs: number }[] = [];
  await runInDurableObject(objectOf(of.interviewId), (instance) => {
    instance.onEgressSound = (pcm, atMs) => heard.push({ pcm, atMs });
  });
  const socket = (await dials(await copyUrl(of))).webSocket;
  socket?.accept();
  // Older than the sound that had waited: what lies before the session's clock is not heard.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5_000 });
  for (const frame of egressFrames(tone(500, 400))) socket?.send(frame);
  socket?.send('{"muted":"perhaps"}');
  socket?.send(mutedFrame(true));
  await until(() => (heard.length > 0 ? true : undefined), 'the sound');
  vi.useRealTimers();
  const samples = heard.reduce((sum, { pcm }) => sum + pcm.length, 0);
  expect(samples).toBe(400 * 16);
  const [first] = heard;
  expect(heard.map(({ atMs }) => atMs - (first?.atMs ?? 0))).toEqual(heard.map((_, at) => at * 20));
  socket?.close(1000);
});

test('who is not the candidate of this interview reports on no line', async () => {
  const of = await talking({ recording: false }, false);
  expect((await of.post('/api/candidate/call-line', { ...POOR, stalledMs: -1 })).status).toBe(422);
  expect(await reports(of, POOR, 3)).toEqual(['socket', 'call', 'call']);
  expect(await askedOf(of.interviewId)).toEqual([]);
});
