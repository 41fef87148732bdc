/** Parts of a recording: the same part is one part, another under its name is refused, and consent stands before all. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../worker/digest.ts';
import { withdrawConsent } from '../../worker/domain/interviews/consents.ts';
import { keepPart, type PartInput } from '../../worker/domain/interviews/keep-part.ts';
import { interviews, recordingParts, recordings } from '../../worker/domain/tables.ts';
import { Problem } from '../../worker/problems.ts';
import { anInvited, comesIn, type Invited } from '../support/room-line.ts';
import { region } from '../support/story.ts';

async function aPart(part: number, more: Partial<PartInput> = {}): Promise<PartInput> {
  const bytes = more.bytes ?? region().random(400);
  return {
    segment: 'segment-one',
    part,
    startMs: part * 5_000,
    durationMs: 5_000,
    hash: await sha256Hex(bytes),
    contentType: 'audio/webm',
    peaks: '',
    bytes,
    ...more,
  };
}

async function talking(recording: boolean): Promise<Invited> {
  const invited = await anInvited({ recording });
  const line = await comesIn(invited);
  await line.hello('client-one');
  await line.act({ type: 'start', mode: 'voice' });
  await region().database.batch({ tenant: invited.owner.tenantId }, (db) => [
    db.update(interviews).set({ state: 'in-interview' }).where(eq(interviews.id, invited.interviewId)),
  ]);
  return invited;
}

async function codeOf(run: Promise<unknown>): Promise<string> {
  return await run.then(
    () => 'kept',
    (error: unknown) => (error instanceof Problem ? error.code : 'another error'),
  );
}

test('a part sent again is the same part; with another content it is refused', async () => {
  const { actor, owner } = await talking(true);
  const part = await aPart(2);
  expect(await keepPart(region(), actor, part)).toEqual({ stored: 'new' });
  expect(await keepPart(region(), actor, part)).toEqual({ stored: 'known' });
  expect(await codeOf(keepPart(region(), actor, await aPart(2)))).toBe('part_differs');
  expect(await codeOf(keepPart(region(), actor, await aPart(1)))).toBe('kept');
  const keys = await region().files.list(`${owner.tenantId}/${actor.interviewId}/parts/`);
  expect(keys).toHaveLength(2);
});

test('twenty uploads of one part at once are one part', async () => {
  const { actor, owner } = await talking(true);
  const part = await aPart(0);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => keepPart(region(), actor, part)));
  expect(outcomes.filter(({ stored }) => stored === 'new')).toHaveLength(1);
  const [rows] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(recordingParts).where(eq(recordingParts.interviewId, actor.interviewId)),
  ]);
  expect(rows).toHaveLength(1);
});

test('without consent to the recording nothing is kept, and after it is taken back nothing more', async () => {
  const silent = await talking(false);
  expect(await codeOf(keepPart(region(), silent.actor, await aPart(0)))).toBe('consent_missing');
  const { actor } = await talking(true);
  expect(await codeOf(keepPart(region(), actor, await aPart(0)))).toBe('kept');
  const purposes = { interview: true, recording: false, analytics: false };
  await withdrawConsent(region(), actor, { purposes, textVersion: '1', language: 'en', device: 'test' });
  expect(await codeOf(keepPart(region(), actor, await aPart(1)))).toBe('consent_missing');
  expect(await region().files.list(`${actor.tenantId}/${actor.interviewId}/`)).toEqual([]);
});

test('a part whose bytes are not what it says, or that is too large, is refused', async () => {
  const { actor } = await talking(true);
  const part = await aPart(0, { hash: 'a'.repeat(64) });
  expect(await codeOf(keepPart(region(), actor, part))).toBe('hash_mismatch');
  const large = await aPart(0, { bytes: new Uint8Array(512 * 1024 + 1) });
  expect(await codeOf(keepPart(region(), actor, large))).toBe('too_large');
});

test('a sealed recording takes no more parts', async () => {
  const { actor, owner } = await talking(true);
  const row = { interviewId: actor.interviewId, tenantId: owner.tenantId, fileKey: 'sealed', hash: '0', size: 1 };
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.insert(recordings).values({ ...row, durationMs: 1, initBytes: 1, fragments: [], peaks: '' }),
  ]);
  expect(await codeOf(keepPart(region(), actor, await aPart(9)))).toBe('recording_closed');
});

test('a withdrawal deletes what waited to be sealed', async () => {
  const { actor, owner } = await talking(true);
  await keepPart(region(), actor, await aPart(0));
  const purposes = { interview: false, recording: false, analytics: false };
  await withdrawConsent(region(), actor, { purposes, textVersion: '1', language: 'en', device: 'test' });
  await expect
    .poll(() => region().files.list(`${owner.tenantId}/${actor.interviewId}/`), { timeout: 5_000 })
    .toEqual([]);
  await expect
    .poll(async () => {
      const [rows] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
        db.select({ state: interviews.state }).from(interviews).where(eq(interviews.id, actor.interviewId)),
      ]);
      return rows[0]?.state;
    })
    .toBe('withdrawn');
});
