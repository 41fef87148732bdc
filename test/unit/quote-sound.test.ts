/** What a quote stands on, and whether there is a sound of it to play. */
import { expect, test } from 'vitest';
import { type QuotedTurn, quoteShown } from '../../worker/domain/reports/quote-version-rules.ts';

const QUOTE = { turnId: 't1', text: 'called the shop', startMs: 12_000, endMs: 12_900 };
const TURN: QuotedTurn = {
  id: 't1',
  text: 'I called the shop and waited',
  correctedText: null,
  via: 'voice',
  startMs: 11_000,
  endMs: 15_000,
  segments: [{ text: 'I called the shop and waited' }],
};
const RECORDED_MS = 60_000;

test('a quote stands on the correction where the candidate made one', () => {
  const turn = { ...TURN, text: 'I culled the chop', correctedText: 'I called the shop' };
  expect(quoteShown(QUOTE, [turn], RECORDED_MS)).toMatchObject({ ...QUOTE, version: 'corrected', heard: turn.text });
  expect(quoteShown(QUOTE, [TURN], RECORDED_MS)).toMatchObject({ ...QUOTE, version: 'heard', heard: null });
  expect(quoteShown(QUOTE, [], RECORDED_MS)).toMatchObject({ version: 'heard', audible: false });
});

test('a quote tells how its answer was given, whether it was corrected or not', () => {
  const corrected = { text: 'I culled the chop', correctedText: 'I called the shop' };
  for (const via of ['voice', 'typed', 'mixed'] as const) {
    expect(quoteShown(QUOTE, [{ ...TURN, via }], RECORDED_MS)).toMatchObject({ via, version: 'heard' });
    expect(quoteShown(QUOTE, [{ ...TURN, ...corrected, via }], RECORDED_MS)).toMatchObject({
      via,
      version: 'corrected',
    });
  }
});

test('what was said can be heard, at its own moment', () => {
  expect(quoteShown(QUOTE, [TURN], RECORDED_MS)).toMatchObject({ audible: true, startMs: 12_000, endMs: 12_900 });
});

test('what was typed cannot be heard, and its time is that of its answer', () => {
  const typed: QuotedTurn = { ...TURN, via: 'typed', segments: null };
  expect(quoteShown(QUOTE, [typed], RECORDED_MS)).toMatchObject({ audible: false, startMs: 11_000, endMs: 15_000 });
});

test('of an answer that was spoken and typed, the spoken words can be heard', () => {
  const mixed = (said: string[]): QuotedTurn => ({ ...TURN, via: 'mixed', segments: said.map((text) => ({ text })) });
  const audible = (said: string[]) => quoteShown(QUOTE, [mixed(said)], RECORDED_MS).audible;
  expect(audible(['I called the shop', 'and waited'])).toBe(true);
  expect(audible(['I called', 'the shop and waited'])).toBe(true);
  expect(audible(['and waited'])).toBe(false);
  expect(audible([])).toBe(false);
});

test('nothing can be heard where nothing was recorded, or beyond the end of what was', () => {
  expect(quoteShown(QUOTE, [TURN], null).audible).toBe(false);
  expect(quoteShown(QUOTE, [TURN], 12_000).audible).toBe(false);
  expect(quoteShown(QUOTE, [TURN], 12_001).audible).toBe(true);
});
