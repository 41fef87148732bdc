/** Sound on the wire: what goes in comes out, near enough to hear no difference, and garbage is no frame. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  freshCoder,
  joinFrames,
  packSound,
  SOUND_KIND,
  splitFrames,
  unpackSound,
} from '../../durable-objects/interview/protocol-sound.ts';

const HEAD = { kind: SOUND_KIND.microphone, stretch: 3, timeMs: 1200, last: false } as const;

function tone(samples: number): Int16Array {
  return Int16Array.from(
    { length: samples },
    (_, n) => 9000 * Math.sin((2 * Math.PI * 220 * n) / 16_000) + 3000 * Math.sin((2 * Math.PI * 1330 * n) / 16_000),
  );
}

test('a tone comes out of its frames with little noise', () => {
  const whole = tone(8000);
  const coder = freshCoder();
  const out: number[] = [];
  for (let at = 0; at < whole.length; at += 1600) {
    const frame = { ...HEAD, seq: at / 1600 + 1, pcm: whole.subarray(at, at + 1600) };
    const back = unpackSound(packSound(frame, coder));
    expect(back).toMatchObject({ ...HEAD, seq: at / 1600 + 1 });
    out.push(...(back?.pcm ?? []));
  }
  const noise = out.reduce((sum, sample, n) => sum + (sample - (whole[n] ?? 0)) ** 2, 0);
  const power = whole.reduce((sum, sample) => sum + sample ** 2, 0);
  expect(10 * Math.log10(power / noise)).toBeGreaterThan(25);
});

test('a frame is read alike whatever was lost before it', () => {
  const coder = freshCoder();
  packSound({ ...HEAD, seq: 1, pcm: tone(1600) }, coder);
  const second = packSound({ ...HEAD, seq: 2, pcm: tone(1600) }, coder);
  expect(unpackSound(second)?.pcm).toEqual(unpackSound(second.slice())?.pcm);
});

test('frames joined into a file are found again, and a cut file gives its whole frames', () => {
  const frames = [1, 2, 3].map((seq) => packSound({ ...HEAD, seq, pcm: tone(100 * seq + 1) }));
  const file = joinFrames(frames);
  expect(splitFrames(file)).toEqual(frames);
  expect(splitFrames(file.subarray(0, -1))).toEqual(frames.slice(0, 2));
});

test('no bytes make it throw, and lengths that do not fit are no frame', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const frame = unpackSound(bytes);
      if (frame !== null) expect(bytes.length).toBe(20 + Math.ceil(frame.pcm.length / 2));
      splitFrames(bytes);
    }),
  );
});
