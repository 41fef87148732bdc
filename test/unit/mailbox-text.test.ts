/** What the mailbox page finds in a mail. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeIn, pieces } from '../../web/visitor/mailbox/message-text.ts';

test('a code is found alone or in two groups, and never inside an address or a longer number', () => {
  expect(codeIn('Your code is 402913.')).toBe('402913');
  expect(codeIn('Code: 402 913')).toBe('402913');
  expect(codeIn('Open http://localhost:8787/i#eu_inv_123456 now')).toBeNull();
  expect(codeIn('Call 00491234567890')).toBeNull();
  expect(codeIn('Nothing here')).toBeNull();
});

test('an address becomes a link without the full stop after it', () => {
  expect(pieces('Open http://localhost:8787/i#eu_inv_a.b. Thanks')).toEqual([
    { kind: 'text', text: 'Open ' },
    { kind: 'link', href: 'http://localhost:8787/i#eu_inv_a.b' },
    { kind: 'text', text: '. Thanks' },
  ]);
});

test('no part of a mail is lost', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const joined = pieces(text).map((piece) => (piece.kind === 'link' ? piece.href : piece.text));
      return joined.join('') === text;
    }),
  );
});
