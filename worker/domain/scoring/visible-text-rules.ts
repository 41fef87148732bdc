/**
 * Text as a person sees it: what no eye can see is taken out at the door, so that nothing hidden reaches a scorer, a
 * model or another person's screen. Pure.
 */

/** Tags, direction overrides, zero-width signs, fillers, selectors, control characters, halves of a pair. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\u2028\u2029]/gu;
const KEPT = new Set(['\n', '\t']);
const JOINERS = new Set(['\u200C', '\u200D']);
const EMOJI_LOOK = '\uFE0F';
/** Joiners shape words in these scripts, and hold an emoji together; between other letters they only hide. */
const JOINED_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]/u;
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F/u;
const KEYCAP = /\p{Extended_Pictographic}|[\d#*]/u;

/** `text` without what cannot be seen; letters, marks, emoji and line breaks stay as they are. */
export function visibleText(text: string): string {
  const lines = text.replaceAll('\r\n', '\n');
  return lines.replace(UNSEEN, (sign, place: number) => {
    if (KEPT.has(sign)) return sign;
    if (sign === '\u2028' || sign === '\u2029' || sign === '\r') return '\n';
    const before = codePointBefore(lines, place);
    const after = lines.slice(place + 1, place + 3);
    if (JOINERS.has(sign)) return joins(before, after) ? sign : '';
    return sign === EMOJI_LOOK && KEYCAP.test(before) ? sign : '';
  });
}

function joins(before: string, after: string): boolean {
  const next = String.fromCodePoint(after.codePointAt(0) ?? 0);
  if (EMOJI.test(before) && EMOJI.test(next)) return true;
  return JOINED_SCRIPT.test(before) && /[\p{L}\p{M}]/u.test(next);
}

function codePointBefore(text: string, place: number): string {
  const pair = text.slice(Math.max(0, place - 2), place);
  return [...pair].at(-1) ?? '';
}
