/** When somebody speaks: one block is not speech, a far voice is not theirs, and a gap begins anew. */
import { expect, test } from 'vitest';
import {
  type Block,
  hear,
  type SpeechEvent,
  type SpeechState,
  silent,
} from '../../web/candidate/speech/speech-rules.ts';
import { calibrated, loudest } from '../../web/candidate/speech/vad/level-rules.ts';

type Sound = Pick<Block, 'p' | 'level'>;

function listen(sounds: Sound[], from: SpeechState = silent(null), startMs = 0) {
  let state = from;
  const events: SpeechEvent[] = [];
  const voices: string[] = [];
  for (const [at, sound] of sounds.entries()) {
    const heard = hear(state, { ...sound, endMs: startMs + (at + 1) * 32 });
    state = heard.state;
    voices.push(heard.voice);
    if (heard.event !== null) events.push(heard.event);
  }
  return { state, events, voices };
}

const blocks = (count: number, p: number | null, level: number): Sound[] =>
  Array.from({ length: count }, () => ({ p, level }));
const speech = (count: number, level = -20) => blocks(count, 0.9, level);
const quiet = (count: number) => blocks(count, 0.05, -60);

test('speech begins with its second block, told from half a second before the first', () => {
  const { events, voices } = listen([...quiet(20), ...speech(10), ...quiet(5)]);
  expect(events).toEqual([
    { kind: 'started', onsetMs: 640, keepFromMs: 140 },
    { kind: 'ended', onsetMs: 640, quietMs: 960 },
  ]);
  expect(voices.slice(19, 22)).toEqual(['none', 'maybe', 'speech']);
});

test('a single block and a dip between the thresholds change nothing', () => {
  expect(listen([...quiet(5), ...speech(1), ...quiet(5)]).events).toEqual([]);
  const { events } = listen([...speech(5), ...blocks(4, 0.4, -30), ...speech(5), ...quiet(1), ...speech(3)]);
  expect(events).toHaveLength(1);
});

test('a voice from the other end of the room is not the candidate, who is heard again at once', () => {
  const { events } = listen([...speech(40, -40), ...quiet(5), ...speech(10, -22)], silent(-20));
  expect(events).toMatchObject([{ kind: 'started', onsetMs: 1440 }]);
});

test('without a calibrated level, the first second of speech teaches it', () => {
  const taught = listen([...speech(60, -20), ...quiet(5)]);
  expect(taught.state.voiceLevel).toBeCloseTo(-20, 1);
  expect(listen([...speech(20, -40)], taught.state, 65 * 32).events).toEqual([]);
});

test('a candidate who sits further away is found after a while', () => {
  expect(listen(speech(240, -40), silent(-20)).events).toEqual([]);
  expect(listen(speech(260, -40), silent(-20)).events).toMatchObject([{ kind: 'started' }]);
});

test('a gap ends what was said and begins anew', () => {
  const before = listen([...quiet(5), ...speech(10)]);
  const after = listen(speech(5), before.state, 5000);
  expect(after.events).toMatchObject([{ kind: 'ended' }, { kind: 'started', onsetMs: 5000 }]);
});

test('without the model a loud sound of some length is speech, and a steady noise is not', () => {
  const noise = blocks(100, null, -45);
  expect(listen(noise).events).toEqual([]);
  const { events } = listen([...noise, ...blocks(20, null, -25), ...noise]);
  expect(events).toMatchObject([
    { kind: 'started', onsetMs: 3200 },
    { kind: 'ended', quietMs: 3840 },
  ]);
  expect(listen([...noise, ...blocks(2, null, -20), ...noise]).events).toEqual([]);
});

test('levels: a full sine is 3 dB below the loudest, silence has an end, and peaks tell a voice', () => {
  const sine = Float32Array.from({ length: 512 }, (_, n) => Math.sin((2 * Math.PI * n) / 16));
  expect(loudest(sine)).toBeCloseTo(-3.01, 1);
  expect(loudest(new Float32Array(512))).toBe(-100);
  expect(calibrated([0.3, 0.3])).toBeNull();
  expect(
    calibrated([...Array.from({ length: 20 }, () => 0.3), ...Array.from({ length: 40 }, () => 0.001)]),
  ).toBeCloseTo(-22.5, 1);
});
