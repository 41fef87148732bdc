/**
 * Text from outside is made well-formed once, where it comes in: HTTP, sockets, files, and the answers of models.
 * What neither the database nor a reader can bear goes out, and what is left has one spelling (NFC). Shared with the
 * web app. Pure.
 */

/** Control characters but tab and line break: NUL is refused by PostgreSQL, and the others are seen by nobody. */
const CONTROL = /(?![\n\t])\p{Cc}/gu;
/** Halves of a pair that have lost the other half: no UTF-8 exists for them. */
const LONE_SURROGATE = /\p{Cs}/gu;
/** Word writes a break inside a paragraph as a vertical tab. */
const LINE_BREAK = /\r\n|[\r\v\f\u0085]/g;
const SPACE_AND_BREAKS = /[ \t]*[\n\t\u2028\u2029]+[ \t]*/g;
/** Most of what comes in is plain, and is left alone. */
const NEEDS_WORK = /(?![\n\t])\p{Cc}|\P{ASCII}/u;

/** How deep an input may be nested. */
const DEPTH_MAX = 64;

/** `text` without control characters and halves of pairs, line breaks as `\n`, in NFC. */
export function wellFormed(text: string): string {
  if (!NEEDS_WORK.test(text)) return text;
  return text.replace(LINE_BREAK, '\n').replace(CONTROL, '').replace(LONE_SURROGATE, '').normalize('NFC');
}

/** The same for a field of one line: line breaks and tabs become one space, and none stands at the ends. */
export function oneLine(text: string): string {
  return wellFormed(text).replace(SPACE_AND_BREAKS, ' ').trim();
}

/**
 * A JSON value with {@link wellFormed} applied to every text and key in it.
 * @throws RangeError when it is nested deeper than any input of the product
 */
export function wellFormedJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEPTH_MAX) throw new RangeError('nested too deep');
  if (Array.isArray(value)) return value.map((item) => wellFormedJson(item, depth + 1));
  // fromEntries makes own properties, so that a key such as __proto__ changes nothing.
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [wellFormed(key), wellFormedJson(item, depth + 1)]),
  );
}

/** A scheme, and a dot between a word and what could be a domain's end: what mail programs make links of. */
const SCHEME = /[a-z][a-z0-9+.-]*:\/\/+/gi;
const DOMAIN_DOT = /(?<=[\p{L}\p{N}-])[.\u3002\uFF0E\uFF61](?=\p{L}{2})/gu;

/** A person's name as it may stand in a mail of ours: nothing in it becomes a link. `J. R. Tolkien` stays as it is. */
export function withoutLinks(name: string): string {
  return name.replace(SCHEME, '').replace(DOMAIN_DOT, ' ');
}

/** The longest sign that a person sees as one (a family of emoji, a letter with its marks) is shorter. */
const SIGN_UNITS_MAX = 64;

/** The first `most` units of `text` at most, cut between two signs that a person sees. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = Math.max(0, most - SIGN_UNITS_MAX);
  const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    text.slice(from, most + SIGN_UNITS_MAX),
  );
  // The first piece may begin inside a sign; where it ends is sure.
  let end = from;
  for (const { index, segment } of signs) {
    if (from + index + segment.length > most) break;
    end = from + index + segment.length;
  }
  return text.slice(0, end);
}

/** Digits of any script as 0 to 9; everything else as it is. For codes, numbers and dates, never for words. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}

/** Unicode keeps the ten digits of a script together and in order, so that the place in the run is the value. */
function digitValue(codePoint: number): number {
  let first = codePoint;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (codePoint - first) % 10;
}
