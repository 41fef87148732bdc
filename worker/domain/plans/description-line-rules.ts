/**
 * A job description as lines, whatever it was pasted from: HTML or text, bullets of any kind, breaks inside a list, lines
 * that a page's width cut. Each line says under which heading it stands. Pure.
 */

/** What a description speaks of under a heading. */
export type Part = 'text' | 'duty' | 'wanted' | 'offer' | 'company';

export interface DescriptionLine {
  text: string;
  item: boolean;
  part: Part;
}

/** Signs that are bullets wherever they stand. */
const SIGNS = '•●○◦▪▫■□◆◇►▶▸➤➢➔✓✔✅☑☐⁃‣∙⦿🔹🔸👉';
/** Signs, letters and numbers that are bullets at the start of a line. */
const MARKER = new RegExp(
  String.raw`^\s*(?:[${SIGNS}]\uFE0F?\s*|(?:[-*+–—·o»›→~]|\(?(?:\p{Nd}{1,2}|[a-z]|[ivx]{1,4})[.)])\s+)`,
  'u',
);
const INLINE = new RegExp(String.raw`[ \t]*(?=[${SIGNS}])`, 'gu');
const BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const HTML = /<\/?(?:p|br|li|ul|ol|div|h[1-6]|strong|b|span|td|tr)\b[^>]*>/i;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  bull: '•',
  middot: '·',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  hellip: '…',
};

const HEAD_LONGEST = 60;
/** A line shorter than this was not cut by the width of a page. */
const CUT_LEAST = 40;
const OPEN_END =
  /(?:[,;(]|[\p{L}\p{N}]-|\b(?:and|or|of|the|a|an|to|with|for|in|on|at|by|from|your|our|their|that|who|which))$/iu;

const HEADS: readonly (readonly [Part, RegExp])[] = [
  [
    'offer',
    /\b(?:we (?:also )?offer|our offer|benefits?|perks?|compensation|remuneration|salary|pay|package|what['’]?s in it for you|why (?:join|work|us)|what you(?:['’]ll| will)? get)\b/i,
  ],
  [
    'company',
    /\b(?:about (?:us|the company|the team)|who we are|our (?:company|mission|values|story)|equal opportunit\w*|how to apply|to apply|application process|diversity)\b/i,
  ],
  [
    'wanted',
    /\b(?:bring|require\w*|qualif\w*|skills?|profile|looking for|must[- ]haves?|nice to have|experience|about you|who you are|you have|you are|education|competenc\w*|preferred|essential|desirable)\b/i,
  ],
  [
    'duty',
    /\b(?:responsibilit\w*|duties|tasks?|you(?:['’]ll| will)|your (?:role|job|day|mission|work)|(?:the|about the) (?:role|job|position)|job description|what you do|day[- ]to[- ]day|key activities|accountabilit\w*)\b/i,
  ],
];

export function descriptionLines(description: string): DescriptionLine[] {
  const text = HTML.test(description) ? withoutMarkup(description) : description;
  const raw = text.replace(BREAK, '\n').replace(INLINE, '\n').split('\n');
  const lines: DescriptionLine[] = [];
  let part: Part = 'text';
  let gap = true;
  for (const one of joined(raw)) {
    const item = MARKER.test(one);
    const line = one.replace(MARKER, '').replaceAll(/\s+/g, ' ').trim();
    if (line === '') {
      gap = true;
      continue;
    }
    const head = item ? null : headOf(line, gap);
    if (head === null) lines.push({ text: line, item: item || isListed(line, part), part });
    else {
      part = head;
      lines.push({ text: line, item: false, part: 'text' });
    }
    gap = false;
  }
  return lines;
}

/** Lines that a page's width cut are one again. */
function joined(raw: readonly string[]): string[] {
  const whole: string[] = [];
  for (const line of raw) {
    const before = whole.at(-1);
    if (before !== undefined && goesOn(before, line)) whole[whole.length - 1] = `${before.trimEnd()} ${line.trim()}`;
    else whole.push(line);
  }
  return whole;
}

function goesOn(before: string, line: string): boolean {
  const [start, text] = [before.trim(), line.trim()];
  if (start === '' || text === '' || MARKER.test(line) || /[.!?:。؟।]["”’)]*$/u.test(start)) return false;
  // Under a bullet, set in.
  if (MARKER.test(before) && /^\s{2,}/.test(line)) return true;
  return start.length >= CUT_LEAST && (/^\p{Ll}/u.test(text) || OPEN_END.test(start));
}

/** The part that a line opens, or null for one that is no heading. */
function headOf(line: string, gap: boolean): Part | null {
  if (line.length > HEAD_LONGEST || /[.!?;,]$/.test(line)) return null;
  const named = HEADS.find(([, words]) => words.test(line))?.[0] ?? null;
  const looksIt = /:$/.test(line) || gap || line === line.toUpperCase();
  if (named !== null && (looksIt || line.split(/\s+/).length <= 6)) return named;
  return /:$/.test(line) ? 'text' : null;
}

/** Files often lose their bullets: under a heading of duties a line without an end is an item too. */
function isListed(line: string, part: Part): boolean {
  return (part === 'duty' || part === 'wanted' || part === 'offer') && !/[.!?]$/.test(line);
}

function withoutMarkup(html: string): string {
  return html
    .replaceAll(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, ' ')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/<li\b[^>]*>/gi, '\n• ')
    .replaceAll(/<(?:br|\/?(?:p|div|ul|ol|h[1-6]|tr|li|table|section))\b[^>]*>/gi, '\n')
    .replaceAll(/<\/?[a-z][^>]*>/gi, '')
    .replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, named) => {
      if (named !== undefined) return ENTITIES[String(named).toLowerCase()] ?? whole;
      const point = Number.parseInt(String(hex ?? decimal), hex === undefined ? 10 : 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
    });
}
