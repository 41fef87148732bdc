/** A candidate whose own line is poor: the answer is heard from the call's copy of their microphone, and from nowhere else. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONSENT_TEXT_VERSION } from '../../worker/domain/candidates/consent-text-rules.ts';
import { RoomClient } from '../../worker/local/room-client.ts';
import { openLink, secretOf as secretInLink } from '../../worker/local/sign-in.ts';
import { synthesise } from '../../worker/local/speech.ts';
import type { Door } from '../emulators/door.ts';
import { openLiveKit } from '../emulators/livekit/livekit.ts';
import { playEgress } from '../emulators/livekit/play-egress.ts';
import { secretOf } from '../emulators/livekit/project.ts';
import { webhook } from '../emulators/livekit/webhooks.ts';
import { CASCADE_REGION, type EmulatedMakers, emulatedMakers } from '../support/emulated-makers.ts';
import { MAILBOX_KEY } from '../support/mailbox-key.ts';
import { type Product, startProduct } from '../support/product.ts';
import { until } from '../support/until.ts';
import { ANSWERS, anInvitation } from './short-plan.ts';

const STARTING_MS = 240_000;
const KEY = 'interloop-journey';
const POOR = { roundTripMs: 800, stalledMs: 4_000, lossPercent: 8 };

let makers: EmulatedMakers;
let livekit: Door;
let product: Product;
beforeAll(async () => {
  makers = await emulatedMakers();
  livekit = await openLiveKit();
  const suffix = CASCADE_REGION.toUpperCase();
  product = await startProduct({
    seeded: false,
    environment: {
      ...makers.environment,
      [`LIVEKIT_URL_${suffix}`]: livekit.url,
      [`LIVEKIT_API_KEY_${suffix}`]: KEY,
      [`LIVEKIT_API_SECRET_${suffix}`]: secretOf(KEY),
    },
  });
}, STARTING_MS);
afterAll(async () => {
  await product.close();
  await livekit.close();
  await makers.close();
});

test('what is said over the call becomes the answer', { timeout: STARTING_MS }, async () => {
  const who = await anInvitation(product, CASCADE_REGION);
  const client = await openLink(
    { url: product.url, mailboxKey: MAILBOX_KEY },
    CASCADE_REGION,
    secretInLink(who.link),
    who.email,
  );
  const purposes = { interview: true, recording: true, analytics: false };
  await client.call('POST /api/candidate/consents', {
    body: { purposes, textVersion: CONSENT_TEXT_VERSION, language: 'en' },
  });
  const room = new RoomClient(async () => {
    const { path } = await client.call('POST /api/candidate/socket-ticket');
    return new URL(path, product.url.replace(/^http/, 'ws')).href;
  });
  try {
    await room.until(({ phase }) => phase === 'ready');
    await room.do({ type: 'start', mode: 'voice' });
    await client.call('POST /api/candidate/call-pass');
    await publishes(who.interview);
    for (;;) {
      const view = await room.until(({ phase }) => phase === 'speaking' || phase === 'listening');
      if (view.phase === 'listening') break;
      await room.do({ type: 'spoken', turn: view.utterance?.turn ?? '' });
      await room.until((next) => next.phase === 'listening' || next.utterance?.turn !== view.utterance?.turn);
    }

    await until(async () => {
      const { line } = await client.call('POST /api/candidate/call-line', { body: POOR });
      return line === 'call' ? true : undefined;
    }, 'the call to be the line');
    const url = await until(copyUrl, 'the copy to be asked for');
    const startMs = room.nowMs();
    const { pcm } = await synthesise([ANSWERS[0]]);
    await playEgress(
      url,
      Int16Array.from(pcm, (sample) => Math.round(sample * 32_767)),
    );
    const endMs = room.nowMs();
    await room.do({ type: 'turn-over', startMs, endMs, soundTo: 0, typed: '', how: 'button' });
    const answer = await until(() => room.turns.find(({ kind }) => kind === 'answer'), 'the answer');
    expect(answer.via).toBe('voice');
    expect(answer.text.toLowerCase()).toContain('nine agents in two shifts');
    expect(answer.startMs).toBeGreaterThanOrEqual(startMs - 1_000);
    expect(answer.endMs).toBeLessThanOrEqual(endMs + 1_000);
  } finally {
    room.close();
  }
});

/** The media server tells that the candidate's microphone is there. */
async function publishes(interview: string): Promise<void> {
  const told = await webhook(KEY, secretOf(KEY), {
    event: 'track_published',
    room: { name: interview },
    participant: { identity: 'candidate' },
    track: { sid: 'TR_mic', source: 2 },
  });
  const address = `${product.url}/api/hooks/livekit/${CASCADE_REGION}`;
  const answer = await fetch(address, { method: 'POST', body: told.body, headers: told.headers });
  expect(answer.status).toBe(204);
}

function copyUrl(): string | undefined {
  const asked = livekit.journal.read(KEY).findLast(({ at }) => at === 'StartTrackEgress');
  const body = asked?.body as { websocketUrl?: string } | undefined;
  return body?.websocketUrl;
}
