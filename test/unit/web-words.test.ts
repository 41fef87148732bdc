/** What the web app says about times, lengths and problems. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ApiCode, ApiProblem } from '../../web/shared/api.ts';
import { dayTimeAndZone, position, timeLeft } from '../../web/shared/format.ts';
import { problemText } from '../../web/shared/problem-text.ts';
import { rich } from '../../web/shared/rich.tsx';
import { PROBLEMS } from '../../worker/problems.ts';

test('time left is rounded up, so that nobody is cut short', () => {
  expect(timeLeft(18 * 60_000)).toBe('18 min left');
  expect(timeLeft(17 * 60_000 + 1)).toBe('18 min left');
  expect(timeLeft(59_999)).toBe('Less than a minute left');
  expect(timeLeft(0)).toBe('No time left');
});

test('a place in a recording reads as one', () => {
  expect(position(248_000)).toBe('4:08');
  expect(position(3_728_000)).toBe('1:02:08');
  expect(position(-5)).toBe('0:00');
});

test('a date by which something must be done names its zone', () => {
  expect(dayTimeAndZone('2026-11-25T16:00:00Z', 'Europe/Berlin')).toMatch(/GMT\+1|CET/);
});

test('every problem has words for a person, and none shows its code', () => {
  const codes: ApiCode[] = ['offline'];
  for (const code of Object.keys(PROBLEMS)) codes.push(code as ApiCode);
  for (const code of codes) {
    const { happened, next } = problemText(new ApiProblem(code, 500));
    expect(happened.length).toBeGreaterThan(10);
    expect(next.length).toBeGreaterThan(10);
    expect(`${happened} ${next}`).not.toContain('_');
  }
});

test('a value with angle brackets stays what it is, whatever a person calls themselves', () => {
  const words = (node: unknown): string => {
    if (typeof node === 'string') return node;
    if (Array.isArray(node)) return node.map(words).join('');
    if (node !== null && typeof node === 'object' && 'props' in node) {
      return words((node as { props: { children?: unknown } }).props.children);
    }
    return '';
  };
  const hello = (name: string) => words(rich('test.hello', 'Hello <b>{name}</b>!', { b: (inner) => inner }, { name }));
  expect(hello('<b>Noor</b>')).toBe('Hello <b>Noor</b>!');
  fc.assert(fc.property(fc.string({ minLength: 1 }), (name) => hello(name) === `Hello ${name}!`));
});
