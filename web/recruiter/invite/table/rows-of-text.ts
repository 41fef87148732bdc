/** Text that was pasted, or stood in a file, as rows of cells: CSV in every dialect, tables, lists of a mail program. */
import Papa from 'papaparse';
import { readAddress } from '../../../../worker/address-rules.ts';
import { kindOfHeading } from './columns-rules.ts';

const DELIMITERS = ['\t', ';', '|', ','] as const;
/** Rows that are looked at to find the delimiter. */
const SAMPLE_ROWS = 200;

export function rowsOfText(text: string): string[][] {
  const plain = plainDelimiters(text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n'));
  const { told, rest } = toldDelimiter(plain);
  const lines = rest.split('\n').filter((line) => line.trim() !== '');
  if (told === null && lines.length > 0 && !isTable(rest)) return lines.flatMap(peopleOfLine);
  return parsed(rest, told ?? bestDelimiter(rest));
}

/** The comma and semicolon of Arabic and of full width part cells as their cousins do; inside quotes they stay. */
function plainDelimiters(text: string): string {
  return text.replaceAll(/"(?:[^"\n]|"")*"|[،，؛；]/g, (found) =>
    found === '،' || found === '，' ? ',' : found === '؛' || found === '；' ? ';' : found,
  );
}

/** Excel writes `sep=;` into the first line of some files. */
function toldDelimiter(text: string): { told: string | null; rest: string } {
  const told = /^"?sep=(.)"?[^\n]*\n/i.exec(text);
  return told === null ? { told: null, rest: text } : { told: told[1] ?? ',', rest: text.slice(told[0].length) };
}

/** Whether cells line up: tabs or quotes, or a first row without an address and the same number of cells below. */
function isTable(text: string): boolean {
  if (!/<[^<>\n]*@[^<>\n]*>/.test(text)) return true;
  if (/^[^\n]*\t/.test(text)) return true;
  const [first = [], ...rest] = parsed(text, bestDelimiter(text), SAMPLE_ROWS);
  const heads = first.length > 1 && first.some((cell) => kindOfHeading(cell) !== 'skip');
  return heads && rest.some((row) => row.length === first.length);
}

/** "Nwosu, Adaeze <adaeze@example.com>; Okoro, Chidi <chidi@example.com>": as mail programs write several people. */
function peopleOfLine(line: string): string[][] {
  const people = [...line.matchAll(/([^<>]*)<([^<>]*)>/g)].map((found) => [
    unquoted((found[1] ?? '').replace(/^[\s;,]+|[\s;,]+$/g, '')),
    (found[2] ?? '').trim(),
  ]);
  const after = line.replace(/^.*>/s, '').replace(/^[\s;,]+/, '');
  if (people.length === 0) return parsed(line, bestDelimiter(line));
  const loose = after.includes('@') ? after.split(/[;,]/).filter((part) => part.trim() !== '') : [];
  return [...people, ...loose.map((address) => ['', address.trim()])];
}

/** The delimiter that parts the headings, where there are some, and leaves most cells as whole addresses. */
function bestDelimiter(text: string): string {
  const sample = text.split('\n').slice(0, SAMPLE_ROWS).join('\n');
  const scores = DELIMITERS.map((delimiter) => {
    const rows = parsed(sample, delimiter, SAMPLE_ROWS).filter((row) => row.length > 1);
    const headings = (rows[0] ?? []).filter((cell) => kindOfHeading(cell) !== 'skip').length;
    return headings * SAMPLE_ROWS + rows.filter((row) => row.some((cell) => readAddress(cell) !== null)).length;
  });
  const most = Math.max(...scores);
  return DELIMITERS[scores.indexOf(most)] ?? ',';
}

function parsed(text: string, delimiter: string, most = 0): string[][] {
  const read = Papa.parse<string[]>(text, { delimiter, preview: most, skipEmptyLines: 'greedy' });
  if (!read.errors.some(({ type }) => type === 'Quotes')) return cleaned(read.data);
  // A name may begin with a nickname in quotes; then quotes are letters like others.
  const bare = Papa.parse<string[]>(text, {
    delimiter,
    preview: most,
    skipEmptyLines: 'greedy',
    quoteChar: '\u0000',
  });
  return cleaned(bare.data);
}

/** `="a"` is how spreadsheets keep a cell from being read as a number. */
function cleaned(rows: string[][]): string[][] {
  return rows.map((row) => row.map((cell) => unquoted(cell.replace(/^=(?=")/, '').trim())));
}

function unquoted(cell: string): string {
  return cell.replace(/^"([^"]*)"$/, '$1').trim();
}
