/** The unbroken sound of a call becomes stretches of speech, each at its place on the clock. */
import { expect, test } from 'vitest';
import { callGate } from '../../durable-objects/interview/voice/call-gate-rules.ts';

const PER_MS = 16;

function hiss(ms: number): Int16Array {
  let seed = 7;
  return Int16Array.from({ length: ms * PER_MS }, () => {
    seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
    return (seed / 2 ** 32 - 0.5) * 40;
  });
}

function voice(ms: number): Int16Array {
  return Int16Array.from({ length: ms * PER_MS }, (_, n) => 4_000 * Math.sin(n / 9) + 2_000 * Math.sin(n / 3.7));
}

function spoken(...parts: Int16Array[]) {
  const gate = callGate();
  const frames = [];
  let atMs = 0;
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 320) {
      frames.push(...gate.push(part.subarray(at, at + 320), atMs));
      atMs += 20;
    }
  }
  return { frames: [...frames, ...gate.end()], gate };
}

test('two sentences are two stretches, with the quiet before each and its own time', () => {
  const { frames } = spoken(hiss(2_000), voice(1_500), hiss(1_500), voice(1_000), hiss(1_500));
  const stretches = [...new Set(frames.map(({ stretch }) => stretch))];
  expect(stretches).toHaveLength(2);
  const [first, second] = stretches.map((stretch) => frames.filter((frame) => frame.stretch === stretch));
  expect(first?.[0]?.timeMs).toBeGreaterThanOrEqual(1_600);
  expect(first?.[0]?.timeMs).toBeLessThanOrEqual(2_000);
  expect(second?.[0]?.timeMs).toBeLessThanOrEqual(5_000);
  expect(first?.at(-1)?.last && second?.at(-1)?.last).toBe(true);
  expect(frames.filter(({ last }) => last)).toHaveLength(2);
});

test('a stretch that is still open ends when the answer does', () => {
  const { frames, gate } = spoken(hiss(1_000), voice(950));
  expect(frames.at(-1)?.last).toBe(true);
  expect(gate.end()).toEqual([]);
});

test('quiet holds no stretch', () => {
  expect(spoken(hiss(6_000)).frames).toEqual([]);
});
