/** Every limit that is declared is read by the product's own code: one that nothing enforces is none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { LIMITS } from '../../worker/limits.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ROOMS = ['worker', 'durable-objects', 'web'];
const NOT_THE_PRODUCT = /^worker\/(limits\.ts|local\/)/;

const sources = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)),
)
  .filter((path) => /\.tsx?$/.test(path) && !NOT_THE_PRODUCT.test(path))
  .map((path) => readFileSync(join(ROOT, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''));

function leaves(value: object, path: readonly string[] = []): string[][] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' ? leaves(inner, [...path, key]) : [[...path, key]],
  );
}

/** Other names under which a group of limits goes. */
const ALIASES: Record<string, string> = { wire: 'WIRE_LIMITS', recording: 'RECORDING_LIMITS', adjustment: 'L' };

/** Read by its whole path, or taken out of its group by name, as `const { tries } = LIMITS.codes`. */
function isRead([group = '', ...rest]: string[]): boolean {
  const names = [`LIMITS.${group}`, ...(ALIASES[group] === undefined ? [] : [ALIASES[group]])];
  return names.some((name) => {
    const groups = [name, ...rest.slice(0, -1).map((_, i) => [name, ...rest.slice(0, i + 1)].join('.'))];
    const leaf = rest.at(-1) ?? '';
    const whole = new RegExp(`\\b${[name, ...rest].join('.').replaceAll('.', '\\.')}\\b`);
    const taken = new RegExp(
      `\\{[^{}]*\\b${leaf}\\b[^{}]*\\}\\s*=\\s*(?:${groups.map((one) => one.replaceAll('.', '\\.')).join('|')})\\b`,
    );
    const byKind = new RegExp(`${name.replaceAll('.', '\\.')}\\[`);
    return sources.some(
      (code) => whole.test(code) || taken.test(code) || (byKind.test(code) && code.includes(`'${leaf}'`)),
    );
  });
}

test('every limit is read somewhere in the product', () => {
  const all = leaves(LIMITS);
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter((path) => !isRead(path)).map((path) => path.join('.'))).toEqual([]);
});

test('a limit that nothing reads would be found', () => {
  expect(isRead(['http', 'nobodyReadsThis'])).toBe(false);
  expect(isRead(['codes', 'nobodyReadsThis'])).toBe(false);
});
