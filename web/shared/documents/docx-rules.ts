/** The text in the main part of a Word document: paragraphs as lines, list items with a dash, nothing hidden or deleted. Pure. */

const TOKEN = /<(\/?)w:(p|r|t|tab|br|cr|vanish|numPr|tc)(?:\s[^>]*?)?(\/?)>([^<]*)/g;
const OFF = /w:val="(?:0|false|off)"/;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function docxText(xml: string): string {
  const lines: string[] = [];
  let line = '';
  let item = false;
  let hidden = false;
  const end = () => {
    const text = line.replaceAll(/[ \t]+/g, ' ').trim();
    if (text !== '') lines.push(item ? `- ${text}` : text);
    else if (lines.at(-1) !== '') lines.push('');
    line = '';
    item = false;
  };
  for (const [tag, closing, name, , text = ''] of xml.matchAll(TOKEN)) {
    if (closing === '/') {
      if (name === 'p') end();
      else if (name === 'tc') line += ' ';
      continue;
    }
    switch (name) {
      case 'r':
        hidden = false;
        break;
      case 'vanish':
        hidden = !OFF.test(tag);
        break;
      case 'numPr':
        item = true;
        break;
      case 'tab':
      case 'br':
      case 'cr':
        line += ' ';
        break;
      case 't':
        if (!hidden) line += unescaped(text);
        break;
    }
  }
  end();
  return lines.join('\n').trim();
}

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, named) => {
    if (named !== undefined) return NAMED[String(named)] ?? whole;
    const point = Number.parseInt(String(hex ?? decimal), hex === undefined ? 10 : 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
