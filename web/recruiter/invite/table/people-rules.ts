/** People out of the rows of a table: a name and one address each, with what is wrong where something is. Pure. */
import {
  type Address,
  readAddress,
  suggestedAddress,
  visibleName,
  visibleSigns,
} from '../../../../worker/address-rules.ts';
import type { Columns } from './columns-rules.ts';

export const ROW_PROBLEMS = ['no-address', 'wrong-address', 'two-addresses', 'no-name', 'long-name', 'twice'] as const;
export type RowProblem = (typeof ROW_PROBLEMS)[number];

export interface PersonRow {
  /** Place in the table, from 1, the header not counted. */
  n: number;
  name: string;
  /** As it stands in the table or was typed. */
  email: string;
  address: Address | null;
  problem: RowProblem | null;
  /** Where the domain looks mistyped: the address that was probably meant. */
  suggestion: string | null;
}

/** What was typed over a row, by its place. */
export type Edits = ReadonlyMap<number, { name?: string; email?: string }>;

const LONGEST_NAME = 200;
const ADDRESS_LIKE = /[^\s<>,;"'()[\]|]+@[^\s<>,;"()[\]|]+/g;

/** The people of a table, each row read with its own edits, doubles found over the whole table. */
export function peopleOf(
  rows: readonly (readonly string[])[],
  columns: Columns,
  edits: Edits = new Map(),
): PersonRow[] {
  const seen = new Set<string>();
  return rows
    .slice(columns.header ? 1 : 0)
    .flatMap((row) => personsOfRow(row, columns))
    .map((one, index) => checkedRow({ n: index + 1, ...one, ...edits.get(index + 1) }, seen));
}

function checkedRow(one: { n: number; name: string; email: string }, seen: Set<string>): PersonRow {
  const address = readAddress(one.email);
  const name = visibleName(one.name);
  const problem = problemOf(name, one.email, address, seen);
  if (address !== null) seen.add(address.sent);
  return { ...one, name, address, problem, suggestion: address === null ? null : suggestedAddress(address) };
}

function problemOf(name: string, email: string, address: Address | null, seen: Set<string>): RowProblem | null {
  if (visibleSigns(email) === '') return 'no-address';
  if (address === null) return (email.match(ADDRESS_LIKE) ?? []).length > 1 ? 'two-addresses' : 'wrong-address';
  if (name === '') return 'no-name';
  if (name.length > LONGEST_NAME) return 'long-name';
  return seen.has(address.sent) ? 'twice' : null;
}

function personsOfRow(row: readonly string[], { kinds }: Columns): { name: string; email: string }[] {
  // A name keeps the joiners of its script; an address has none.
  const cells = row.map((cell) => (visibleSigns(cell).includes('@') ? visibleSigns(cell) : visibleName(cell)));
  if (cells.every((cell) => cell === '')) return [];
  const at = (kind: Columns['kinds'][number]) => cells[kinds.indexOf(kind)] ?? '';
  const mailAt = mailColumn(cells, kinds);
  const several = narrow(kinds) && cells.filter((cell) => cell.includes('@')).length > 1;
  const { email, beside } = addressIn(several ? cells.join(', ') : (cells[mailAt] ?? ''));
  const parts = [at('given'), at('family')].filter((part) => part !== '').join(' ');
  const told = several ? '' : narrow(kinds) ? otherCells(cells, mailAt) : at('name') || parts;
  const addresses = Array.isArray(email) ? email : [email];
  const name = told || beside;
  // A bare list of addresses is several people; several addresses beside one name are for a person to choose from.
  if (name === '' && addresses.length > 1) return addresses.map((one) => ({ name: '', email: one }));
  return [{ name, email: addresses.join(', ') }];
}

/** In a list the address stands where it stands; in a table in its column. */
function mailColumn(cells: readonly string[], kinds: Columns['kinds']): number {
  const column = kinds.indexOf('email');
  if (!narrow(kinds) || cells[column]?.includes('@')) return column;
  return cells.findIndex((cell) => cell.includes('@'));
}

/** A list rather than a table: two or three cells in any order. */
function narrow(kinds: readonly string[]): boolean {
  return kinds.length <= 2;
}

function otherCells(cells: readonly string[], mailAt: number): string {
  return cells.filter((cell, index) => index !== mailAt && cell !== '').join(' ');
}

/** `Amina Bello <amina@example.com>`, `amina@example.com (Amina Bello)`, `mailto:…`, or several addresses. */
function addressIn(cell: string): { email: string | string[]; beside: string } {
  if (readAddress(cell) !== null) return { email: cell, beside: '' };
  const found = cell.match(ADDRESS_LIKE) ?? [];
  if (found.length === 0) return { email: cell, beside: '' };
  const beside = found.reduce((rest, one) => rest.replace(one, ' '), cell);
  const words = beside
    .replaceAll(/[<>[\]|,;:]+/g, ' ')
    .replaceAll(/\(\s*\)/g, ' ')
    .trim();
  return { email: found.length === 1 ? (found[0] ?? '') : found, beside: words.replace(/^\((.*)\)$/, '$1').trim() };
}

/** A name made of an address, for somebody of whom nothing else is known: `amina.bello@…` → `Amina Bello`. */
export function nameFromAddress({ shown }: Address): string {
  const words = shown.slice(0, shown.lastIndexOf('@')).split(/[._+\d-]+/);
  return words
    .filter((word) => word !== '')
    .map((word) => (word[0] ?? '').toUpperCase() + word.slice(1))
    .join(' ');
}
