/** What browsers record as MP4, Opus and AAC, is sealed like WebM: every sound at its moment, in a file that plays. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportOgg } from '../../worker/domain/recordings/ogg-rules.ts';
import { type SealablePart, type SealedFile, sealRecording } from '../../worker/domain/recordings/seal.ts';
import { type Spoken, synthesise } from '../../worker/local/speech.ts';
import { encoded, hasFfmpeg, played } from '../support/ffmpeg.ts';
import { type RecordedMp4, recordedMp4 } from '../support/recorded-mp4.ts';
import { loudness, RATE, whereIs } from '../support/sealed-sound.ts';

const RECORDED = Uint8Array.from(readFileSync(new URL('../support/sounds/browser-opus.mp4', import.meta.url)));

async function sealed(parts: SealablePart[]): Promise<SealedFile> {
  const file = await sealRecording(parts);
  if (file === null) throw new Error('no sound');
  return file;
}

interface Cut {
  segment?: string;
  startMs?: number;
  lengthMs: number;
  parts?: number;
}

/** Cut at any byte, as a recorder's slices are. */
function cutUp(bytes: Uint8Array, { segment = 'only', startMs = 0, lengthMs, parts = 1 }: Cut): SealablePart[] {
  const at = (n: number, whole: number) => Math.round((whole * n) / parts);
  return Array.from({ length: parts }, (_, n) => ({
    segment,
    part: n,
    startMs: startMs + at(n, lengthMs),
    durationMs: at(n + 1, lengthMs) - at(n, lengthMs),
    peaks: '',
    bytes: async () => bytes.slice(at(n, bytes.length), at(n + 1, bytes.length)),
  }));
}

/** The packets of a file by a reader that is not ours. */
async function packetsOf(bytes: Uint8Array): Promise<{ ms: number; data: Uint8Array }[]> {
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(Uint8Array.from(bytes)) });
  const track = await input.getPrimaryAudioTrack();
  if (track === null) throw new Error('no track');
  const packets: { ms: number; data: Uint8Array }[] = [];
  for await (const packet of new EncodedPacketSink(track).packets())
    packets.push({ ms: packet.timestamp * 1000, data: packet.data });
  return packets;
}

test.each([1, 2, 5, 40])('a recording of a browser in MP4 is sealed whole, in %i parts', async (parts) => {
  const file = await sealed(cutUp(RECORDED, { lengthMs: 4140, parts }));
  expect(file.durationMs).toBe(4140);
  expect(file.mime).toBe('audio/mp4; codecs="opus"');
  expect(file.unsealed).toEqual([]);
  const [before, after] = [await packetsOf(RECORDED), await packetsOf(file.bytes)];
  // The last packet of this file holds 60 ms and is to be heard for 21: the recorder filled it up.
  before.pop();
  expect(after.map(({ data }) => data)).toEqual(before.map(({ data }) => data));
  for (const [n, { ms }] of before.entries()) expect(Math.abs((after[n]?.ms ?? -1000) - ms)).toBeLessThan(60);
  expect(await packetsOf(exportOgg(file))).toHaveLength(before.length);
});

/** Packets of one length, none like another; of Opus, each says that it sounds 20 ms. */
function packets(codec: 'opus' | 'aac', count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, n) => {
    const packet = Uint8Array.from({ length: 90 }, (_, i) => (n * 31 + i * 7) & 255);
    packet.set([codec === 'opus' ? 0xfc : 0x21, n >> 8, n & 255]);
    return packet;
  });
}

const AAC: RecordedMp4 = {
  codec: 'aac',
  packets: packets('aac', 470),
  rate: 48_000,
  channels: 2,
  packetSamples: 1024,
  perFragment: 47,
};
const OPUS: RecordedMp4 = { ...AAC, codec: 'opus', packets: packets('opus', 500), packetSamples: 960, perFragment: 50 };

function lengthOf({ packets: all, packetSamples, rate }: RecordedMp4): number {
  return (all.length * packetSamples * 1000) / rate;
}

/** When each packet is heard, by a reader that is not ours; those of `made` that are in the file. */
async function heardAt(file: SealedFile, made: RecordedMp4): Promise<{ n: number; ms: number }[]> {
  const names = new Map(made.packets.map((packet, n) => [packet.join(), n]));
  return (await packetsOf(file.bytes)).flatMap(({ ms, data }) => {
    const n = names.get(data.join());
    return n === undefined ? [] : [{ n, ms }];
  });
}

/** A packet of AAC stands on a grid: it is at most half of its own length beside its moment. */
const GRID_MS = 12;

async function expectInPlace(file: SealedFile, made: RecordedMp4, fromMs: number, count = made.packets.length) {
  const heard = await heardAt(file, made);
  expect(heard.map(({ n }) => n)).toHaveLength(count);
  for (const { n, ms } of heard)
    expect(Math.abs(ms - fromMs - (n * made.packetSamples * 1000) / made.rate)).toBeLessThan(GRID_MS);
}

const WRITERS: [string, Partial<RecordedMp4>][] = [
  ['lengths and sizes told once a fragment', { told: 'fragment' }],
  ['lengths and sizes told once a file', { told: 'file' }],
  ['places counted from the file', { from: 'file' }],
  ['places that follow what came before', { from: 'before', trafs: 3 }],
  ['several track fragments in one fragment', { trafs: 4 }],
  ['a picture in front of the sound', { withPicture: true }],
  ['a picture and places counted from the file', { withPicture: true, from: 'file', trafs: 2 }],
  ['no time in any fragment', { timed: false }],
  ['times in milliseconds', { timescale: 1_000_000 }],
  ['times that count from the device’s start', { beginsAt: 400_000_000 }],
];

describe.each([
  ['AAC at 48 kHz', AAC],
  ['AAC at 44.1 kHz, one channel', { ...AAC, rate: 44_100, channels: 1 as const }],
  ['Opus', OPUS],
])('%s', (_, made) => {
  test.each(WRITERS)('%s', async (_, edge) => {
    const one = { ...made, ...edge };
    const file = await sealed(cutUp(recordedMp4(one), { startMs: 2000, lengthMs: lengthOf(one), parts: 3 }));
    expect(file.unsealed).toEqual([]);
    await expectInPlace(file, one, 2000);
    expect(Math.abs(file.durationMs - 2000 - lengthOf(one))).toBeLessThan(25);
  });

  test('a part that never came is a gap, and reading goes on in the middle of a fragment', async () => {
    for (const edge of [{}, { from: 'file' as const }, { timed: false }]) {
      const one = { ...made, ...edge };
      const parts = cutUp(recordedMp4(one), { startMs: 500, lengthMs: lengthOf(one), parts: 5 });
      const file = await sealed(parts.filter(({ part }) => part !== 2));
      const heard = await heardAt(file, one);
      expect(heard.length).toBeGreaterThan(one.packets.length * 0.6);
      expect(heard.length).toBeLessThan(one.packets.length * 0.85);
      // Without times of its own a piece lies where its parts say, and those are cut by bytes.
      const tolerance = edge.timed === false ? 250 : GRID_MS;
      for (const { n, ms } of heard)
        expect(Math.abs(ms - 500 - (n * one.packetSamples * 1000) / one.rate)).toBeLessThan(tolerance);
    }
  });

  test('an edit list says when the sound begins', async () => {
    const late = { ...made, waitsMs: 300 };
    await expectInPlace(await sealed(cutUp(recordedMp4(late), { lengthMs: lengthOf(late) })), late, 300);
    // 312 samples of Opus are the run-up that the sealed file announces itself.
    const runUp = made.codec === 'opus' ? 312 + 960 : 2048;
    const early = { ...made, cutsOff: runUp };
    const file = await sealed(cutUp(recordedMp4(early), { startMs: 1000, lengthMs: lengthOf(early) }));
    const cutMs = ((made.codec === 'opus' ? 960 : 2048) * 1000) / made.rate;
    await expectInPlace(file, early, 1000 - cutMs);
  });

  test('after a reload a second recording follows with its own beginning', async () => {
    const bytes = recordedMp4(made);
    const first = cutUp(bytes, { segment: 'zz-first', startMs: 0, lengthMs: lengthOf(made), parts: 2 });
    const second = cutUp(bytes, { segment: 'aa-second', startMs: 15_000, lengthMs: lengthOf(made), parts: 2 });
    const heard = await heardAt(await sealed([...second, ...first]), made);
    expect(heard).toHaveLength(made.packets.length * 2);
    const again = heard.slice(made.packets.length);
    for (const { n, ms } of again)
      expect(Math.abs(ms - 15_000 - (n * made.packetSamples * 1000) / made.rate)).toBeLessThan(GRID_MS);
  });

  test('a recorder that begins anew within its parts is followed', async () => {
    const bytes = recordedMp4(made);
    const [one] = cutUp(bytes, { startMs: 0, lengthMs: lengthOf(made) });
    const [two] = cutUp(bytes, { startMs: 12_000, lengthMs: lengthOf(made) });
    if (one === undefined || two === undefined) throw new Error('no parts');
    const file = await sealed([one, { ...two, part: 1 }]);
    expect(Math.abs(file.durationMs - 12_000 - lengthOf(made))).toBeLessThan(25);
    expect(await heardAt(file, made)).toHaveLength(made.packets.length * 2);
  });

  test('without its first part a recording is read by what another recorder of the device said', async () => {
    const bytes = recordedMp4(made);
    const [, ...headless] = cutUp(bytes, { segment: 'aa', startMs: 0, lengthMs: lengthOf(made), parts: 5 });
    const whole = cutUp(bytes, { segment: 'zz', startMs: 20_000, lengthMs: lengthOf(made), parts: 5 });
    const file = await sealed([...headless, ...whole]);
    expect(file.unsealed).toEqual([]);
    const before = (await heardAt(file, made)).filter(({ ms }) => ms < 20_000 - GRID_MS);
    expect(before.length).toBeGreaterThan(made.packets.length * 0.6);
    for (const { n, ms } of before)
      expect(Math.abs(ms - (n * made.packetSamples * 1000) / made.rate)).toBeLessThan(250);
  });

  test('a last part that was cut off keeps what came', async () => {
    const bytes = recordedMp4(made);
    const file = await sealed(cutUp(bytes.slice(0, -1), { lengthMs: lengthOf(made), parts: 3 }));
    expect(await heardAt(file, made)).toHaveLength(made.packets.length - 1);
  });

  test('whatever is lost or broken on the way, what is left lies within the recording', async () => {
    const parts = cutUp(recordedMp4(made), { startMs: 1000, lengthMs: lengthOf(made), parts: 8 });
    const whole = await sealed(parts);
    const hit = fc.oneof(
      fc.constant({ kind: 'whole' as const }),
      fc.constant({ kind: 'lost' as const }),
      fc.record({ kind: fc.constant('noise' as const), at: fc.nat(12_000), noise: fc.uint8Array({ maxLength: 40 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(hit, { minLength: 8, maxLength: 8 }), async (hits) => {
        const left = parts.flatMap((part, n): SealablePart[] => {
          const one = hits[n] ?? { kind: 'whole' };
          if (one.kind === 'lost') return [];
          if (one.kind === 'whole') return [part];
          return [{ ...part, bytes: async () => broken(await part.bytes(), one) }];
        });
        const file = await sealRecording(left);
        if (file === null) return;
        expect(file.durationMs).toBeLessThanOrEqual(whole.durationMs + 2500);
        expect((await packetsOf(file.bytes)).length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});

function broken(bytes: Uint8Array, { at, noise }: { at: number; noise: Uint8Array }): Uint8Array {
  const copy = bytes.slice();
  copy.set(noise.subarray(0, copy.length), Math.min(at, Math.max(0, copy.length - noise.length)));
  return copy;
}

test('without its first part, a lone recording in Opus is still read', async () => {
  const [, ...headless] = cutUp(RECORDED, { startMs: 3000, lengthMs: 4140, parts: 4 });
  const file = await sealed(headless);
  expect(Math.abs(file.durationMs - 7140)).toBeLessThan(250);
  const before = await packetsOf(RECORDED);
  const after = (await packetsOf(file.bytes)).map(({ data }) => data.join());
  const found = before.filter(({ data }) => after.includes(data.join()));
  expect(found.length).toBeGreaterThan(before.length * 0.6);
});

test('one file holds one format: parts in another are named, and what is more is kept', async () => {
  const long = cutUp(recordedMp4(AAC), { segment: 'phone', startMs: 0, lengthMs: lengthOf(AAC), parts: 2 });
  const short = cutUp(RECORDED, { segment: 'desk', startMs: 12_000, lengthMs: 4140 });
  const file = await sealed([...long, ...short]);
  expect(file.mime).toBe('audio/mp4; codecs="mp4a.40.2"');
  expect(file.unsealed).toEqual([{ segment: 'desk', part: 0 }]);
  await expectInPlace(file, AAC, 0);
});

test('what holds no sound that can be sealed gives no file, and a part of it is named', async () => {
  const alac = recordedMp4(AAC);
  const name = String.fromCharCode(...alac).indexOf('mp4a');
  alac.set([0x61, 0x6c, 0x61, 0x63], name);
  const unknown = cutUp(alac, { segment: 'aa', lengthMs: lengthOf(AAC), parts: 2 });
  expect(await sealRecording(unknown)).toBeNull();
  const known = cutUp(RECORDED, { segment: 'bb', startMs: 12_000, lengthMs: 4140, parts: 2 });
  expect((await sealed([...unknown, ...known])).unsealed).toEqual([
    { segment: 'aa', part: 0 },
    { segment: 'aa', part: 1 },
  ]);
});

test('the same parts give the same bytes', async () => {
  const parts = cutUp(recordedMp4(AAC), { lengthMs: lengthOf(AAC), parts: 4 });
  expect((await sealed(parts.toReversed())).bytes).toEqual((await sealed(parts)).bytes);
});

const TEXT = [
  'I told her what she had lost before anything else.',
  'Then I went to the dock.',
  'After that I wrote it down.',
];
const FRAGMENTS = ['-frag_duration', '1000000', '-movflags'];

describe.skipIf(!hasFfmpeg)('a voice in AAC, heard through a player', () => {
  let spoken: Spoken;
  beforeAll(async () => {
    spoken = await synthesise(TEXT);
  });

  test.each([
    ['48 kHz, one channel', ['-ar', '48000', '-ac', '1', ...FRAGMENTS, '+empty_moov+default_base_moof']],
    ['44.1 kHz, two channels', ['-ar', '44100', '-ac', '2', ...FRAGMENTS, '+empty_moov+default_base_moof']],
    ['places counted from the file', ['-ar', '48000', '-ac', '2', ...FRAGMENTS, '+empty_moov']],
    ['an edit list', ['-ar', '44100', '-ac', '2', ...FRAGMENTS, '+delay_moov+default_base_moof']],
    ['segments with their own index', ['-ar', '48000', '-ac', '2', ...FRAGMENTS, '+dash+delay_moov']],
  ])('%s', async (_, args) => {
    const bytes = await encoded(spoken.pcm, RATE, ['-c:a', 'aac', '-b:a', '64k', ...args], 'voice.mp4');
    const lengthMs = (spoken.pcm.length * 1000) / RATE;
    const file = await sealed(cutUp(bytes, { startMs: 1500, lengthMs, parts: 7 }));
    const { left } = await played(file.bytes, 'sealed.mp4');
    expect(Math.max(...loudness(left.subarray(0, 1.4 * RATE)))).toBeLessThan(0.001);
    for (const { startMs, endMs } of spoken.sentences) {
      const found = whereIs(spoken.pcm.subarray((startMs * RATE) / 1000, (endMs * RATE) / 1000), left);
      expect(found.alike).toBeGreaterThan(0.95);
      expect(Math.abs(found.ms - startMs - 1500)).toBeLessThanOrEqual(40);
    }
  });
});
