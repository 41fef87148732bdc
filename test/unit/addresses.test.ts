/** One rule says what an address is, on the page and on the server. */
import { expect, test } from 'vitest';
import { readAddress, suggestedAddress } from '../../worker/address-rules.ts';

const sent = (typed: string) => readAddress(typed)?.sent ?? null;

test.each([
  ["sean.o'brien@example.com", "sean.o'brien@example.com", "sean.o'brien@example.com"],
  ['user@xn--mller-kva.example', 'user@xn--mller-kva.example', 'user@xn--mller-kva.example'],
  ['user@müller.example', 'user@müller.example', 'user@xn--mller-kva.example'],
  ['josé@example.com', 'josé@example.com', 'josé@example.com'],
  ['a&b@example.com', 'a&b@example.com', 'a&b@example.com'],
  ['दीपा@उदाहरण.भारत', 'दीपा@उदाहरण.भारत', 'दीपा@xn--p1b6ci4b4b3a.xn--h2brj9c'],
  ['first+tag_9%x@mail.example.co.in', 'first+tag_9%x@mail.example.co.in', 'first+tag_9%x@mail.example.co.in'],
])('%s is an address, shown as typed and sent in ASCII', (typed, shown, ascii) => {
  expect(readAddress(typed)).toEqual({ shown, sent: ascii });
});

test.each([
  ['zero width space', '\u200badaeze@example.com', 'adaeze@example.com'],
  ['embedding marks', '\u202aamina@example.com\u202c', 'amina@example.com'],
  ['right-to-left marks', '\u200famina@example.com\u200f', 'amina@example.com'],
  ['isolates', '\u2068amina@example.com\u2069', 'amina@example.com'],
  ['a soft hyphen', 'ami\u00adna@example.com', 'amina@example.com'],
  ['a link', 'mailto:chidi@example.com', 'chidi@example.com'],
  ['a link with a subject', 'MAILTO:chidi%2Bjobs@example.com?subject=Hi', 'chidi+jobs@example.com'],
  ['full width signs', 'ｙｕｋｉ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'yuki@example.com'],
  ['a small at sign', 'yuki﹫example.com', 'yuki@example.com'],
  ['brackets', '<ada@example.com>', 'ada@example.com'],
  ['spaces that do not break', '\u00a0ada@example.com\u3000', 'ada@example.com'],
])('%s around an address are taken off', (_, typed, right) => {
  expect(sent(typed)).toBe(right);
});

test.each([
  ['case', 'Ada@Example.COM', 'ada@example.com'],
  ['composition', 'jose\u0301@example.com', 'jos\u00e9@example.com'],
  ['script of the domain', 'user@MÜLLER.example', 'user@xn--mller-kva.example'],
  ['composition of the domain', 'user@mu\u0308ller.example', 'user@xn--mller-kva.example'],
])('two spellings that differ in %s are one address', (_, typed, right) => {
  expect(sent(typed)).toBe(right);
});

test.each([
  '',
  'nobody',
  'a@b',
  '@example.com',
  'a@',
  'a b@example.com',
  'a@exa mple.com',
  'a@@example.com',
  'a@b@example.com',
  '.a@example.com',
  'a.@example.com',
  'a..b@example.com',
  'a@-example.com',
  'a@example-.com',
  'a@example..com',
  'a@.example.com',
  'a@127.0.0.1',
  'a@[127.0.0.1]',
  'a@example.com/path',
  'a@example.com:25',
  'a@example.c',
  'a@example.123',
  'a,b@example.com',
  'a<b@example.com',
  `${'a'.repeat(65)}@example.com`,
  `a@${'b'.repeat(64)}.com`,
  `a@${'b.'.repeat(130)}com`,
  'a@example.com\nbcc:x@example.com',
])('%j is no address', (typed) => {
  expect(readAddress(typed)).toBeNull();
});

test.each([
  ['ana@gmial.com', 'ana@gmail.com'],
  ['ana@gmai.com', 'ana@gmail.com'],
  ['ana@gmail.con', 'ana@gmail.com'],
  ['ana@gamil.com', 'ana@gmail.com'],
  ['ana@hotmial.com', 'ana@hotmail.com'],
  ['ana@yahooo.com', 'ana@yahoo.com'],
  ['ana@outlok.com', 'ana@outlook.com'],
])('%s may have been meant for %s', (typed, meant) => {
  const address = readAddress(typed);
  expect(address === null ? null : suggestedAddress(address)).toBe(meant);
});

test.each(['ana@gmail.com', 'ana@mail.com', 'ana@ymail.com', 'ana@gmx.at', 'ana@example.com', 'ana@live.fr'])(
  '%s is left as it is',
  (typed) => {
    const address = readAddress(typed);
    expect(address).not.toBeNull();
    expect(address === null ? '' : suggestedAddress(address)).toBeNull();
  },
);
