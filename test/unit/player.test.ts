/** What the player works out before anything sounds: bytes of moments, bars of levels; and the device check's ear. */
import { expect, test } from 'vitest';
import { voiceListener } from '../../web/candidate/recorder/voice-listener-rules.ts';
import { estimatedMs } from '../../web/candidate/speech/voice.ts';
import { type Fragment, fragmentAt, neighbours } from '../../web/recruiter/player/fragments.ts';
import { bars } from '../../web/recruiter/player/waveform.ts';

const FRAGMENTS: Fragment[] = [
  [0, 900, 400],
  [1020, 1300, 4000],
  [2040, 5300, 4100],
];

test('a moment lies in the last fragment that began before it', () => {
  expect([0, 1019, 1020, 2039, 2040, 99_000].map((ms) => fragmentAt(FRAGMENTS, ms))).toEqual([0, 0, 1, 1, 2, 2]);
  expect(fragmentAt([], 500)).toBe(0);
});

test('fragments that follow each other are asked for together', () => {
  expect(neighbours([7, 3, 4, 4, 9, 5])).toEqual([[3, 4, 5], [7], [9]]);
});

test('a voice is drawn in its own lane, at its own place, and silence is not drawn', () => {
  // Two seconds: the candidate speaks in the second one, the interviewer never.
  const levels = Uint8Array.from({ length: 80 }, (_, i) => (i >= 40 && i % 2 === 0 ? 120 : 0));
  const drawn = bars(levels, 2000, 10);
  expect(drawn.interviewer).toBe('');
  const at = [...drawn.candidate.matchAll(/M([\d.]+)/g)].map((match) => Number(match[1]));
  expect(at).toEqual([5.5, 6.5, 7.5, 8.5, 9.5]);
});

test('fewer bars than levels and more bars than levels both end within the width', () => {
  const levels = new Uint8Array(40).fill(200);
  for (const count of [1, 7, 20, 300]) {
    const at = [...bars(levels, 1000, count).candidate.matchAll(/M([\d.]+)/g)].map((match) => Number(match[1]));
    expect(at).toHaveLength(count);
    expect(Math.max(...at)).toBeLessThan(count);
  }
});

test('a voice is heard, a knock and a steady hum are not', () => {
  const says = (levels: number[]) => {
    const hears = voiceListener();
    return levels.some((level) => hears(level));
  };
  const quiet = Array.from({ length: 20 }, () => 0.004);
  expect(says([...quiet, ...Array.from({ length: 12 }, () => 0.2)])).toBe(true);
  expect(says([...quiet, 0.9, 0.7, ...quiet])).toBe(false);
  expect(says(Array.from({ length: 60 }, () => 0.05))).toBe(false);
  expect(says(quiet)).toBe(false);
});

test('the time to read a text grows with it and is never too short to notice', () => {
  expect(estimatedMs('Yes?')).toBe(1500);
  expect(estimatedMs('x'.repeat(300))).toBe(20_000);
});
