/** A quote is found where it stands, by a stated normalisation and nothing beyond it; and it has its place in the sound. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { quoteTimes } from '../../worker/domain/scoring/quote-times-rules.ts';
import { findQuote, normalise } from '../../worker/domain/scoring/verbatim-rules.ts';
import { visibleText } from '../../worker/domain/scoring/visible-text-rules.ts';

vi.setConfig({ testTimeout: 60_000 });

const TEXT = 'She said: “I’m   going — now”. I called\nher back.';

test('marks, dashes, spaces and capitals may differ; words may not', () => {
  const place = findQuote(TEXT, '"i\'m going - now"');
  expect(place && TEXT.slice(place.startChar, place.endChar)).toBe('“I’m   going — now”');
  expect(findQuote(TEXT, 'I called her back')).not.toBeNull();
  expect(findQuote(TEXT, 'I called him back')).toBeNull();
  expect(findQuote(TEXT, '')).toBeNull();
  expect(findQuote(TEXT, ' \u200B ')).toBeNull();
});

test('any slice of any text is found in it, and what is found reads the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(200), fc.nat(200), (text, from, length) => {
      const slice = text.slice(from, from + length);
      const place = findQuote(text, slice);
      expect(place === null).toBe(normalise(slice) === '');
      if (place !== null) expect(normalise(text.slice(place.startChar, place.endChar))).toContain(normalise(slice));
    }),
  );
});

test('what cannot be seen is taken out, what shapes letters and emoji stays', () => {
  expect(visibleText('a\u200Bb\u202Ec\u{E0041}d\uFEFF\u0000')).toBe('abcd');
  expect(visibleText('Noor\u202E\u2066 El-Amrani')).toBe('Noor El-Amrani');
  expect(visibleText('क्\u200Dष नमस्ते')).toBe('क्\u200Dष नमस्ते');
  expect(visibleText('می\u200Cخواهم')).toBe('می\u200Cخواهم');
  expect(visibleText('👩\u200D🔧 ❤\uFE0F')).toBe('👩\u200D🔧 ❤\uFE0F');
  expect(visibleText('p\u200Da\u200Cy')).toBe('pay');
  expect(visibleText('one\r\ntwo\ttab')).toBe('one\ntwo\ttab');
});

test('cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const once = visibleText(text);
      expect(visibleText(once)).toBe(once);
      expect(once).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B]/u);
    }),
  );
});

test('a quote begins and ends with the pieces in which it was heard', () => {
  const turn = {
    text: 'I let her finish. Then I called.',
    startMs: 10_000,
    endMs: 20_000,
    segments: [
      { text: 'I let her finish.', startMs: 10_500, endMs: 12_000 },
      { text: 'Then I called.', startMs: 17_000, endMs: 18_500 },
    ],
  };
  expect(quoteTimes(turn, { startChar: 18, endChar: 32 })).toEqual({ startMs: 17_000, endMs: 18_500 });
  expect(quoteTimes(turn, { startChar: 0, endChar: 17 })).toEqual({ startMs: 10_500, endMs: 12_000 });
});

test('without pieces the place in the text is the place in the sound, and it never leaves the turn', () => {
  const turn = { text: 'abcdefghij', startMs: 1000, endMs: 2000, segments: null };
  expect(quoteTimes(turn, { startChar: 5, endChar: 10 })).toEqual({ startMs: 1500, endMs: 2000 });
  const piece = fc.record({
    text: fc.constantFrom('ab', 'cde', 'j', 'zz', ''),
    startMs: fc.nat(3000),
    endMs: fc.nat(3000),
  });
  fc.assert(
    fc.property(fc.array(piece), fc.nat(10), fc.nat(10), (segments, a, b) => {
      const [startChar, endChar] = [Math.min(a, b), Math.max(a, b)];
      const { startMs, endMs } = quoteTimes({ ...turn, segments }, { startChar, endChar });
      expect(startMs).toBeGreaterThanOrEqual(1000);
      expect(endMs).toBeLessThanOrEqual(2000);
      expect(startMs).toBeLessThanOrEqual(endMs);
    }),
  );
});
