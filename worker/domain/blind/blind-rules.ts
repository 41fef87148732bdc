/** Takes a name out of words that others wrote or said, sign for sign, so that every place stays where it was. Pure. */
import { MASK } from '../scoring/masked-rules.ts';

/** The fields of an answer that hold somebody's own words; states, ids and names of members are never touched. */
const WORDS = new Set(['text', 'correctedText', 'heard', 'answer', 'reason', 'headline', 'subject', 'body']);
/** A shorter part of a name is hidden only as it is written: two letters are a word of their own too often. */
const LEAST_ANY_CASE = 3;

export interface Known {
  name: string;
  email: string;
}

/** `text` without the name and the address, each sign replaced by one. */
export function withoutName(text: string, { name, email }: Known): string {
  const whole = name.split(/[\s,.]+/);
  const parts = [...new Set([email, ...whole, ...whole.flatMap((part) => part.split(/[-'’]/))])];
  const [long, short] = [
    parts.filter((part) => part.length >= LEAST_ANY_CASE),
    parts.filter((part) => part.length > 0 && part.length < LEAST_ANY_CASE && part !== part.toLowerCase()),
  ];
  return hidden(hidden(text, long, 'giu'), short, 'gu');
}

/** A JSON value with {@link withoutName} applied to all words in it, however deep; as it is where nothing is hidden. */
export function blinded<T>(value: T, known: Known | null): T {
  if (known === null) return value;
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
    typeof inner === 'string' && WORDS.has(key) ? withoutName(inner, known) : inner,
  );
}

function hidden(text: string, parts: readonly string[], flags: string): string {
  if (parts.length === 0) return text;
  const longestFirst = [...parts].sort((a, b) => b.length - a.length);
  const any = longestFirst.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
  return text.replaceAll(new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${any})(?![\p{L}\p{N}])`, flags), (found) =>
    MASK.repeat(found.length),
  );
}
