/** A real livekit-server: our passes let in and no further, sound arrives, its webhooks are believed. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ProviderFault } from '../../worker/provider-faults.ts';
import type { CallEvent, Calls, RoomPass } from '../../worker/providers/calls/calls.ts';
import { liveKitCalls } from '../../worker/providers/calls/livekit.ts';
import { launch } from '../journeys/chromium.ts';
import { LIVEKIT_KEY, LIVEKIT_SECRET, type RealLiveKit, startLiveKit } from '../support/real-livekit.ts';
import { until } from '../support/until.ts';
import { openRelay, type Relay } from '../support/webhook-relay.ts';
import { type CallPage, serveCallPages } from './call-pages.ts';

declare global {
  var page: CallPage;
}

const program = process.env.INTERLOOP_TEST_LIVEKIT ?? '';
let relay: Relay;
let livekit: RealLiveKit;
let calls: Calls;
let pages: Awaited<ReturnType<typeof serveCallPages>>;
let browser: Browser;

beforeAll(async () => {
  relay = await openRelay();
  livekit = await startLiveKit(program, relay.url);
  calls = callsBy(LIVEKIT_SECRET);
  pages = await serveCallPages();
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await pages.close();
  await livekit.close();
  await relay.close();
});

function callsBy(secret: string, answerS?: number): Calls {
  return liveKitCalls({ url: livekit.url, key: LIVEKIT_KEY, secret, bucket: null, place: 'here' }, answerS);
}

async function aPage(): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(pages.url);
  return page;
}

async function events(room: string): Promise<CallEvent[]> {
  const read = await Promise.all(relay.told.map(({ body, authorization }) => calls.webhook(body, authorization)));
  return read.filter((event) => event !== null).filter((event) => event.room === room);
}

async function ask(method: string, body: object, { token }: RoomPass): Promise<number> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const answer = await fetch(`${livekit.url}/twirp/livekit.${method}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers,
  });
  await answer.body?.cancel();
  return answer.status;
}

async function faultOf(act: Promise<unknown>): Promise<[string, number | null]> {
  const error: unknown = await act.catch((thrown: unknown) => thrown);
  if (!(error instanceof ProviderFault)) throw new Error('no fault');
  return [error.kind, error.status];
}

test('rooms open twice as one and close twice without a fault', async () => {
  await calls.openRoom('twice');
  await calls.openRoom('twice');
  await calls.closeRoom('twice');
  await calls.closeRoom('twice');
});

test('another secret is a wrong key, and a server without egress is a fault and no more', async () => {
  expect(await faultOf(callsBy('another secret, which this server does not know').openRoom('r'))).toEqual([
    'wrong-key',
    401,
  ]);
  await calls.openRoom('no-egress');
  // It waits for an egress to come forward, longer than we do.
  const copy = callsBy(LIVEKIT_SECRET, 1).copyTrack('no-egress', 'TR_x', 'ws://127.0.0.1:9/');
  expect(await faultOf(copy)).toEqual(['timeout', null]);
});

test('passes are no keys to the server', async () => {
  await calls.openRoom('walls');
  for (const pass of [
    await calls.candidatePass('walls', 'candidate'),
    await calls.listenerPass('walls', 'listener-1'),
  ]) {
    expect(await ask('RoomService/CreateRoom', { name: 'mine' }, pass)).toBe(401);
    expect(await ask('RoomService/ListRooms', {}, pass)).toBe(401);
    expect(await ask('RoomService/DeleteRoom', { room: 'walls' }, pass)).toBe(401);
    expect(await ask('RoomService/ListParticipants', { room: 'walls' }, pass)).toBe(401);
    expect(await ask('Egress/ListEgress', {}, pass)).toBe(401);
  }
});

test('a member hears the candidate, the candidate sees that, and both leave', async () => {
  await calls.openRoom('talk');
  await calls.putOut('talk', 'nobody');
  const [candidate, listener] = [await aPage(), await aPage()];
  await candidate.evaluate((pass) => page.enter(pass), await calls.candidatePass('talk', 'candidate'));
  expect(await candidate.evaluate(() => page.listeners())).toBe(0);
  await listener.evaluate((pass) => page.listen(pass), await calls.listenerPass('talk', 'listener-1'));
  await until(async () => ((await listener.evaluate(() => page.heard())) > 0.01 ? true : undefined), 'sound');
  await until(async () => ((await candidate.evaluate(() => page.listeners())) === 1 ? true : undefined), 'the sign');
  await calls.putOut('talk', 'listener-1');
  await until(async () => ((await candidate.evaluate(() => page.listeners())) === 0 ? true : undefined), 'no sign');
  await candidate.evaluate(() => page.stop());
  await calls.closeRoom('talk');

  const kinds = await until(async () => {
    const found = (await events('talk')).map(({ kind }) => kind);
    return found.filter((kind) => kind === 'left').length === 2 ? found : undefined;
  }, 'the webhooks');
  expect(kinds).toContain('track');
  expect(kinds.filter((kind) => kind === 'joined')).toHaveLength(2);
  const track = (await events('talk')).find(({ kind }) => kind === 'track');
  expect(track).toMatchObject({ identity: 'candidate', track: expect.stringMatching(/^TR_/) });
});

test('a candidate publishes a microphone and nothing else; a listener nothing at all', async () => {
  await calls.openRoom('rules');
  const page = await aPage();
  const trespass = async (pass: RoomPass) => await page.evaluate((own) => globalThis.page.trespass(own), pass);
  expect(await trespass(await calls.candidatePass('rules', 'candidate'))).toEqual(['microphone']);
  expect(await trespass(await calls.listenerPass('rules', 'listener-1'))).toEqual([]);
});

test('every webhook is believed as it came, and none with a byte changed', async () => {
  expect(relay.told.length).toBeGreaterThan(5);
  for (const { body, authorization, type } of relay.told) {
    expect(type).toBe('application/webhook+json');
    expect(await calls.webhook(body, authorization)).not.toBeNull();
    expect(await calls.webhook(`${body} `, authorization)).toBeNull();
    expect(await callsBy('another secret, which this server does not know').webhook(body, authorization)).toBeNull();
  }
  const ids = (await Promise.all(relay.told.map(({ body, authorization }) => calls.webhook(body, authorization)))).map(
    (event) => event?.id,
  );
  expect(new Set(ids).size).toBe(ids.length);
});
