/** The lines that are known ahead, and how their sound is cut and framed. */
import { expect, test } from 'vitest';
import { FRAME_MS, splitFrames, unpackSound, VOICE_RATE } from '../../durable-objects/interview/protocol-sound.ts';
import { scriptOf } from '../../durable-objects/interview/script.ts';
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import { knownLines, lineOf } from '../../worker/domain/voices/known-lines-rules.ts';
import { soundFile, withoutSilence } from '../../worker/domain/voices/sound-file-rules.ts';
import { NORTHWIND_PLAN } from '../../worker/local/example/northwind-plan.ts';

const LANGUAGES: Plan['language'][] = ['en', 'ar', 'hi'];

test('every line that the interviewer says by the plan has a name and is the text that the session shows', () => {
  for (const language of LANGUAGES) {
    const plan = { ...NORTHWIND_PLAN, language };
    const script = scriptOf(plan);
    expect(lineOf(plan, 'opening')?.text).toBe(script.opening);
    expect(lineOf(plan, 'closing')?.text).toBe(script.closing);
    for (const { id, text } of script.questions) expect(lineOf(plan, `q:${id}`)?.text).toBe(text);
  }
});

test('names are unique, and each small word exists in each language', () => {
  for (const language of LANGUAGES) {
    const lines = knownLines({ ...NORTHWIND_PLAN, language });
    expect(new Set(lines.map(({ name }) => name)).size).toBe(lines.length);
    for (const name of ['ack:0', 'ack:1', 'ack:2', 'calm', 'moment', 'unheard']) {
      expect(lines.find((line) => line.name === name)?.text).toMatch(/\S/);
    }
  }
});

test('a question may be heard from the one before it on, a follow-up never ahead', () => {
  const questions = NORTHWIND_PLAN.sections.flatMap((section) => section.questions);
  for (const [index, { id, followUps }] of questions.entries()) {
    expect(lineOf(NORTHWIND_PLAN, `q:${id}`)?.from).toBe(index);
    for (const at of followUps.rules.keys()) expect(lineOf(NORTHWIND_PLAN, `f:${id}:${at}`)?.from).toBeNull();
  }
  expect(lineOf(NORTHWIND_PLAN, 'f:nobody:0')).toBeNull();
});

test('silence around speech is cut to a margin, silence inside stays', () => {
  const second = VOICE_RATE;
  const pcm = new Int16Array(4 * second);
  pcm[second] = 9000;
  pcm[2 * second] = -9000;
  const cut = withoutSilence(pcm);
  const margin = (30 * VOICE_RATE) / 1000;
  expect(cut.length).toBe(second + 1 + 2 * margin);
  expect(cut[margin]).toBe(9000);
  expect(withoutSilence(new Int16Array(500)).length).toBe(0);
});

test('a sound comes out of its file as long as it went in, and close to what it was', () => {
  const pcm = Int16Array.from({ length: VOICE_RATE * 1.05 }, (_, at) => 6000 * Math.sin(at / 20));
  const frames = splitFrames(soundFile(pcm)).map(unpackSound);
  expect(frames.map((frame) => frame?.timeMs)).toEqual(Array.from({ length: 11 }, (_, index) => index * FRAME_MS));
  expect(frames.map((frame) => frame?.last)).toEqual([...Array<boolean>(10).fill(false), true]);
  const back = frames.flatMap((frame) => [...(frame?.pcm ?? [])]);
  expect(back.length).toBe(pcm.length);
  const errors = back.map((sample, at) => Math.abs(sample - (pcm[at] ?? 0)));
  expect(Math.max(...errors.slice(2000))).toBeLessThan(600);
});
