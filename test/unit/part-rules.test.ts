/** A part of a recording fits into its own length and into the time that there was. */
import { expect, test } from 'vitest';
import { fitsItsTime } from '../../worker/domain/interviews/part-rules.ts';
import { LIMITS } from '../../worker/limits.ts';

const { bytesPerSecond, headBytes, aheadMs, partMs } = LIMITS.recording;
const NONE = { bytes: 0, durationMs: 0 };
const part = { startMs: 0, durationMs: partMs, bytes: 80_000 };

test('what a recorder writes in five seconds fits', () => {
  expect(fitsItsTime(part, NONE, 5_000)).toBe(true);
  expect(fitsItsTime({ ...part, startMs: 1_800_000 }, { bytes: 30_000_000, durationMs: 1_800_000 }, 1_805_000)).toBe(
    true,
  );
});

test('more bytes than its length can hold do not', () => {
  const most = headBytes + (partMs / 1000) * bytesPerSecond;
  expect(fitsItsTime({ ...part, bytes: most }, NONE, 60_000)).toBe(true);
  expect(fitsItsTime({ ...part, bytes: most + 1 }, NONE, 60_000)).toBe(false);
});

test('a part of a time that has not come yet does not fit', () => {
  expect(fitsItsTime({ ...part, startMs: 1_000 + aheadMs - partMs }, NONE, 1_000)).toBe(true);
  expect(fitsItsTime({ ...part, startMs: 1_001 + aheadMs - partMs }, NONE, 1_000)).toBe(false);
});

test('parts that claim more time together than has passed do not fit, whatever places they name', () => {
  expect(fitsItsTime(part, { bytes: 0, durationMs: 1_000 + aheadMs - partMs }, 1_000)).toBe(true);
  expect(fitsItsTime(part, { bytes: 0, durationMs: 1_001 + aheadMs - partMs }, 1_000)).toBe(false);
});

test('parts that bring more bytes together than the time could hold do not fit', () => {
  const most = headBytes + ((1_000 + aheadMs) / 1000) * bytesPerSecond;
  expect(fitsItsTime(part, { bytes: most - part.bytes, durationMs: 0 }, 1_000)).toBe(true);
  expect(fitsItsTime(part, { bytes: most - part.bytes + 1, durationMs: 0 }, 1_000)).toBe(false);
});
