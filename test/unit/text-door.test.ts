/** What comes from outside is made well-formed once: every text a database, a mail or a reader could not bear. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { codeField, nameField, numberField } from '../../worker/audiences/fields.ts';
import { wellFormedPieces } from '../../worker/providers/well-formed-pieces.ts';
import { asciiDigits, oneLine, wellFormed, wellFormedJson } from '../../worker/text-rules.ts';

test('NUL, control characters and halves of pairs go; words, line breaks, marks and emoji stay', () => {
  expect(wellFormed('Lead\u0000\u0007\u001B[31m\u009F')).toBe('Lead[31m');
  expect(wellFormed('- Calm customers \ud83d')).toBe('- Calm customers ');
  expect(wellFormed('\ude00 back to front \ud83d')).toBe(' back to front ');
  const kept = 'نعم\u200c می‌شود\n\t👩🏽‍⚕️ क्षेत्र \u202Bא\u202C';
  expect(wellFormed(kept)).toBe(kept.normalize('NFC'));
  expect(wellFormed('one\r\ntwo\rthree\u0085four')).toBe('one\ntwo\nthree\nfour');
});

test('one spelling: a letter with its mark is one sign, however it was typed', () => {
  const typed = 'Rene\u0301 Nguye\u0302\u0303n';
  expect(typed).not.toBe(typed.normalize('NFC'));
  expect(wellFormed(typed)).toBe('René Nguyễn');
});

test('a field of one line loses its line breaks, and nothing else', () => {
  expect(oneLine('  Lead\r\nBcc: all@example.com\u2028Nurse\t(night) ')).toBe(
    'Lead Bcc: all@example.com Nurse (night)',
  );
  expect(oneLine('Quispe, Sofía')).toBe('Quispe, Sofía');
});

test('every text and key of a JSON value is made well-formed; numbers, nulls and order stay', () => {
  const value = JSON.parse('{"a\\u0000":["x\\u0000",{"b":"\\ud83d"}],"n":1,"t":true,"z":null}');
  expect(JSON.stringify(wellFormedJson(value))).toBe('{"a":["x",{"b":""}],"n":1,"t":true,"z":null}');
});

test('a value nested without end is refused, not a crash', () => {
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  expect(() => wellFormedJson(deep)).toThrow('nested too deep');
});

test('a key that would reach the prototype stays a key', () => {
  const value = wellFormedJson(JSON.parse('{"__proto__":{"admin":true}}'));
  expect((value as { admin?: boolean }).admin).toBeUndefined();
  expect(Object.keys(value as object)).toEqual(['__proto__']);
});

test('digits of any script are digits', () => {
  const scripts = ['١٢٣٤٥٦', '۱۲۳۴۵۶', '१२३४५६', '১২৩৪৫৬', '１２３４５６', '၁၂၃၄၅၆', '𝟏𝟐𝟑𝟒𝟓𝟔', '𞥑𞥒𞥓𞥔𞥕𞥖'];
  expect(scripts.map(asciiDigits)).toEqual(scripts.map(() => '123456'));
  expect(asciiDigits('٠۰०0９ and ½ Ⅷ x')).toBe('00009 and ½ Ⅷ x');
});

test('a code and a number are taken in the digits of any script, with gaps as people type them', () => {
  for (const typed of ['١٢٣٤٥٦', ' १२३ ४५६ ', '123-456', '１２３４５６'])
    expect(v.parse(codeField, typed)).toBe('123456');
  for (const typed of ['12345', '1234567', '12345x', '']) expect(v.safeParse(codeField, typed).success).toBe(false);
  expect(v.parse(numberField, '٧')).toBe(7);
});

test('a model that cuts an emoji between two pieces, and sends NUL, is read as it was meant', async () => {
  async function* pieces() {
    yield* ['Call\u0000 her \ud83d', '\ude00 now', '\ud83d'];
  }
  const read: string[] = [];
  for await (const piece of wellFormedPieces(pieces())) read.push(piece);
  expect(read).toEqual(['Call her ', '😀 now']);
});

test('a name in a mail carries no link, and a name stays a name', () => {
  const links = [
    'Pay at https://evil.example/now',
    'evil.com',
    'www.evil.com/x?y',
    'Noor HTTP://evil.com',
    'mail me: a@evil.com',
    'evil。com',
    'xn--80ak6aa92e.com',
  ];
  for (const name of links) expect(v.parse(nameField, name)).not.toMatch(/:\/\/|[\p{L}\p{N}][.。．｡]\p{L}{2}/u);
  for (const name of ['J. R. R. Tolkien', 'J.R. Ewing', 'Anne-Marie O’Neill, Ph.D.', 'El-Amrani', 'محمد بن سلمان']) {
    expect(v.parse(nameField, name)).toBe(name);
  }
});
