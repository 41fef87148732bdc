/** Sound in the room: what of the microphone goes out, what is kept until it is taken, how far a voice was heard. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Gate,
  type GateFrame,
  type GateInput,
  gateStep,
  SHUT_GATE,
} from '../../web/candidate/room/sound/gate-rules.ts';
import { playedChars, playedMs } from '../../web/candidate/room/sound/played-rules.ts';
import { resampler, toPcm } from '../../web/candidate/room/sound/resample-rules.ts';
import { keepUntaken, NOTHING_UNTAKEN, settleUntaken } from '../../web/candidate/room/sound/untaken-rules.ts';

/** A fiftieth of a second in which every sample says when it was heard. */
function piece(n: number): GateInput {
  return { type: 'sound', piece: { timeMs: n * 20, pcm: new Int16Array(320).fill(n) } };
}

/** Sound that is listened to for a voice as it comes. */
const pieces = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i): GateInput[] => [
    piece(from + i),
    { type: 'judged', atMs: (from + i + 1) * 20 },
  ]).flat();
/** Sound of which it is not yet known. */
const unjudged = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => piece(from + i));
const voice = (on: boolean, atMs: number): GateInput => ({ type: 'voice', on, atMs });
const theirs = (on: boolean): GateInput => ({ type: 'theirs', on });

function run(inputs: GateInput[], from: Gate = SHUT_GATE): { gate: Gate; frames: GateFrame[] } {
  const frames: GateFrame[] = [];
  let gate = from;
  for (const input of inputs) {
    const step = gateStep(gate, input);
    gate = step.gate;
    frames.push(...step.frames);
  }
  return { gate, frames };
}

/** The numbers of the pieces that went out. */
function heard(frames: GateFrame[]): number[] {
  return [...new Set(frames.flatMap((frame) => [...frame.pcm]))];
}

test('silence stays on the device', () => {
  expect(run([theirs(true), ...pieces(0, 500)]).frames).toEqual([]);
});

test('half a second before a voice and a little after it go out with it, as one stretch', () => {
  const { frames } = run([
    theirs(true),
    ...pieces(0, 100),
    voice(true, 1900),
    ...pieces(100, 150),
    voice(false, 3000),
    ...pieces(150, 250),
  ]);
  const numbers = heard(frames);
  expect(numbers[0]).toBe(70);
  expect(numbers.at(-1)).toBeGreaterThanOrEqual(158);
  expect(numbers.at(-1)).toBeLessThanOrEqual(160);
  expect(new Set(frames.map(({ stretch }) => stretch))).toEqual(new Set([1]));
  expect(frames.map(({ last }) => last)).toEqual([...frames.slice(1).map(() => false), true]);
});

test('a pause within an answer does not cut it', () => {
  const { frames } = run([
    theirs(true),
    voice(true, 0),
    ...pieces(0, 50),
    voice(false, 1000),
    ...pieces(50, 70),
    voice(true, 1400),
    ...pieces(70, 120),
  ]);
  expect(frames.every(({ stretch, last }) => stretch === 1 && !last)).toBe(true);
  expect(frames.map(({ timeMs }) => timeMs)).toEqual(frames.map((_, i) => i * 100));
});

test('a voice that begins in the pause, and is known late, is not cut in two', () => {
  const { frames } = run([
    theirs(true),
    voice(true, 0),
    ...pieces(0, 50),
    voice(false, 1000),
    ...unjudged(50, 85),
    voice(true, 1400),
    ...pieces(85, 120),
  ]);
  expect(frames.every(({ stretch, last }) => stretch === 1 && !last)).toBe(true);
});

test('a voice that is found just after the pause has ended the stretch begins the next one whole', () => {
  const { frames } = run([
    theirs(true),
    voice(true, 0),
    ...pieces(0, 50),
    voice(false, 1000),
    ...pieces(50, 78),
    voice(true, 1450),
    ...pieces(78, 120),
  ]);
  const [first, second] = [frames.filter(({ stretch }) => stretch === 1), frames.filter(({ stretch }) => stretch > 1)];
  expect(heard(first).at(-1)).toBeLessThan(62);
  expect(heard(second)[0]).toBeLessThan(62);
  expect(heard(frames)).toEqual(Array.from({ length: heard(frames).length }, (_, n) => n));
});

test('what listens for a voice and says nothing any more does not keep a stretch open', () => {
  const { frames } = run([theirs(true), voice(true, 0), ...pieces(0, 50), voice(false, 1000), ...unjudged(50, 200)]);
  expect(frames.at(-1)?.last).toBe(true);
});

test('who begins during the interviewer’s last word has begun the answer', () => {
  const { frames } = run([
    ...pieces(0, 100),
    voice(true, 1900),
    ...pieces(100, 130),
    theirs(true),
    ...pieces(130, 140),
  ]);
  expect(heard(frames)[0]).toBe(70);
  const short = run([
    ...pieces(0, 100),
    voice(true, 1900),
    ...pieces(100, 120),
    voice(false, 2300),
    ...pieces(120, 150),
  ]);
  expect(short.frames).toEqual([]);
  expect(heard(run([theirs(true), ...pieces(150, 160)], short.gate).frames)[0]).toBe(70);
});

test('a cough while the interviewer speaks goes nowhere', () => {
  const { frames } = run([
    ...pieces(0, 50),
    voice(true, 900),
    ...pieces(50, 60),
    { type: 'drop' },
    voice(false, 1100),
    ...pieces(60, 200),
    theirs(true),
    ...pieces(200, 260),
  ]);
  expect(frames).toEqual([]);
});

test('an answer that is over ends its stretch at once, and nothing of it is left for the next', () => {
  const { gate, frames } = run([theirs(true), voice(true, 0), ...pieces(0, 53), theirs(false)]);
  expect(frames.at(-1)).toMatchObject({ last: true });
  expect(heard(frames).at(-1)).toBe(52);
  const next = run([...pieces(53, 60), theirs(true), ...pieces(60, 70)], gate);
  expect(heard(next.frames)[0]).toBe(53);
});

test('to be told twice whose turn it is changes nothing', () => {
  expect(run([...pieces(0, 100), theirs(true), ...pieces(100, 101), theirs(true), ...pieces(101, 150)]).frames).toEqual(
    [],
  );
});

test('numbers go on after a reload', () => {
  const { frames } = run([{ type: 'taken', seq: 41 }, theirs(true), voice(true, 0), ...pieces(0, 10)]);
  expect(frames.map(({ seq }) => seq)).toEqual([42, 43]);
  expect(frames[0]?.stretch).toBe(42);
});

const input = fc.oneof(
  { weight: 20, arbitrary: fc.constant<'sound'>('sound') },
  fc.boolean().map((on) => ({ voice: on })),
  fc.boolean().map((on) => ({ theirs: on })),
  fc.constant<'drop'>('drop'),
);

test('whatever happens, frames are numbered without a gap, times grow, and no sample goes out twice', () => {
  fc.assert(
    fc.property(fc.array(input, { maxLength: 400 }), (story) => {
      let n = 0;
      const { frames } = run(
        story.map((one) => {
          if (one === 'sound') {
            n += 1;
            return piece(n);
          }
          if (one === 'drop') return { type: 'drop' };
          return 'voice' in one ? voice(one.voice, n * 20 + 20) : theirs(one.theirs);
        }),
      );
      expect(frames.map(({ seq }) => seq)).toEqual(frames.map((_, i) => i + 1));
      const samples = frames.flatMap(({ pcm }) => [...pcm]);
      expect(samples).toEqual(samples.toSorted((a, b) => a - b));
      for (const number of new Set(samples)) {
        expect(samples.filter((one) => one === number).length).toBeLessThanOrEqual(320);
      }
      for (const [i, frame] of frames.entries()) {
        if (!frame.last) expect(frame.pcm.length).toBe(1600);
        expect(frame.timeMs).toBeGreaterThanOrEqual(frames[i - 1]?.timeMs ?? 0);
      }
    }),
    { numRuns: 60 },
  );
});

test('sound is kept until its words are durable, and six minutes of it at most', () => {
  const bytes = new Uint8Array(1);
  let untaken = NOTHING_UNTAKEN;
  for (let seq = 1; seq <= 3610; seq += 1) untaken = keepUntaken(untaken, { seq, bytes });
  expect(untaken.frames.length).toBe(3600);
  expect(untaken.lost).toBe(10);
  expect(settleUntaken(untaken, 3000).frames[0]?.seq).toBe(3001);
});

test('how far a voice was heard: held in the middle, gone on with later', () => {
  const played = [
    { atS: 1, fromMs: 0, lengthMs: 100 },
    { atS: 1.1, fromMs: 100, lengthMs: 100 },
    { atS: 5, fromMs: 200, lengthMs: 100 },
  ];
  expect(playedMs(played, 0.5)).toBe(0);
  expect(playedMs(played, 1.15)).toBeCloseTo(150);
  expect(playedMs(played, 3)).toBe(200);
  expect(playedMs(played, 9)).toBe(300);
});

test('heard characters end with a word', () => {
  const text = 'Tell me about a handover.';
  expect(playedChars(text, 0, 1000)).toBe(0);
  expect(text.slice(0, playedChars(text, 500, 1000))).toBe('Tell me about');
  expect(playedChars(text, 1000, 1000)).toBe(text.length);
});

function tone(rate: number, hertz: number, seconds: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: rate * seconds }, (_, n) => Math.sin((2 * Math.PI * hertz * n) / rate));
}

function loudness(samples: Float32Array): number {
  const middle = samples.subarray(1000, -1000);
  return Math.sqrt(middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length) * Math.SQRT2;
}

test('what the lower rate can hold passes, what it cannot is gone', () => {
  for (const rate of [48_000, 44_100, 96_000, 22_050]) {
    expect(loudness(resampler(rate, 16_000)(tone(rate, 1000, 1)))).toBeCloseTo(1, 2);
    expect(loudness(resampler(rate, 16_000)(tone(rate, 5000, 1)))).toBeGreaterThan(0.9);
    expect(loudness(resampler(rate, 16_000)(tone(rate, 9500, 1)))).toBeLessThan(0.002);
  }
  expect(loudness(resampler(24_000, 48_000)(tone(24_000, 3000, 1)))).toBeCloseTo(1, 2);
});

test('pieces of any size join without a seam, and the length is right', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(8000, 16_000, 44_100, 48_000),
      fc.constantFrom(16_000, 24_000, 44_100, 48_000),
      fc.array(fc.integer({ min: 1, max: 1500 }), { minLength: 1, maxLength: 12 }),
      (from, to, sizes) => {
        const total = sizes.reduce((sum, size) => sum + size, 0);
        const sound = tone(from, 440, 1.5).subarray(0, total);
        const whole = resampler(from, to)(sound);
        const inPieces = resampler(from, to);
        let at = 0;
        const joined = sizes.flatMap((size) => {
          at += size;
          return [...inPieces(sound.subarray(at - size, at))];
        });
        expect(joined).toEqual([...whole]);
        const most = (sound.length * to) / from;
        expect(whole.length).toBeLessThanOrEqual(Math.ceil(most));
        expect(whole.length).toBeGreaterThan(most - 30 * Math.max(1, to / from) - 2);
      },
    ),
    { numRuns: 30 },
  );
});

test('samples beyond the loudest are held there', () => {
  expect([...toPcm(Float32Array.of(-2, -1, 0, 1, 2))]).toEqual([-32768, -32767, 0, 32767, 32767]);
});
