/** Which column of a table is the name and which the address: told by a header row in many languages, or by what stands there. Pure. */
import { readAddress, visibleSigns } from '../../../../worker/address-rules.ts';

export const COLUMN_KINDS = ['name', 'given', 'family', 'email', 'skip'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface Columns {
  /** The first row names the columns and is nobody. */
  header: boolean;
  kinds: ColumnKind[];
}

const WORDS: Record<Exclude<ColumnKind, 'skip'>, RegExp> = {
  email:
    /^(e ?mails?|mail|email id|.*e ?mail.*|.*mail adresse.*|courriel|correo.*|البريد.*|ايميل|إيميل|بريد.*|ईमेल.*|адрес.*|почта|eposta|邮箱|电子邮件|メール.*|이메일)$/u,
  given:
    /^(first ?names?|given ?names?|forenames?|vornamen?|prenoms?|nombres?|primeiro nome|nome proprio|voornaam|imie|ad|имя|الاسم الأول|الاسم الاول|पहला नाम|名)$/u,
  family:
    /^(last ?names?|family ?names?|surnames?|nachnamen?|familiennamen?|noms?( de famille)?|apellidos?|sobrenome|cognome|achternaam|nazwisko|soyad|фамилия|اسم العائلة|اللقب|उपनाम|अंतिम नाम|姓)$/u,
  name: /^(names?|full ?names?|candidates?( names?)?|applicants?( names?)?|people|person|nom complet|nom et prenom|nombre completo|nombre y apellidos?|nome|nome completo|volledige naam|naam|imie i nazwisko|ad soyad|фио|полное имя|الاسم|الاسم الكامل|नाम|पूरा नाम|姓名|氏名|이름)$/u,
};

/** Rows that are looked at to find what a column holds. */
const SAMPLE_ROWS = 100;
/** A phone number, a date, an amount, a link: never a name. */
const NO_NAME = /^[\d\s.,:/()+#%€$₹-]+$|https?:|^\d/;

export function guessColumns(rows: readonly (readonly string[])[]): Columns {
  const first = rows[0] ?? [];
  const told = first.map(kindOfHeading);
  const header = first.every((cell) => readAddress(cell) === null) && told.some((kind) => kind !== 'skip');
  const width = rows.slice(0, SAMPLE_ROWS).reduce((most, row) => Math.max(most, row.length), 0);
  const kinds = Array.from({ length: width }, (_, at): ColumnKind => (header ? (told[at] ?? 'skip') : 'skip'));
  return { header, kinds: completed(once(kinds), rows.slice(header ? 1 : 0, SAMPLE_ROWS)) };
}

/** A header that names only a name or only an address leaves the other to what stands in the cells. */
function completed(kinds: ColumnKind[], sample: readonly (readonly string[])[]): ColumnKind[] {
  const filled = [...kinds];
  if (!filled.includes('email')) {
    const most = bestColumn(sample, filled, (cell) => cell.includes('@'));
    if (most !== -1) filled[most] = 'email';
  }
  if (filled.some((kind) => kind === 'name' || kind === 'given' || kind === 'family')) return filled;
  const names = nameColumns(sample, filled);
  const [one, two] = names;
  if (one !== undefined && two !== undefined && areParts(sample, one, two)) {
    filled[one] = 'given';
    filled[two] = 'family';
  } else if (one !== undefined) filled[one] = 'name';
  return filled;
}

function nameColumns(sample: readonly (readonly string[])[], kinds: readonly ColumnKind[]): number[] {
  return kinds.flatMap((kind, at) => {
    const cells = sample.map((row) => row[at] ?? '').filter((cell) => cell !== '');
    const names = cells.filter((cell) => !NO_NAME.test(cell) && !cell.includes('@'));
    return kind === 'skip' && names.length > 0 && names.length * 2 > cells.length ? [at] : [];
  });
}

/** Two columns beside each other that hold mostly one word each are a first and a last name. */
function areParts(sample: readonly (readonly string[])[], one: number, two: number): boolean {
  if (two !== one + 1) return false;
  const single = (at: number) => sample.filter((row) => /^\S+$/.test(row[at] ?? '')).length;
  return single(one) * 2 > sample.length && single(two) * 2 > sample.length;
}

function bestColumn(
  sample: readonly (readonly string[])[],
  kinds: readonly ColumnKind[],
  fits: (cell: string) => boolean,
): number {
  const counts = kinds.map((kind, at) => (kind === 'skip' ? sample.filter((row) => fits(row[at] ?? '')).length : 0));
  const most = Math.max(0, ...counts);
  return most === 0 ? -1 : counts.indexOf(most);
}

/** Of two columns with one heading the first counts. */
function once(kinds: ColumnKind[]): ColumnKind[] {
  return kinds.map((kind, at) => (kind !== 'skip' && kinds.indexOf(kind) < at ? 'skip' : kind));
}

/** What a heading says its column holds; `skip` for any other text. */
export function kindOfHeading(cell: string): ColumnKind {
  const heading = visibleSigns(cell)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll(/[_\-.:*/()]+/g, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ');
  if (heading === '' || heading.length > 40) return 'skip';
  for (const kind of ['given', 'family', 'name', 'email'] as const) if (WORDS[kind].test(heading)) return kind;
  return 'skip';
}
