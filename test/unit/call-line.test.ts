/** Sound of a track's copy: what the filter keeps and what it stops, where the sound lies, and which line carries it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseLine, FIRST_LINE, type LineReport } from '../../durable-objects/interview/call/choose-line-rules.ts';
import { copyClock, type PlacedSound } from '../../durable-objects/interview/call/copy-clock-rules.ts';
import { downsampler, FILTER_DELAY_MS } from '../../durable-objects/interview/call/egress-sound-rules.ts';
import { egressFrames, tone } from '../emulators/livekit/egress-frames.ts';

function through(frames: readonly Uint8Array[]): Int16Array {
  const filter = downsampler();
  return Int16Array.from(frames.flatMap((frame) => [...filter.take(frame)]));
}

/** How loud one frequency is in the sound, as the height of its wave; the first 50 ms are left out. */
function height(pcm: Int16Array, hertz: number, rate = 16_000): number {
  const part = pcm.subarray(rate / 20);
  let [re, im] = [0, 0];
  for (const [at, sample] of part.entries()) {
    const turn = (2 * Math.PI * hertz * at) / rate;
    re += sample * Math.cos(turn);
    im -= sample * Math.sin(turn);
  }
  return (2 * Math.hypot(re, im)) / part.length;
}

function loudness(pcm: Int16Array): number {
  const part = pcm.subarray(800);
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
}

const HEIGHT = 12_000;
/** Of this 1.9 s are measured, in which each tone below makes whole turns. */
const LENGTH_MS = 2_050;

test.each([100, 440, 1_000, 3_400, 5_000, 6_500, 7_000])('a tone of %i Hz comes through pure', (hertz) => {
  const out = through(egressFrames(tone(hertz, LENGTH_MS)));
  expect(out.length).toBe(Math.ceil(LENGTH_MS / 20) * 320);
  const clean = out.subarray(0, 800 + 1_900 * 16);
  const own = height(clean, hertz);
  expect(own / HEIGHT).toBeGreaterThan(0.97);
  expect(own / HEIGHT).toBeLessThan(1.03);
  const rest = Math.sqrt(Math.max(0, loudness(clean) ** 2 - own ** 2 / 2));
  expect(20 * Math.log10(own / Math.SQRT2 / Math.max(rest, 1e-9))).toBeGreaterThan(50);
});

test.each([8_700, 9_000, 10_000, 12_000, 15_000, 16_000, 20_000, 23_000])(
  'nothing of a tone of %i Hz folds back into speech',
  (hertz) => {
    const out = through(egressFrames(tone(hertz, LENGTH_MS))).subarray(0, (LENGTH_MS - 20) * 16);
    expect(20 * Math.log10(Math.max(loudness(out), 0.5) / (HEIGHT / Math.SQRT2))).toBeLessThan(-60);
  },
);

test('both channels count by half, and a steady level stays', () => {
  const bytes = new Uint8Array(48_000 * 4);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < 48_000; at += 1) {
    view.setInt16(at * 4, 10_000, true);
    view.setInt16(at * 4 + 2, -4_000, true);
  }
  const out = through([bytes]);
  expect(new Set(out.subarray(100))).toEqual(new Set([3_000]));
});

test('however the frames are cut, even inside a sample, the sound is the same', () => {
  const whole = egressFrames(tone(700, 120));
  const bytes = new Uint8Array(whole.reduce((sum, { length }) => sum + length, 0));
  for (const [at, frame] of whole.entries()) bytes.set(frame, at * frame.length);
  const expected = through([bytes]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 40 }), (cuts) => {
      const frames: Uint8Array[] = [];
      let at = 0;
      for (const length of [...cuts, bytes.length]) {
        frames.push(bytes.subarray(at, Math.min(bytes.length, at + length)));
        at = Math.min(bytes.length, at + length);
      }
      expect(through(frames)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('the filter is as late as it says', () => {
  const click = new Int16Array(4_800);
  click[2_400] = 20_000;
  const out = through(egressFrames(click));
  const loudest = out.indexOf(Math.max(...out));
  expect(Math.abs(loudest / 16 - (50 + FILTER_DELAY_MS))).toBeLessThan(0.1);
});

/** Frames of 20 ms, each with the time at which it came. */
function arriving(times: readonly number[], clock = copyClock()): PlacedSound[] {
  return times.flatMap((arrivedMs) => clock.take(new Int16Array(320), arrivedMs));
}
const pace = (fromMs: number, frames: number) => Array.from({ length: frames }, (_, at) => fromMs + (at + 1) * 20);

test('sound that came at the pace of speech lies where it was said, one path earlier', () => {
  const placed = arriving(pace(10_000, 50));
  expect(placed.map(({ atMs }) => atMs)).toEqual(Array.from({ length: 50 }, (_, at) => 10_000 - 150 + at * 20));
});

test('what had waited while the socket was dialled lies before what came live', () => {
  const burst = Array.from({ length: 25 }, () => 20_000);
  const placed = arriving([...burst, ...pace(20_000, 40)]);
  // 500 ms came at once: the first of it was said half a second before.
  expect(placed[0]?.atMs).toBe(19_500 - 150);
  expect(placed.at(-1)?.atMs).toBe(19_500 - 150 + 64 * 20);
});

test('a line that is held up moves nothing', () => {
  const times = pace(5_000, 200).map((ms, at) => (at > 80 && at < 120 ? 7_400 : ms));
  expect(arriving(times).map(({ atMs }) => atMs)).toEqual(Array.from({ length: 200 }, (_, at) => 4_850 + at * 20));
});

test('after silence of the track the count begins anew', () => {
  const clock = copyClock();
  const before = arriving(pace(1_000, 30), clock);
  const left = clock.muted();
  const after = arriving(pace(61_000, 30), clock);
  expect([before.length, left.length, after.length]).toEqual([30, 0, 30]);
  expect(after[0]?.atMs).toBe(60_850);
});

test('a copy that ends at once still gives what came', () => {
  const clock = copyClock();
  expect(arriving(pace(1_000, 3), clock)).toEqual([]);
  expect(clock.muted().map(({ atMs }) => atMs)).toEqual([850, 870, 890]);
});

test('a clock that runs a little faster or slower is followed', () => {
  for (const rate of [0.9998, 1.0002]) {
    const times = pace(0, 30_000).map((ms) => 1_000 + ms * rate);
    const last = arriving(times).at(-1);
    expect(Math.abs((last?.atMs ?? 0) - (1_000 + 600_000 * rate - 20 - 150))).toBeLessThan(8);
  }
});

test('sound never goes back in time', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 300 }), (gaps) => {
      let atMs = 0;
      const clock = copyClock();
      const placed = gaps.flatMap((gap) => {
        atMs += gap;
        return clock.take(new Int16Array(320), atMs);
      });
      const all = [...placed, ...clock.muted()];
      expect(all).toHaveLength(gaps.length);
      for (const [at, one] of all.slice(1).entries()) expect(one.atMs).toBeGreaterThanOrEqual(all[at]?.atMs ?? 0);
    }),
  );
});

const good: LineReport = { roundTripMs: 60, stalledMs: 0, lossPercent: 0 };
const poor: LineReport = { ...good, stalledMs: 1_200 };
const after = (...reports: LineReport[]) => reports.reduce(chooseLine, FIRST_LINE).line;

test('one poor report is bad luck, two are a poor line, and a broken socket is enough by itself', () => {
  expect(after(poor)).toBe('socket');
  expect(after(poor, good, poor)).toBe('socket');
  expect(after(poor, poor)).toBe('call');
  expect(after({ ...good, stalledMs: 3_000 })).toBe('call');
  expect(after({ ...good, roundTripMs: 500 }, { ...good, lossPercent: 4 })).toBe('call');
});

test('back to the socket only after it was good for a while; the middle counts for neither', () => {
  const middle: LineReport = { roundTripMs: 300, stalledMs: 600, lossPercent: 1 };
  const onCall = [poor, poor];
  expect(after(...onCall, ...Array(5).fill(good))).toBe('call');
  expect(after(...onCall, ...Array(6).fill(good))).toBe('socket');
  expect(after(...onCall, ...Array(5).fill(good), middle, ...Array(5).fill(good))).toBe('call');
  expect(after(...Array(50).fill(middle))).toBe('socket');
  expect(after(...onCall, ...Array(50).fill(middle))).toBe('call');
});

test('what was not measured speaks for nothing', () => {
  const unknown: LineReport = { roundTripMs: null, stalledMs: 0, lossPercent: null };
  expect(after(...Array(50).fill(unknown))).toBe('socket');
  expect(after(poor, poor, ...Array(6).fill(unknown))).toBe('socket');
});
