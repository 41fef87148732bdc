/**
 * Whether a quote stands in a turn. Verbatim means: the same after this stated normalisation, and nothing beyond it:
 * compatibility forms folded (NFKC), lower case, curly marks straight, any dash a hyphen, any run of spaces one space,
 * signs that cannot be seen left out. Pure.
 */
import { visibleText } from './visible-text-rules.ts';

export interface Place {
  startChar: number;
  endChar: number;
}

interface Folded {
  text: string;
  /** For every unit of `text`, the place in the original where it comes from. */
  from: number[];
  to: number[];
}

/** One letter with its marks, one Korean syllable of parts, or any other single sign. */
const SIGN = /[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|\P{M}\p{M}*|\p{M}+/gsu;

/** Where `quote` stands in `text`, or null when it was not said. An empty quote stands nowhere. */
export function findQuote(text: string, quote: string): Place | null {
  const wanted = fold(quote).text.trim();
  if (wanted === '') return null;
  const exact = text.indexOf(quote);
  if (exact >= 0) return { startChar: exact, endChar: exact + quote.length };
  const folded = fold(text);
  const found = folded.text.indexOf(wanted);
  const startChar = folded.from[found];
  const endChar = folded.to[found + wanted.length - 1];
  return startChar === undefined || endChar === undefined ? null : { startChar, endChar };
}

/** The stated normalisation. */
export function normalise(text: string): string {
  return fold(text).text.trim();
}

function fold(text: string): Folded {
  const out: Folded = { text: '', from: [], to: [] };
  let place = 0;
  // A letter is read with the marks on it: some devices write them apart.
  for (const [sign] of text.matchAll(SIGN)) {
    const next = place + sign.length;
    for (const unit of foldSign(sign)) {
      if (unit === ' ' && out.text.endsWith(' ')) continue;
      out.text += unit;
      for (let i = 0; i < unit.length; i += 1) {
        out.from.push(place);
        out.to.push(next);
      }
    }
    place = next;
  }
  return out;
}

function foldSign(sign: string): string {
  return visibleText(sign)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‘’‚‛′`]/g, "'")
    .replaceAll(/[“”„‟″«»]/g, '"')
    .replaceAll(/[‐‑‒–—―−]/g, '-')
    .replaceAll(/\s/g, ' ');
}
