/** The web app's texts: found in the sources, compiled, made longer for the pseudo-locale. */
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import fc from 'fast-check';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { pseudo } from '../../web/shared/locales/pseudo.ts';
import { textCalls } from '../../web/shared/locales/read-texts.ts';

const calls = (code: string) => textCalls(parseSync('page.tsx', code).program, 'page.tsx');

test('a text is found with its id, wherever it stands', () => {
  const found = calls("const a = <p title={t('a.b', 'Hello')}>{rich('a.c', `Read <b>it</b>`, {})}</p>;");
  expect(found.map(({ id, message }) => ({ id, message }))).toEqual([
    { id: 'a.b', message: 'Hello' },
    { id: 'a.c', message: 'Read <b>it</b>' },
  ]);
});

test('a text put together at run time is refused: a translator would never see it', () => {
  expect(() => calls("t('a.b', 'Hello ' + name)")).toThrow(/written out/);
  expect(() => calls("t('a.b', `Hello ${" + 'name}`)')).toThrow(/written out/);
});

test('the pseudo-locale keeps placeholders and tags, and makes words longer', () => {
  expect(pseudo('Read <link>the policy</link> now')).toBe(
    'Réádëï <link>thé póliçýëï</link> ñów'.replace('póliçýëï', pseudo('policy')),
  );
  expect(pseudo('Interview').length).toBeGreaterThan('Interview'.length);
  const compiled = compileMessageOrThrow('{n, plural, one {# minute} other {# minutes}} for {name}', pseudo);
  const shape = JSON.stringify(compiled);
  expect(shape).toContain('["n","plural"');
  expect(shape).toContain('["name"]');
  expect(shape).not.toContain('minutes');
});

test('nothing is ever lost by making words longer', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => pseudo(text).length >= text.length));
});
