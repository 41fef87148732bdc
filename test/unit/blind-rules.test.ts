/** Names taken out of words: every part of them, in any case and place, and nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blinded, withoutName } from '../../worker/domain/blind/blind-rules.ts';

const KNOWN = { name: 'Zoë O’Brien-Li', email: 'zoe.b+1@example.com' };

test('each part of a name is hidden, whole or alone, with what the grammar hangs on it', () => {
  expect(withoutName('I am ZOË. Zoë’s desk, Mr O’Brien-Li, Brien.', KNOWN)).toBe(
    'I am ▪▪▪. ▪▪▪’s desk, Mr ▪▪▪▪▪▪▪▪▪▪, ▪▪▪▪▪.',
  );
  expect(withoutName('Write to zoe.b+1@example.com.', KNOWN)).toBe('Write to ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪.');
});

test('words that only begin like a name stay, and two letters are hidden only as they are written', () => {
  expect(withoutName('A zoëtrope; Li said li.', KNOWN)).toBe('A zoëtrope; ▪▪ said li.');
  expect(withoutName('تحدثت مع نور أمس', { name: 'نور', email: 'n@example.com' })).toBe('تحدثت مع ▪▪▪ أمس');
});

test('whatever is hidden, every place stays where it was, and states are never touched', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), (text, name) => {
      expect(withoutName(text, { name, email: 'a@b.example' })).toHaveLength(text.length);
    }),
  );
  const row = { id: 'Hold', state: 'hold', kind: 'reject', deep: [{ text: 'Hold said no', by: 'Hold' }] };
  expect(blinded(row, { name: 'Hold Reject', email: 'h@b.example' })).toEqual({
    ...row,
    deep: [{ text: '▪▪▪▪ said no', by: 'Hold' }],
  });
  expect(blinded(row, null)).toBe(row);
});
