/** Reads pasted lines "name, e-mail" (or "e-mail, name", "Name <e-mail>", tabs from a table) into people. */
import { looksLikeAddress } from './invite-input.ts';

export type LineProblem = 'no-address' | 'wrong-address' | 'no-name' | 'twice';

export interface Line {
  n: number;
  text: string;
  name: string;
  email: string;
  problem: LineProblem | null;
}

export const LINES_MOST = 200;

export function readLines(pasted: string): Line[] {
  const seen = new Set<string>();
  return pasted
    .split(/\r?\n/)
    .map((text, index) => ({ text: text.trim(), n: index + 1 }))
    .filter(({ text }) => text !== '')
    .map(({ text, n }) => {
      const parts = text
        .split(/[,;\t<>]+/)
        .map((part) => part.trim().replace(/^"(.*)"$/, '$1'))
        .filter((part) => part !== '');
      const at = parts.findIndex((part) => part.includes('@'));
      const email = at === -1 ? '' : (parts[at] ?? '').toLowerCase();
      const name = parts.filter((_, index) => index !== at).join(' ');
      const problem = problemOf(name, email, seen.has(email));
      seen.add(email);
      return { n, text, name, email, problem };
    });
}

function problemOf(name: string, email: string, twice: boolean): LineProblem | null {
  if (email === '') return 'no-address';
  if (!looksLikeAddress(email)) return 'wrong-address';
  if (name === '') return 'no-name';
  return twice ? 'twice' : null;
}
