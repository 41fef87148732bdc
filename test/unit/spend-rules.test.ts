/** The meter and its prices: nothing is free because nobody knows it, and counting twice what was counted is counting once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { platformUse } from '../../worker/domain/spend/platform-rules.ts';
import { priceOf } from '../../worker/domain/spend/price-rules.ts';
import {
  addPlatform,
  addUsage,
  capReached,
  emptyMeter,
  leftOf,
  monthStart,
} from '../../worker/domain/spend/spend-rules.ts';
import type { Usage, UsageUnit } from '../../worker/domain/spend/usage-shape.ts';
import { providerSettings } from '../../worker/provider-settings.ts';

const UNITS: UsageUnit[] = [
  'text-in-tokens',
  'text-out-tokens',
  'audio-in-tokens',
  'audio-out-tokens',
  'audio-in-ms',
  'audio-out-ms',
  'characters',
];
const KNOWN = ['gemini-3.8-live', 'gemini-3.8-flash', 'gpt-6-luna', 'gpt-transcribe', 'gpt-4o-mini-tts'];

const usage = fc.record({
  maker: fc.constantFrom('gemini' as const, 'openai' as const),
  model: fc.constantFrom(...KNOWN, 'a-model-of-tomorrow', '__proto__', 'constructor'),
  unit: fc.constantFrom(...UNITS),
  amount: fc.nat(10_000_000),
});

function micros(model: string, unit: UsageUnit, amount: number): number {
  return priceOf({ maker: 'gemini', model, unit, amount });
}

test('prices are those of the list', () => {
  expect(micros('gemini-3.8-live', 'audio-in-tokens', 1_000_000)).toBe(3_000_000);
  expect(micros('gemini-3.8-live', 'audio-out-tokens', 1_000_000)).toBe(12_000_000);
  expect(micros('gemini-3.8-flash', 'text-in-tokens', 1_000_000)).toBe(750_000);
  expect(micros('gpt-transcribe', 'audio-in-ms', 60_000)).toBe(6_000);
  expect(micros('gpt-4o-mini-transcribe', 'audio-in-ms', 60_000)).toBe(3_000);
  expect(micros('gpt-4o-mini-tts', 'audio-out-ms', 60_000)).toBe(15_000);
});

test('each model that is set up when nothing is said has a price of its own for what it does', () => {
  const { gemini, openai } = providerSettings(
    (name) => (/^(GEMINI|OPENAI)_API_KEY$/.test(name) ? 'key' : undefined),
    'eu',
  );
  const does: [string | undefined, UsageUnit][] = [
    [gemini?.model, 'text-out-tokens'],
    [gemini?.liveModel, 'audio-out-tokens'],
    [gemini?.earsModel, 'audio-in-tokens'],
    [gemini?.voiceModel, 'audio-out-tokens'],
    [openai?.model, 'text-out-tokens'],
    [openai?.earsModel, 'audio-in-ms'],
    [openai?.voiceModel, 'audio-out-ms'],
  ];
  const dearest = (unit: UsageUnit) => micros('a-model-of-tomorrow', unit, 1_000_000);
  const unpriced = does.filter(([model, unit]) => micros(model ?? '', unit, 1_000_000) === dearest(unit));
  // The dearest of a unit have their own price too: it is they who set it.
  expect(unpriced.map(([model]) => model)).toEqual(['gpt-transcribe', 'gpt-4o-mini-tts']);
});

test('an unknown model costs what the dearest known one does, and nothing used is free', () => {
  fc.assert(
    fc.property(usage, ({ unit, amount }) => {
      const unknown = micros('a-model-of-tomorrow', unit, amount);
      expect(Number.isSafeInteger(unknown)).toBe(true);
      expect(unknown > 0).toBe(amount > 0);
      for (const model of KNOWN) expect(micros(model, unit, amount)).toBeLessThanOrEqual(unknown);
    }),
  );
});

test('a meter is the same in whatever order it was told, never becomes less, and survives JSON', () => {
  fc.assert(
    fc.property(fc.array(usage, { maxLength: 30 }), (all) => {
      const meter = all.reduce(addUsage, emptyMeter());
      expect(all.toReversed().reduce(addUsage, emptyMeter()).micros).toBe(meter.micros);
      expect(all.reduce((sum, one) => addUsage(sum, one), meter).micros).toBeGreaterThanOrEqual(meter.micros);
      expect(new Set(meter.lines.map(({ maker, model, unit }) => `${maker} ${model} ${unit}`)).size).toBe(
        meter.lines.length,
      );
      expect(JSON.parse(JSON.stringify(meter))).toEqual(meter);
    }),
  );
});

test('many small uses cost what one large one does: nothing is rounded on the way', () => {
  const small: Usage = { maker: 'openai', model: 'gpt-6-luna', unit: 'text-in-tokens', amount: 1 };
  const meter = Array<Usage>(1000).fill(small).reduce(addUsage, emptyMeter());
  expect(meter.micros).toBe(100);
});

test('what is no amount counts as nothing', () => {
  for (const amount of [Number.NaN, -5, Number.POSITIVE_INFINITY]) {
    expect(addUsage(emptyMeter(), { maker: 'gemini', model: 'x', unit: 'characters', amount }).micros).toBe(0);
  }
});

test('a cap is reached by what was spent, the interview’s own before the tenant’s', () => {
  const meter = { lines: [], micros: 500 };
  expect(capReached(meter, { interviewMicros: 501, tenantLeftMicros: null })).toBeNull();
  expect(capReached(meter, { interviewMicros: 500, tenantLeftMicros: 0 })).toBe('interview');
  expect(capReached(meter, { interviewMicros: 501, tenantLeftMicros: 500 })).toBe('tenant');
  expect(capReached(emptyMeter(), { interviewMicros: 1, tenantLeftMicros: 0 })).toBe('tenant');
  expect([leftOf(null, 9), leftOf(5, 9), leftOf(9, 5)]).toEqual([null, 0, 4]);
});

test('half an hour of the installation itself stays below two cents', () => {
  const talk = { lengthMs: 1_800_000, heardMs: 990_000, spokenMs: 360_000, turns: 48, parts: 360, bytes: 14_000_000 };
  const { micros: spent } = addPlatform(emptyMeter(), platformUse(talk));
  expect(spent).toBeGreaterThan(5_000);
  expect(spent).toBeLessThan(20_000);
});

test('a month begins at its first midnight in UTC', () => {
  expect(monthStart(new Date('2026-11-24T12:00:00Z')).toISOString()).toBe('2026-11-01T00:00:00.000Z');
  expect(monthStart(new Date('2027-01-01T00:00:00Z')).toISOString()).toBe('2027-01-01T00:00:00.000Z');
});
