/**
 * Numbers that find a person: those that can be dialled, and those that an office, a bank or a state gave them. Amounts,
 * years, dates and times are what a person did, and stay. Pure.
 */

export interface Found {
  startChar: number;
  endChar: number;
}

const SPACE = String.raw`[ \u00A0\u202F\u2009]`;
const MONTH_OR_DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const YEAR = String.raw`(?:19|20)\d\d`;
const ALONE = String.raw`(?<![\d+]|[\d][-./,])`;
const ENDS = String.raw`(?![-./,]?\d)`;

/** What looks like a number to dial and is none, the longest first. */
const PLAIN = [
  // 12.05.2023, 5/12/23
  String.raw`${ALONE}${MONTH_OR_DAY}([./-])${MONTH_OR_DAY}\1(?:${YEAR}|\d\d)${ENDS}`,
  // 2023-05-12, 2023/05
  String.raw`${ALONE}${YEAR}([./-])${MONTH_OR_DAY}(?:\1${MONTH_OR_DAY})?${ENDS}`,
  // 2015-2019, 2019/20, 2015 2016 2017
  String.raw`${ALONE}${YEAR}(?:${SPACE}?[-–—/]${SPACE}?(?:${YEAR}|\d\d)|(?:${SPACE}${YEAR})+)${ENDS}`,
  // 1.200.000, 1,200,000, 1'200'000, with a fraction or without; a first group of one or two digits also with spaces
  String.raw`${ALONE}[1-9]\d{0,2}([.,'’])\d{3}(?:\1\d{3})*(?:[.,]\d{1,2})?${ENDS}`,
  String.raw`${ALONE}[1-9]\d?(?:${SPACE}\d{3})+(?:[.,]\d{1,2})?(?!${SPACE}?\d|[-./]\d)`,
  // 12,50,000 as in India
  String.raw`${ALONE}[1-9]\d?(?:,\d\d)+,\d{3}${ENDS}`,
  // 3.14159265
  String.raw`${ALONE}(?:0|[1-9]\d*)[.,]\d+${ENDS}`,
  // 10:30:00
  String.raw`${ALONE}\d{1,2}:\d\d(?::\d\d)?${ENDS}`,
].map((pattern) => new RegExp(pattern, 'gu'));

const RUN = new RegExp(String.raw`(?:\+|\(\+?)?\d(?:(?:${SPACE}|[().\-/]){0,2}\d)*`, 'gu');
const UNIT =
  /^\s*(?:%|percent|per cent|€|\$|£|₹|¥|euros?|eur|dollars?|usd|pounds?|gbp|rupees?|inr|dirhams?|aed|riyals?|sar|people|users?|customers?|rows?|records?|requests?|orders?|items?|units?|parcels?|visitors?|views?|messages?|lines?|hours?|minutes?|seconds?|tonnes?|tons?|kilos?|kg|km|miles?|metres?|meters?|bytes?|million|thousand|lakhs?|crores?)(?![\p{L}\p{N}])/iu;
const CURRENCY_BEFORE = /(?:[€$£₹¥]|\b(?:eur|usd|gbp|inr|aed|sar|rs\.?))\s*$/iu;
const CUE_BEFORE =
  /(?:phone|telephone|tel|mobile|cell|whatsapp|number|call(?:ed)? me|reach me|ring me|text me|passport|id|ssn|aadhaar|iban|card|account)(?:\s+(?:is|was|no|nr|number|on|at))*[\s.:#]*$/iu;

/** Letters with digits that states and banks give: IBAN, PAN (India), National Insurance (UK). */
const LETTERED =
  /\b(?:[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?|[A-Z]{5}\d{4}[A-Z]|[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D])\b/gu;

/** Where such numbers stand. Digits of other scripts count as digits. */
export function personNumbers(text: string): Found[] {
  const digits = text.replace(/\p{Nd}/gu, asDigit);
  const rest = PLAIN.reduce(
    (before, pattern) => before.replace(pattern, (found, ...more) => plain(found, more)),
    digits,
  );
  const numbers = [...rest.matchAll(RUN)].filter((found) => findsAPerson(found[0], rest, found.index));
  return [...numbers, ...digits.matchAll(LETTERED)].map((found) => ({
    startChar: found.index,
    endChar: found.index + found[0].length,
  }));
}

/** Blanked out, place by place, unless words before it call it a number to reach somebody. */
function plain(found: string, more: unknown[]): string {
  const [whole, at] = [more.at(-1), more.at(-2)];
  const before = typeof whole === 'string' && typeof at === 'number' ? whole.slice(0, at) : '';
  return CUE_BEFORE.test(before) && count(found) >= 7 && !new RegExp(`^${YEAR}`).test(found)
    ? found
    : '_'.repeat(found.length);
}

function findsAPerson(run: string, text: string, at: number): boolean {
  const size = count(run);
  if (UNIT.test(text.slice(at + run.length)) || CURRENCY_BEFORE.test(text.slice(0, at))) return false;
  if (/^\(?\+/.test(run)) return size >= 7;
  // A trunk or an international prefix.
  if (/^\(?0/.test(run)) return size >= 7;
  if (CUE_BEFORE.test(text.slice(0, at))) return size >= 6;
  const groups = run.split(/\D+/).filter((group) => group !== '');
  if (groups.length === 1) return size >= 9;
  const shape = groups.map((group) => group.length).join('-');
  return /^(?:1-)?3-3-4$|^3-4$|^3-2-4$/.test(shape) || (size >= 9 && groups.every((group) => group.length >= 2));
}

function count(text: string): number {
  return text.replaceAll(/\D/g, '').length;
}

/** A digit outside the basic plane takes two units, and stays as it is so that places hold. */
function asDigit(digit: string): string {
  if (digit.length > 1) return digit;
  const code = digit.charCodeAt(0);
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCharCode(zero - 1)) && code - zero < 9) zero -= 1;
  return String(code - zero);
}
