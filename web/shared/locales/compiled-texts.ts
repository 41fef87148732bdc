/**
 * Compiles texts at build time, so that no message parser is sent to a browser: the English message inside each
 * `t(id, message)`, and whole catalogues asked for as `virtual:texts/<locale>`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';
import { pseudo } from './pseudo.ts';
import { readTexts, textCalls } from './read-texts.ts';

const PREFIX = 'virtual:texts/';
const WEB = join(import.meta.dirname, '../..');

export function compiledTexts(): Plugin {
  return {
    name: 'compiled-texts',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      return `export const messages = ${JSON.stringify(catalogue(id.slice(PREFIX.length + 1)))};`;
    },
    transform(code, id) {
      if (!id.startsWith(WEB) || !/\.tsx?$/.test(id)) return undefined;
      const calls = textCalls(this.parse(code), id);
      let compiled = code;
      for (const { message, start, end } of calls.toReversed()) {
        compiled = compiled.slice(0, start) + JSON.stringify(compileMessageOrThrow(message)) + compiled.slice(end);
      }
      return calls.length === 0 ? undefined : { code: compiled, map: null };
    },
  };
}

function catalogue(locale: string): Record<string, unknown> {
  const made = locale === 'ar-XB';
  const texts: Record<string, string> = made
    ? readTexts(WEB)
    : JSON.parse(readFileSync(join(import.meta.dirname, `${locale}.json`), 'utf8'));
  return Object.fromEntries(
    Object.entries(texts).map(([id, message]) => [id, compileMessageOrThrow(message, made ? pseudo : undefined)]),
  );
}
