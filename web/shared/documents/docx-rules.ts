/**
 * The text of a Word document as a reader sees it: paragraphs as lines, list items with a dash, line breaks as breaks,
 * everything once, nothing hidden, deleted or moved away. Pure.
 */

const OFF = /\bval="(?:0|false|off)"/;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** What stands inside is not shown, or is shown by something beside it. */
const UNSHOWN = new Set([
  'Fallback',
  'moveFrom',
  'del',
  'delText',
  'instrText',
  'rPrChange',
  'pPrChange',
  'tblPrChange',
  'sectPrChange',
]);
/** Signs that symbol fonts draw as bullets. */
const BULLET_CODE = /\bchar="F0(?:A7|B7|D8|FC|6E|71|76)"/i;

interface Line {
  text: string;
  item: boolean;
  /** Lines of text boxes that hang on this paragraph; read after it. */
  beside: string[];
}

/** @param listStyles the styles whose paragraphs are list items */
export function docxText(xml: string, listStyles: ReadonlySet<string> = new Set()): string {
  const lines: string[] = [];
  const open: Line[] = [aLine()];
  let hidden = false;
  let unshown = 0;
  for (const [tag, closing, name = '', , empty, text = ''] of xml.matchAll(tokens(xml))) {
    if (UNSHOWN.has(name)) {
      if (empty === '') unshown += closing === '/' ? -1 : 1;
      continue;
    }
    if (unshown > 0) continue;
    const line = open.at(-1) ?? aLine();
    if (closing === '/') {
      if (name === 'p') endParagraph(open, lines);
      else if (name === 'tc') line.text += ' ';
      else if (name === 'txbxContent') closeBox(open);
      continue;
    }
    switch (name) {
      case 'txbxContent':
        open.push(aLine());
        break;
      case 'r':
        hidden = false;
        break;
      case 'vanish':
        hidden = !OFF.test(tag);
        break;
      case 'numPr':
        line.item = true;
        break;
      case 'numId':
        // The number 0 takes a paragraph out of its style's list.
        if (/\bval="0"/.test(tag)) line.item = false;
        break;
      case 'pStyle':
        line.item = listStyles.has(/\bval="([^"]*)"/.exec(tag)?.[1] ?? '');
        break;
      default:
        if (!hidden) line.text += shown(name, tag, text);
    }
  }
  while (open.length > 1) closeBox(open);
  endParagraph(open, lines);
  return lines.join('\n').trim();
}

/** The styles of a document whose paragraphs are list items, by their own word or that of the style they build on. */
export function listStylesOf(xml: string): Set<string> {
  const styles = [...xml.matchAll(/<\w+:style\b([^>]*)>([\s\S]*?)<\/\w+:style>/g)].map(([, head = '', body = '']) => ({
    id: /\bstyleId="([^"]*)"/.exec(head)?.[1] ?? '',
    on: /<\w+:basedOn\b[^>]*\bval="([^"]*)"/.exec(body)?.[1],
    item: /<\w+:numId\b[^>]*\bval="0"/.test(body)
      ? false
      : /<\w+:numPr\b/.test(body) || /<\w+:name\b[^>]*\bval="list (?:bullet|number)/i.test(body) || undefined,
  }));
  const byId = new Map(styles.map((style) => [style.id, style]));
  const isItem = (id: string, depth = 0): boolean => {
    const style = byId.get(id);
    if (style === undefined || depth > styles.length) return false;
    return style.item ?? (style.on === undefined ? false : isItem(style.on, depth + 1));
  };
  return new Set([...byId.keys()].filter((id) => isItem(id)));
}

/** Writers choose the prefix of their names; most choose w. */
function tokens(xml: string): RegExp {
  const prefix = /<(\w+):document\b/.exec(xml)?.[1] ?? 'w';
  const names = [
    'p',
    'r',
    't',
    'tab',
    'br',
    'cr',
    'sym',
    'noBreakHyphen',
    'vanish',
    'numPr',
    'numId',
    'pStyle',
    'tc',
    'txbxContent',
  ];
  const unshown = [...UNSHOWN].filter((name) => name !== 'Fallback');
  return new RegExp(
    `<(/?)(?:${prefix}:(?=(?:${[...names, ...unshown].join('|')})[\\s/>])|\\w+:(?=Fallback[\\s/>]))(\\w+)((?:\\s[^>]*?)?)(/?)>([^<]*)`,
    'g',
  );
}

function shown(name: string, tag: string, text: string): string {
  switch (name) {
    case 't':
      return unescaped(text);
    case 'tab':
      return ' ';
    case 'br':
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'sym':
      return BULLET_CODE.test(tag) ? '• ' : '';
    default:
      return '';
  }
}

function aLine(): Line {
  return { text: '', item: false, beside: [] };
}

function endParagraph(open: Line[], lines: string[]): void {
  const line = open.pop() ?? aLine();
  const out = open.at(-1)?.beside ?? lines;
  const text = line.text
    .replaceAll(/[ \t\u00A0]+/g, ' ')
    .replaceAll(/ *\n */g, '\n')
    .trim();
  if (text !== '') out.push(line.item ? `- ${text}` : text);
  else if (line.beside.length === 0 && out.at(-1) !== '') out.push('');
  out.push(...line.beside);
  open.push(aLine());
}

/** What stood in a text box is kept with the paragraph that it hangs on. */
function closeBox(open: Line[]): void {
  if (open.length === 1) return;
  const last = open.pop() ?? aLine();
  const text = last.text.trim();
  if (text !== '') open.at(-1)?.beside.push(text);
}

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, named) => {
    if (named !== undefined) return NAMED[String(named)] ?? whole;
    const point = Number.parseInt(String(hex ?? decimal), hex === undefined ? 10 : 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
