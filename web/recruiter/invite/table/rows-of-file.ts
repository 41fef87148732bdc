/** The rows of a file that somebody dropped: a spreadsheet, or text in any encoding. Loaded when a file is given. */
import { rowsOfText } from './rows-of-text.ts';
import { textOfFile } from './text-of-file-rules.ts';

export const FILE_BYTES_MOST = 10 * 1024 * 1024;
export type FileFault = 'too-large' | 'old-excel' | 'unreadable' | 'empty';
export type FileRows = { ok: true; rows: string[][] } | { ok: false; fault: FileFault };

export async function rowsOfFile(file: Blob): Promise<FileRows> {
  if (file.size > FILE_BYTES_MOST) return { ok: false, fault: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, fault: 'old-excel' };
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) return { ok: false, fault: 'unreadable' };
  const rows = begins(bytes, [0x50, 0x4b]) ? await rowsOfSpreadsheet(bytes) : rowsOfText(textOfFile(bytes));
  if (rows === null) return { ok: false, fault: 'unreadable' };
  return rows.length === 0 ? { ok: false, fault: 'empty' } : { ok: true, rows };
}

function begins(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, index) => bytes[index] === sign);
}

/** The first sheet that holds an address, else the first: the values that its cells show, not their formulas. */
async function rowsOfSpreadsheet(bytes: Uint8Array): Promise<string[][] | null> {
  const { default: readSheets } = await import('read-excel-file/universal');
  try {
    const sheets = await readSheets(bytes.slice().buffer);
    const tables = sheets.map(({ data }) => data.map((row) => row.map(cellText)).filter(holdsText));
    return tables.find((rows) => rows.some((row) => row.some((cell) => cell.includes('@')))) ?? tables[0] ?? [];
  } catch {
    return null;
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}

function holdsText(row: readonly string[]): boolean {
  return row.some((cell) => cell !== '');
}
