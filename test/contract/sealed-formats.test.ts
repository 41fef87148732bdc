/** What was recorded as MP4 is sealed and leaves as one file; what cannot be sealed is kept, and both sides are told. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../worker/digest.ts';
import { ownInterview } from '../../worker/domain/candidates/own-interview.ts';
import { keepPart } from '../../worker/domain/interviews/keep-part.ts';
import { sealInterview } from '../../worker/domain/interviews/seal-interview.ts';
import { interviews, recordingParts, recordings, turns } from '../../worker/domain/tables.ts';
import { anInterview, aRole, itsReport } from '../support/finished-interview.ts';
import { type RecordedMp4, recordedMp4 } from '../support/recorded-mp4.ts';
import { anInvited, type Invited } from '../support/room-line.ts';
import { aTenant, region } from '../support/story.ts';

const AAC: RecordedMp4 = {
  codec: 'aac',
  packets: Array.from({ length: 235 }, (_, n) => Uint8Array.of(0x21, n, 1, 2, 3)),
  rate: 48_000,
  channels: 2,
  packetSamples: 1024,
  perFragment: 47,
};
const AAC_MS = 5013;
const OPUS: RecordedMp4 = {
  ...AAC,
  codec: 'opus',
  packets: Array.from({ length: 100 }, (_, n) => Uint8Array.of(0xfc, n, 4, 5, 6)),
  packetSamples: 960,
  perFragment: 50,
};
const OPUS_MS = 2000;

async function talking(): Promise<Invited> {
  const invited = await anInvited({ recording: true });
  await region().database.batch({ tenant: invited.owner.tenantId }, (db) => [
    db
      .update(interviews)
      .set({ state: 'in-interview', startedAt: region().now() })
      .where(eq(interviews.id, invited.interviewId)),
  ]);
  return invited;
}

interface Sent {
  segment: string;
  startMs: number;
  durationMs: number;
}

async function sends({ actor }: Invited, bytes: Uint8Array, sent: Sent): Promise<void> {
  const hash = await sha256Hex(bytes);
  await keepPart(region(), actor, { ...sent, part: 0, hash, contentType: 'audio/mp4', peaks: '', bytes });
}

/** Ends, as the session ends it. */
async function ends({ actor, owner }: Invited, segments: string[], made = 1): Promise<void> {
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.update(interviews).set({ state: 'sealing' }).where(eq(interviews.id, actor.interviewId)),
  ]);
  const system = { kind: 'system', tenantId: owner.tenantId, interviewId: actor.interviewId } as const;
  await sealInterview(region(), system, { parts: segments.map((id) => ({ id, parts: made })) });
}

async function waitingParts({ actor, owner }: Invited): Promise<string[]> {
  const [rows] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(recordingParts).where(eq(recordingParts.interviewId, actor.interviewId)),
  ]);
  return rows.map(({ segment }) => segment);
}

const at = ({ interviewId }: Invited) => `/api/recruiter/interviews/${interviewId}`;

test('a recording in AAC plays as what it is, and leaves as one file that any player opens', async () => {
  const who = await talking();
  await sends(who, recordedMp4(AAC), { segment: 'segment-one', startMs: 0, durationMs: AAC_MS });
  await ends(who, ['segment-one']);
  expect(await waitingParts(who)).toEqual([]);
  const opened = await (await who.owner.get(`${at(who)}/recording`)).json<{ mime: string; durationMs: number }>();
  expect(opened).toMatchObject({ mime: 'audio/mp4; codecs="mp4a.40.2"', durationMs: AAC_MS });
  const file = await who.owner.get(`${at(who)}/recording/export`);
  expect(file.headers.get('content-type')).toBe('audio/mp4');
  expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${who.interviewId}.m4a"`);
  expect(new TextDecoder('latin1').decode((await file.arrayBuffer()).slice(4, 8))).toBe('ftyp');
  expect(await (await who.owner.get(`${at(who)}/report`)).json()).toMatchObject({ unsealedMs: 0 });
  expect((await ownInterview(region(), who.actor)).unsealedMs).toBe(0);
});

test('what is in another format stays as it came, and both sides are told how much; sealing again takes nothing', async () => {
  const who = await talking();
  await sends(who, recordedMp4(AAC), { segment: 'segment-one', startMs: 0, durationMs: AAC_MS });
  await sends(who, recordedMp4(OPUS), { segment: 'segment-two', startMs: 9000, durationMs: OPUS_MS });
  expect((await ownInterview(region(), who.actor)).unsealedMs).toBe(0);
  for (const time of ['once', 'again']) {
    await ends(who, ['segment-one', 'segment-two']);
    expect(await waitingParts(who), time).toEqual(['segment-two']);
  }
  // Scoring follows.
  await region().database.batch({ tenant: who.owner.tenantId }, (db) => [
    db.update(interviews).set({ state: 'scoring' }).where(eq(interviews.id, who.interviewId)),
  ]);
  const report = await (await who.owner.get(`${at(who)}/report`)).json<{
    history: { kind: string; detail: object }[];
  }>();
  expect(report).toMatchObject({ unsealedMs: OPUS_MS, recording: { durationMs: AAC_MS, missingParts: 0 } });
  expect(report.history.find(({ kind }) => kind === 'sealed')?.detail).toMatchObject({ sound: true, unsealedParts: 1 });
  expect((await ownInterview(region(), who.actor)).unsealedMs).toBe(OPUS_MS);
  const keys = await region().files.list(`${who.owner.tenantId}/${who.interviewId}/parts/`);
  expect(keys).toHaveLength(1);
});

test('a recording of which nothing can be sealed is not told as one that never was', async () => {
  const who = await talking();
  await sends(who, region().random(900), { segment: 'segment-one', startMs: 0, durationMs: 5000 });
  await ends(who, ['segment-one']);
  const report = await (await who.owner.get(`${at(who)}/report`)).json<{
    history: { kind: string; detail: object }[];
  }>();
  expect(report).toMatchObject({ unsealedMs: 5000, recording: null });
  expect(report.history.find(({ kind }) => kind === 'sealed')?.detail).toMatchObject({
    sound: false,
    unsealedParts: 1,
  });
  expect((await ownInterview(region(), who.actor)).unsealedMs).toBe(5000);
});

test('a report and a comparison say of each quote whether it can be heard', async () => {
  const owner = await aTenant();
  const role = await aRole(owner);
  const changes = {
    said: {},
    typed: { via: 'typed' as const },
    beyond: { durationMs: 8000 },
  };
  const audible: Record<string, unknown> = {};
  for (const [name, change] of Object.entries(changes)) {
    const { interviewId } = await anInterview(owner, role, { name });
    await itsReport(owner, interviewId, role.planId);
    await region().database.batch({ tenant: owner.tenantId }, (db) => [
      'via' in change
        ? db.update(turns).set(change).where(eq(turns.interviewId, interviewId))
        : db
            .update(recordings)
            .set({ durationMs: 15_000, ...change })
            .where(eq(recordings.interviewId, interviewId)),
    ]);
    type Quotes = { quotes: { audible: boolean }[] }[];
    const report = await owner.get(`/api/recruiter/interviews/${interviewId}/report`);
    const { card } = await report.json<{ card: { criteria: Quotes; digest: { cites: { audible: boolean }[] }[] } }>();
    const compared = await owner.get(`/api/recruiter/roles/${role.roleId}/compare?people=${interviewId}`);
    const { people } = await compared.json<{ people: { criteria: Quotes }[] }>();
    audible[name] = [
      card.criteria[0]?.quotes[0]?.audible,
      card.digest[0]?.cites[0]?.audible,
      people[0]?.criteria[0]?.quotes[0]?.audible,
    ];
  }
  expect(audible).toEqual({ said: [true, true, true], typed: [false, false, false], beyond: [false, false, false] });
});

test('a part that the room made and that never came is told in the report and its history', async () => {
  const who = await talking();
  await sends(who, recordedMp4(AAC), { segment: 'segment-one', startMs: 0, durationMs: AAC_MS });
  await ends(who, ['segment-one'], 3);
  const report = await (await who.owner.get(`${at(who)}/report`)).json<{
    history: { kind: string; detail: object }[];
  }>();
  expect(report).toMatchObject({ unsealedMs: 0, recording: { missingParts: 2 } });
  expect(report.history.find(({ kind }) => kind === 'sealed')?.detail).toMatchObject({ missingParts: 2 });
  expect(await (await who.owner.get(`${at(who)}/recording`)).json()).toMatchObject({ missingParts: 2 });
});
