/** An answer over two lines: every moment is heard, and none twice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SOUND_KIND, type SoundFrame } from '../../durable-objects/interview/protocol-sound.ts';
import { twoLines } from '../../durable-objects/interview/voice/two-lines-rules.ts';

/** A tenth of a second that carries its own number in every sample. */
function frame(n: number): SoundFrame {
  const pcm = new Int16Array(1_600).fill(n);
  return { kind: SOUND_KIND.microphone, seq: n, stretch: 1, timeMs: n * 100, last: false, pcm };
}

test('without a call the room is heard as it comes', () => {
  const lines = twoLines();
  expect([1, 2, 3].flatMap((n) => lines.room(frame(n), false).map(({ seq }) => seq))).toEqual([1, 2, 3]);
  expect(lines.rest()).toEqual([]);
});

test('the call goes on where the room was heard to, and the room then waits', () => {
  const lines = twoLines();
  lines.room(frame(1), false);
  lines.room(frame(2), false);
  // The call is behind: its first sound was heard already, its second in half.
  expect(lines.call(frame(2).pcm, 200)).toBeNull();
  expect(lines.call(new Int16Array(1_600), 250)).toMatchObject({ atMs: 300, pcm: { length: 800 } });
  expect(lines.room(frame(3), true)).toEqual([]);
  expect(lines.room(frame(4), true)).toEqual([]);
  expect(lines.call(new Int16Array(1_600), 350)).toMatchObject({ atMs: 350 });
  // It ends: what it never brought is the room's again.
  expect(lines.room(frame(5), false).map(({ seq }) => seq)).toEqual([4, 5]);
});

test('a call that ends at the end of an answer leaves what waited to be heard', () => {
  const lines = twoLines();
  lines.room(frame(1), false);
  lines.call(frame(2).pcm, 200);
  for (const n of [2, 3, 4]) lines.room(frame(n), true);
  expect(lines.rest().map(({ seq }) => seq)).toEqual([3, 4]);
  expect(lines.rest()).toEqual([]);
});

test('however far the call lies behind, and whatever it leaves out, each moment is heard once', () => {
  const story = fc.record({
    behind: fc.integer({ min: 0, max: 12 }),
    from: fc.integer({ min: 0, max: 40 }),
    to: fc.integer({ min: 0, max: 60 }),
    leftOut: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }),
  });
  fc.assert(
    fc.property(story, ({ behind, from, to, leftOut }) => {
      const lines = twoLines();
      const heard = new Map<number, number>();
      const hear = (n: number) => heard.set(n, (heard.get(n) ?? 0) + 1);
      for (let n = 1; n <= 60; n += 1) {
        const byCall = n >= from && n < to;
        const late = n - behind;
        if (byCall && late >= 1 && !leftOut.includes(late)) {
          const piece = lines.call(frame(late).pcm, late * 100);
          for (const one of piece?.before ?? []) hear(one.seq);
          if (piece !== null) hear(late);
        }
        for (const one of lines.room(frame(n), byCall)) hear(one.seq);
      }
      for (const one of lines.rest()) hear(one.seq);
      expect([...heard.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
      expect(Math.max(...heard.values())).toBe(1);
    }),
  );
});
