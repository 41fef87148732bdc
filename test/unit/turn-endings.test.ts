/**
 * Whether a turn's end is found, on the recorded set, beside plain silence detection on the same sound with the same
 * detector. The rules were tuned on other draws of its pauses than those that are measured here.
 */
import { beforeAll, expect, test } from 'vitest';
import { compared } from '../evals/turns/compared.ts';
import { interrupt, type Scene, scenesOf } from '../evals/turns/interrupt.ts';
import { INTERRUPTIONS } from '../evals/turns/interruptions.ts';
import { type Figures, figuresOf, outcomeOf, productRule, type Rule, type Turn } from '../evals/turns/measure.ts';
import { recordedSet } from '../evals/turns/recorded-set.ts';

/** One draw, for time; `npm run bench -- turn_endings` measures five that the rules were not tuned on. */
const DRAW = 7;
let set: Turn[] = [];
let scenes: Scene[] = [];

beforeAll(async () => {
  set = await recordedSet([DRAW]);
  scenes = await scenesOf(INTERRUPTIONS);
}, 300_000);

function measured(rule: Rule, turns = set): Figures {
  return figuresOf(turns.map((turn) => outcomeOf(turn, rule)));
}

test('at most one turn in twenty is cut off, at a median wait of 0.9 s, and silence alone does neither', () => {
  const { product, asSafe, asFast, table } = compared(set);
  process.stdout.write(`${table.join('\n')}\n`);
  expect(product.turnsCut).toBeLessThanOrEqual(0.05);
  expect(product.medianMs).toBeLessThanOrEqual(900);
  expect(asSafe.medianMs).toBeGreaterThan(product.medianMs * 1.3);
  expect(asFast.turnsCut).toBeGreaterThan(product.turnsCut * 2);
});

test('a patient plan and a candidate who asked for more time are cut off less, and no setting shortens a wait', () => {
  const normal = measured(productRule());
  expect(measured(productRule({ patience: 'patient' })).turnsCut).toBeLessThan(normal.turnsCut);
  for (const turn of set) {
    const wait = (rule: Rule) => outcomeOf(turn, rule).waitMs;
    expect(wait(productRule({ waitLonger: true }))).toBeGreaterThanOrEqual(wait(productRule()));
  }
});

test('a turn is over without a recogniser too, after a longer silence', () => {
  const deaf = measured(
    productRule(),
    set.map((turn) => ({ ...turn, captions: [] })),
  );
  expect(deaf.turnsCut).toBeLessThanOrEqual(0.05);
  expect(deaf.medianMs).toBeLessThan(2500);
});

test('who interrupts is heard, who only listens does not stop the voice for long, and noises do not at all', () => {
  for (const { meant, name, actions } of scenes.map((scene) => interrupt(scene))) {
    const done = actions.map(({ action }) => action);
    if (meant === 'take') expect(done.at(-1), name).toBe('take-floor');
    if (meant === 'listen') expect(done, name).not.toContain('take-floor');
    // Whatever was stopped by mistake goes on.
    if (meant === 'listen' && done.includes('stop')) expect(done, name).toContain('resume');
    if (meant === 'noise') expect(done, name).not.toContain('stop');
  }
});

test('what begins over the last words of the interviewer is kept from its beginning', () => {
  for (const { name, actions, keepFromMs } of scenes
    .filter(({ one }) => one.meant === 'take')
    .map((scene) => interrupt(scene, 600))) {
    const done = actions.map(({ action }) => action);
    expect(done, name).not.toContain('stop');
    expect(done.at(-1), name).toBe('take-floor');
    expect(keepFromMs, name).toBeLessThan(0);
  }
});
