/** Reports, recordings and comparisons: read by the tenant's members only, and every reading is recorded. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { writeMp4 } from '../../worker/domain/recordings/mp4-rules.ts';
import { silentPackets } from '../../worker/domain/recordings/opus-rules.ts';
import { recordings } from '../../worker/domain/tables.ts';
import { makeId } from '../../worker/ids.ts';
import { ANSWER, anInterview, aRole, auditOf, itsReport, QUOTE } from '../support/finished-interview.ts';
import { aTenant, region, request } from '../support/story.ts';

async function aReport() {
  const owner = await aTenant();
  const role = await aRole(owner);
  const { interviewId } = await anInterview(owner, role);
  const sound = await itsReport(owner, interviewId, role.planId);
  return { owner, role, interviewId, sound, at: `/api/recruiter/interviews/${interviewId}` };
}

test('a report holds the digest, every criterion, the words and the people; reading it is recorded', async () => {
  const { owner, interviewId, at } = await aReport();
  const answer = await owner.get(`${at}/report`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const report = (await answer.json()) as {
    card: {
      scorer: string;
      criteria: { id: string; level: number | null; quotes: { turnId: string; text: string }[] }[];
    };
    turns: { id: string; text: string }[];
    history: { kind: string }[];
  };
  expect(report.card.scorer).toBe('rehearsed');
  expect(report.card.criteria.map(({ id, level }) => [id, level])).toEqual([
    ['calm', 4],
    ['numbers', null],
  ]);
  const quote = report.card.criteria[0]?.quotes[0];
  expect(quote?.text).toBe(QUOTE);
  expect(report.turns.find(({ id }) => id === quote?.turnId)?.text).toBe(ANSWER);
  expect(await auditOf(owner, interviewId)).toEqual(['report.read']);
  const again = (await (await owner.get(`${at}/report`)).json()) as typeof report;
  expect(again.history.map(({ kind }) => kind)).toContain('report-read');
});

test('another tenant’s report, recording and progress answer like ones that are not there', async () => {
  const { interviewId } = await aReport();
  const other = await aTenant();
  const missing = makeId('eu', 'interview', region().random(16));
  for (const part of ['report', 'progress', 'recording', 'recording/file', 'recording/peaks', 'recording/export']) {
    const [foreign, none] = await Promise.all([
      other.get(`/api/recruiter/interviews/${interviewId}/${part}`),
      other.get(`/api/recruiter/interviews/${missing}/${part}`),
    ]);
    expect([part, foreign.status]).toEqual([part, 404]);
    expect(await foreign.text()).toBe(await none.text());
  }
});

test('the recording is opened once, read in ranges, and recorded as one reading', async () => {
  const { owner, interviewId, sound, at } = await aReport();
  const opened = (await (await owner.get(`${at}/recording`)).json()) as { url: string; peaksUrl: string };
  const ranges: [string, number, number, number][] = [
    ['bytes=0-599', 206, 0, 600],
    ['bytes=600-', 206, 600, 4000],
    ['bytes=-100', 206, 3900, 4000],
    ['bytes=3990-9999', 206, 3990, 4000],
    ['lines=1-2', 200, 0, 4000],
  ];
  for (const [range, status, from, to] of ranges) {
    const answer = await ranged(opened.url, owner.cookie, range);
    expect([range, answer.status]).toEqual([range, status]);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(sound.slice(from, to));
    if (status === 206) expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/4000`);
  }
  const beyond = await ranged(opened.url, owner.cookie, 'bytes=4000-');
  expect(beyond.status).toBe(416);
  expect(beyond.headers.get('content-range')).toBe('bytes */4000');
  const peaks = await owner.get(opened.peaksUrl);
  expect([...new Uint8Array(await peaks.arrayBuffer())]).toEqual([1, 2, 3, 4]);
  expect(await auditOf(owner, interviewId)).toEqual(['recording.opened']);
  await (await owner.get(`${at}/recording/file`)).arrayBuffer();
  await (await owner.get(`${at}/recording/file?pass=1.guess`)).arrayBuffer();
  expect(await auditOf(owner, interviewId)).toEqual(['recording.opened', 'recording.read']);
});

async function ranged(path: string, cookie: string, range: string): Promise<Response> {
  return await request(path, { cookie, headers: { range } });
}

test('people are compared on one version of the rubric; another version is named and left out', async () => {
  const { owner, role, interviewId } = await aReport();
  const second = await anInterview(owner, role, { name: 'Ravi' });
  await itsReport(owner, second.interviewId, role.planId);
  const third = await anInterview(owner, role, { name: 'Not yet', state: 'invited' });
  const foreign = await aReport();
  const ids = [interviewId, second.interviewId, third.interviewId, foreign.interviewId].join(',');
  const answer = await owner.get(`/api/recruiter/roles/${role.roleId}/compare?people=${ids}`);
  expect(await answer.json()).toMatchObject({
    planVersion: 1,
    people: [{ id: interviewId }, { id: second.interviewId, name: 'Ravi' }],
    leftOut: [{ id: third.interviewId, why: 'no-report' }],
  });
  expect(await auditOf(owner, second.interviewId)).toEqual(['report.compared']);
});

test('a file that is not what was sealed is refused by name, whichever part of it is damaged', async () => {
  const { owner, interviewId, at } = await aReport();
  const key = `${owner.tenantId}/${interviewId}/recording.mp4`;
  const sealed = writeMp4(silentPackets(96_000));
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.update(recordings).set({ fragments: sealed.fragments }).where(eq(recordings.interviewId, interviewId)),
  ]);
  const [, second] = sealed.fragments;
  if (second === undefined) throw new Error('one fragment only');
  const spoilt = (at: number, value: number) => sealed.bytes.map((byte, i) => (i === at ? value : byte));
  const damaged = {
    'not an MP4': new TextEncoder().encode('no sound at all'),
    'cut off': sealed.bytes.slice(0, -10),
    'another box': spoilt(second[1] + 4, 0x78),
    'more packets than there is room for': spoilt(second[1] + 8 + 16 + 8 + 16 + 20 + 12, 0xff),
  };
  for (const [what, bytes] of Object.entries(damaged)) {
    await region().files.put(key, bytes, 'audio/mp4');
    const answer = await owner.get(`${at}/recording/export`);
    expect([answer.status, await answer.json()], what).toMatchObject([409, { code: 'recording_damaged' }]);
  }
  await region().files.put(key, sealed.bytes, 'audio/mp4');
  expect((await owner.get(`${at}/recording/export`)).status).toBe(200);
});

test('the recording leaves as one ordinary Ogg file, and leaving is recorded', async () => {
  const { owner, interviewId, at } = await aReport();
  const sealed = writeMp4(silentPackets(96_000));
  await region().files.put(`${owner.tenantId}/${interviewId}/recording.mp4`, sealed.bytes, 'audio/mp4');
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.update(recordings).set({ fragments: sealed.fragments }).where(eq(recordings.interviewId, interviewId)),
  ]);
  const answer = await owner.get(`${at}/recording/export`);
  expect(answer.headers.get('content-type')).toBe('audio/ogg');
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${interviewId}.ogg"`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(new TextDecoder('latin1').decode(bytes.slice(0, 4))).toBe('OggS');
  expect(await auditOf(owner, interviewId)).toEqual(['recording.exported']);
});
