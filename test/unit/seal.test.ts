/** A quote must play at its moment, whatever happened to the parts on their way. */
import fc from 'fast-check';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import { beforeAll, expect, test } from 'vitest';
import { exportOgg } from '../../worker/domain/recordings/ogg-rules.ts';
import { type SealablePart, type SealedFile, sealRecording } from '../../worker/domain/recordings/seal.ts';
import { encodeParts } from '../../worker/local/recorded-parts.ts';
import { INTERVIEWER_VOICE, type Spoken, synthesise } from '../../worker/local/speech.ts';
import { decode, decodePackets, loudness, RATE, sealable, whereIs } from '../support/sealed-sound.ts';

const ANSWER = [
  'I told her what she had lost before anything else.',
  'Then I went to the dock and called her in ten minutes.',
  'After that I wrote down what we would change.',
];
let answer: Spoken;
let question: Spoken;

beforeAll(async () => {
  answer = await synthesise(ANSWER);
  question = await synthesise(['What did you do in the first minute?'], INTERVIEWER_VOICE);
});

async function sealed(parts: SealablePart[]): Promise<SealedFile> {
  const file = await sealRecording(parts);
  if (file === null) throw new Error('no sound');
  return file;
}

function sentence(spoken: Spoken, index: number): { pcm: Float32Array; startMs: number } {
  const one = spoken.sentences[index] ?? { startMs: 0, endMs: 0 };
  return { pcm: spoken.pcm.subarray((one.startMs * RATE) / 1000, (one.endMs * RATE) / 1000), startMs: one.startMs };
}

function expectAt(lane: Float32Array, spoken: Spoken, index: number, beginsMs: number): void {
  const { pcm, startMs } = sentence(spoken, index);
  const found = whereIs(pcm, lane);
  expect(found.alike).toBeGreaterThan(0.9);
  expect(Math.abs(found.ms - (beginsMs + startMs))).toBeLessThanOrEqual(30);
}

test('both voices are heard at their moments, each on its own side', async () => {
  const file = await sealed(
    sealable('first', encodeParts(answer.pcm, question.pcm, { segmentStartMs: 1234, partMs: 2000 })),
  );
  const { left, right } = decode(file);
  for (const index of ANSWER.keys()) expectAt(left, answer, index, 1234);
  expectAt(right, question, 0, 1234);
  expect(whereIs(sentence(question, 0).pcm, left).alike).toBeLessThan(0.9);
});

test('a reload and the time away keep the time line true', async () => {
  const before = sealable('zz-first', encodeParts(answer.pcm, null, { segmentStartMs: 500 }));
  const after = sealable('aa-second', encodeParts(question.pcm, null, { segmentStartMs: 21_007 }));
  const file = await sealed([...after, ...before]);
  expect(Math.abs(file.durationMs - (21_007 + (question.pcm.length * 1000) / RATE))).toBeLessThan(120);
  const { left } = decode(file);
  expectAt(left, answer, 2, 500);
  expectAt(left, question, 0, 21_007);
});

test('a part that never came leaves silence, and nothing after it moves', async () => {
  const parts = sealable('only', encodeParts(answer.pcm, null, { segmentStartMs: 0, partMs: 2000 }));
  const { left } = decode(await sealed(parts.filter(({ part }) => part !== 1)));
  expectAt(left, answer, 2, 0);
  expect(Math.max(...loudness(left.subarray(2.1 * RATE, 3.9 * RATE)))).toBeLessThan(0.001);
});

test('without its first part a recording still lies where it belongs', async () => {
  const parts = sealable('only', encodeParts(answer.pcm, null, { segmentStartMs: 3000, partMs: 2000 }));
  const { left } = decode(await sealed(parts.slice(1)));
  const { pcm, startMs } = sentence(answer, 2);
  expect(Math.abs(whereIs(pcm, left).ms - (3000 + startMs))).toBeLessThan(100);
});

test('a last part that was cut off keeps what came', async () => {
  const parts = encodeParts(answer.pcm, null, { segmentStartMs: 0 });
  const cut = parts.map((part, n) => (n === parts.length - 1 ? { ...part, bytes: part.bytes.slice(0, -1) } : part));
  const whole = await sealed(sealable('only', parts));
  const file = await sealed(sealable('only', cut));
  expect(whole.durationMs - file.durationMs).toBe(60);
});

test('no parts, and parts without sound, give no file', async () => {
  const noise = {
    segment: 'x',
    part: 0,
    startMs: 0,
    durationMs: 5000,
    peaks: '',
    bytes: async () => new Uint8Array(900),
  };
  expect(await sealRecording([])).toBeNull();
  expect(await sealRecording([noise])).toBeNull();
});

test('a part that claims to lie days later adds no days of silence', async () => {
  const parts = sealable('only', encodeParts(answer.pcm, null, { segmentStartMs: 0 }));
  const late = sealable('late', encodeParts(answer.pcm, null, { segmentStartMs: 2_000_000_000 }));
  expect((await sealed([...parts, ...late])).durationMs).toBe((await sealed(parts)).durationMs);
});

test('the same parts give the same bytes, in whatever order they are listed', async () => {
  const parts = sealable('only', encodeParts(answer.pcm, question.pcm, { segmentStartMs: 0, partMs: 2000 }));
  const [once, again] = [await sealed(parts), await sealed(parts.toReversed())];
  expect(again.bytes).toEqual(once.bytes);
  expect(again.peaks).toBe(once.peaks);
});

test('the list of fragments points at them', async () => {
  const file = await sealed(sealable('only', encodeParts(answer.pcm, null, { segmentStartMs: 0 })));
  const names = file.fragments.map(([, offset]) => String.fromCharCode(...file.bytes.slice(offset + 4, offset + 8)));
  expect(new Set(names)).toEqual(new Set(['moof']));
  const last = file.fragments.at(-1) ?? [0, 0, 0];
  expect(last[1] + last[2]).toBe(file.bytes.length);
});

test.each([
  ['sealed file', (file: SealedFile) => file.bytes],
  ['export', (file: SealedFile) => exportOgg(file)],
])('another reader finds the same packets in the %s', async (_, bytesOf) => {
  const file = await sealed(sealable('only', encodeParts(answer.pcm, question.pcm, { segmentStartMs: 700 })));
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytesOf(file)) });
  const track = await input.getPrimaryAudioTrack();
  if (track === null) throw new Error('no track');
  const packets: Uint8Array[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet.data);
  expect(await track.getNumberOfChannels()).toBe(2);
  expect(Math.abs((await input.computeDuration()) * 1000 - file.durationMs)).toBeLessThan(10);
  expectAt(decodePackets(packets).left, answer, 1, 700);
});

test('levels of all parts come to lie on the one time line', async () => {
  const parts = sealable('only', encodeParts(answer.pcm, question.pcm, { segmentStartMs: 1000, partMs: 2000 }));
  const file = await sealed(parts);
  const peaks = Buffer.from(file.peaks, 'base64');
  expect(peaks.length).toBe(Math.ceil(file.durationMs / 50) * 2);
  const loudest = (fromMs: number, lane: number) =>
    Math.max(...Array.from({ length: 18 }, (_, n) => peaks[(fromMs / 50 + n) * 2 + lane] ?? 0));
  expect(loudest(0, 0)).toBe(0);
  expect(loudest(1000, 0)).toBeGreaterThan(50);
  expect(loudest(1000, 1)).toBeGreaterThan(50);
  expect(loudest(5000, 1)).toBe(0);
});

test('whatever is lost or broken on the way, what is left lies within the recording', async () => {
  const parts = sealable('only', encodeParts(answer.pcm, question.pcm, { segmentStartMs: 2000, partMs: 1000 }));
  const whole = await sealed(parts);
  const damage = fc.array(
    fc.oneof(
      fc.constant('whole' as const),
      fc.constant('lost' as const),
      fc.record({ cutTo: fc.double({ min: 0, max: 1, noNaN: true }) }),
      fc.record({ noiseAt: fc.double({ min: 0, max: 1, noNaN: true }), noise: fc.uint8Array({ maxLength: 40 }) }),
    ),
    { minLength: parts.length, maxLength: parts.length },
  );
  await fc.assert(
    fc.asyncProperty(damage, async (hits) => {
      const left = parts.flatMap((part, n): SealablePart[] => {
        const hit = hits[n] ?? 'whole';
        if (hit === 'lost') return [];
        if (hit === 'whole') return [part];
        return [{ ...part, bytes: async () => broken(await part.bytes(), hit) }];
      });
      const file = await sealRecording(left);
      if (file === null) return;
      const last = file.fragments.at(-1) ?? [0, 0, 0];
      expect(last[1] + last[2]).toBe(file.bytes.length);
      expect(file.durationMs).toBeLessThanOrEqual(whole.durationMs + 2500);
    }),
    { numRuns: 40 },
  );
});

function broken(bytes: Uint8Array, hit: { cutTo: number } | { noiseAt: number; noise: Uint8Array }): Uint8Array {
  if ('cutTo' in hit) return bytes.slice(0, Math.floor(bytes.length * hit.cutTo));
  const copy = bytes.slice();
  copy.set(hit.noise.subarray(0, copy.length), Math.floor(hit.noiseAt * Math.max(0, copy.length - hit.noise.length)));
  return copy;
}
