/** Whatever people of this trade paste and drop becomes one row for each person. */
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { guessColumns } from '../../web/recruiter/invite/table/columns-rules.ts';
import { nameFromAddress, peopleOf } from '../../web/recruiter/invite/table/people-rules.ts';
import { rowsOfFile } from '../../web/recruiter/invite/table/rows-of-file.ts';
import { rowsOfText } from '../../web/recruiter/invite/table/rows-of-text.ts';

function people(rows: string[][]): string[] {
  return peopleOf(rows, guessColumns(rows)).map(
    ({ name, address, problem }) => `${name} <${address?.sent ?? ''}>${problem === null ? '' : ` ${problem}`}`,
  );
}
const pasted = (text: string) => people(rowsOfText(text));

async function dropped(bytes: Uint8Array): Promise<string[] | string> {
  const read = await rowsOfFile(new Blob([bytes.slice().buffer]));
  return read.ok ? people(read.rows) : read.fault;
}

const ADA = 'Ada Nwosu <ada@example.com>';
const BOTH = ['Ada Nwosu <ada@example.com>', 'Bo Larsen <bo@example.com>'];

test('a line of a mail program is as many people as it has addresses', () => {
  expect(
    pasted('Nwosu, Adaeze <adaeze@example.com>; Okoro, Chidi <chidi@example.com>; Bello, Amina <amina@example.com>'),
  ).toEqual([
    'Nwosu, Adaeze <adaeze@example.com>',
    'Okoro, Chidi <chidi@example.com>',
    'Bello, Amina <amina@example.com>',
  ]);
  expect(
    pasted('Ada Nwosu <ada@example.com>, "Larsen, Bo (Oslo)" <bo@example.com>,\nCem Ak <cem@example.com>'),
  ).toEqual([ADA, 'Larsen, Bo (Oslo) <bo@example.com>', 'Cem Ak <cem@example.com>']);
});

test('quotes of CSV hold commas and quotes; a nickname in quotes is no quoting', () => {
  expect(pasted('"Quispe, Sofía",sofia@example.com\n"Adaeze ""Ada"" Nwosu",ada@example.com')).toEqual([
    'Quispe, Sofía <sofia@example.com>',
    'Adaeze "Ada" Nwosu <ada@example.com>',
  ]);
  expect(pasted('"Ada" Nwosu,ada@example.com\nBo Larsen,bo@example.com')).toEqual([
    '"Ada" Nwosu <ada@example.com>',
    'Bo Larsen <bo@example.com>',
  ]);
});

test('signs that nobody sees make no address wrong and no name longer', () => {
  expect(
    pasted(
      'Adaeze Nwosu, \u200badaeze@example.com\nAmina Bello, \u202aamina@example.com\u202c\nChidi Okoro, mailto:chidi@example.com',
    ),
  ).toEqual([
    'Adaeze Nwosu <adaeze@example.com>',
    'Amina Bello <amina@example.com>',
    'Chidi Okoro <chidi@example.com>',
  ]);
  expect(pasted('\u200fأمينة بيلو\u200f، amina＠example.com')).toEqual(['أمينة بيلو <amina@example.com>']);
});

test.each([
  ['Arabic comma', 'أمينة بيلو، amina@example.com', ['أمينة بيلو <amina@example.com>']],
  ['Arabic semicolon', 'أمينة بيلو؛ amina@example.com', ['أمينة بيلو <amina@example.com>']],
  ['comma', 'Ada Nwosu, ada@example.com\nBo Larsen, bo@example.com', BOTH],
  ['address first', 'ada@example.com, Ada Nwosu\nbo@example.com, Bo Larsen', BOTH],
  ['semicolon', 'Ada Nwosu;ada@example.com\nBo Larsen;bo@example.com', BOTH],
  [
    'semicolon with commas in names',
    'Nwosu, Ada;ada@example.com\nLarsen, Bo;bo@example.com',
    ['Nwosu, Ada <ada@example.com>', 'Larsen, Bo <bo@example.com>'],
  ],
  ['tab', 'Ada Nwosu\tada@example.com\r\nBo Larsen\tbo@example.com\r\n', BOTH],
  ['pipe', 'Ada Nwosu|ada@example.com\nBo Larsen|bo@example.com', BOTH],
  ['space alone', 'Ada Nwosu ada@example.com\nBo Larsen bo@example.com', BOTH],
  ['line ends of old Macs', 'Ada Nwosu,ada@example.com\rBo Larsen,bo@example.com', BOTH],
  ['address with its name behind', 'ada@example.com (Ada Nwosu)\nbo@example.com (Bo Larsen)', BOTH],
  ['empty lines and rows', '\n\nAda Nwosu, ada@example.com\n  \n,,\nBo Larsen, bo@example.com\n', BOTH],
])('%s parts name and address', (_, text, right) => {
  expect(pasted(text)).toEqual(right);
});

test.each([
  ['English', 'Name,Email,Phone\nAda Nwosu,ada@example.com,+44 20 7946 0000'],
  ['first and last apart', 'First name,Last name,E-mail\nAda,Nwosu,ada@example.com'],
  ['last before first', 'Last Name;First Name;Email address\nNwosu;Ada;ada@example.com'],
  ['other columns in between', 'ID,E-Mail,City,Full Name,Applied\n17,ada@example.com,Lagos,Ada Nwosu,2026-11-02'],
  ['German, semicolons', 'Vorname;Nachname;E-Mail-Adresse\nAda;Nwosu;ada@example.com'],
  ['French', 'Prénom\tNom\tCourriel\nAda\tNwosu\tada@example.com'],
  ['Spanish', 'Nombre,Apellidos,Correo electrónico\nAda,Nwosu,ada@example.com'],
  ['Portuguese', 'Nome completo,E-mail\nAda Nwosu,ada@example.com'],
  ['Arabic', 'الاسم،البريد الإلكتروني\nAda Nwosu،ada@example.com'],
  ['Hindi', 'पूरा नाम,ईमेल\nAda Nwosu,ada@example.com'],
  ['empty columns', ',Name,,Email,\n,Ada Nwosu,,ada@example.com,'],
  ['a told delimiter', 'sep=;\nName;Email\nAda Nwosu;ada@example.com'],
  ['cells as formulas', 'Name,Email\n="Ada Nwosu",="ada@example.com"'],
  ['a name beside the address', 'Name,Email,City\nAda Nwosu,Ada <ada@example.com>,Lagos'],
])('a header row is understood: %s', (_, text) => {
  expect(pasted(text)).toEqual([ADA]);
});

test('without a header, columns are known by what stands in them', () => {
  expect(pasted('1,Ada,Nwosu,ada@example.com,Lagos\n2,Bo,Larsen,bo@example.com,Oslo')).toEqual(BOTH);
});

test('what cannot be one person and one address is marked, and never guessed', () => {
  expect(pasted('Ada Nwosu, ada@example.com\nBo Larsen')).toEqual([ADA, 'Bo Larsen <> no-address']);
  expect(pasted('Ada Nwosu, ada@example\nBo Larsen, bo@example.com')).toEqual(['Ada Nwosu <> wrong-address', BOTH[1]]);
  expect(pasted('Name;Email\nAda Nwosu;ada@example.com, ada@work.example')).toEqual(['Ada Nwosu <> two-addresses']);
  expect(pasted('ada@example.com; bo@example.com')).toEqual([
    ' <ada@example.com> no-name',
    ' <bo@example.com> no-name',
  ]);
  expect(pasted('Ada Nwosu, ada@example.com\nA. Nwosu, ADA@Example.com')).toEqual([
    ADA,
    'A. Nwosu <ada@example.com> twice',
  ]);
  expect(pasted('Ada, a@müller.example\nAda, a@xn--mller-kva.example')[1]).toContain('twice');
});

test('what is typed over a row is read again, and doubles with it', () => {
  const rows = rowsOfText('Ada Nwosu, ada@gmial.com\nBo Larsen, ada@gmail.com');
  const columns = guessColumns(rows);
  expect(peopleOf(rows, columns)[0]).toMatchObject({ problem: null, suggestion: 'ada@gmail.com' });
  const mended = peopleOf(rows, columns, new Map([[1, { email: 'ada@gmail.com' }]]));
  expect(mended.map(({ problem }) => problem)).toEqual([null, 'twice']);
  const renamed = peopleOf(rows, columns, new Map([[2, { name: '', email: 'bo@example.com' }]]));
  expect(renamed[1]).toMatchObject({ problem: 'no-name', email: 'bo@example.com' });
  expect(nameFromAddress({ shown: 'amina.bello2@example.com', sent: '' })).toBe('Amina Bello');
});

test('files of every encoding are read alike', async () => {
  const text = 'Name;Email\nSofía Müller;sofia@example.com\nBo Larsen;bo@example.com';
  const right = ['Sofía Müller <sofia@example.com>', BOTH[1]];
  const utf16 = (little: boolean) =>
    new Uint8Array(
      [...text].flatMap((sign) =>
        little
          ? [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]
          : [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 255],
      ),
    );
  const latin = new Uint8Array([...text].map((sign) => sign.charCodeAt(0)));
  expect(await dropped(strToU8(text))).toEqual(right);
  expect(await dropped(new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8(text)]))).toEqual(right);
  expect(await dropped(new Uint8Array([0xff, 0xfe, ...utf16(true)]))).toEqual(right);
  expect(await dropped(new Uint8Array([0xfe, 0xff, ...utf16(false)]))).toEqual(right);
  expect(await dropped(utf16(true))).toEqual(right);
  expect(await dropped(latin)).toEqual(right);
  // أمينة in Windows-1256.
  const arabic = new Uint8Array([0xc3, 0xe3, 0xed, 0xe4, 0xc9, 0x2c, ...strToU8('amina@example.com')]);
  expect(await dropped(arabic)).toEqual(['أمينة <amina@example.com>']);
});

test('a spreadsheet shows what its cells show: shared texts, inline texts, results of formulas, on any sheet', async () => {
  expect(
    await dropped(
      workbook([
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Nobody here</t></is></c></row>',
        `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
         <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3"><v>42</v></c><c r="C3" t="str"><f>LOWER("ADA@EXAMPLE.COM")</f><v>ada@example.com</v></c></row>
         <row r="4"><c r="A4" t="inlineStr"><is><t>Bo Larsen</t></is></c><c r="C4" t="str"><f>HYPERLINK("mailto:bo@example.com")</f><v>mailto:bo@example.com</v></c></row>`,
      ]),
    ),
  ).toEqual(BOTH);
  expect(await dropped(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('old-excel');
  expect(await dropped(strToU8('PK but no archive'))).toBe('unreadable');
  expect(await dropped(strToU8('%PDF-1.7'))).toBe('unreadable');
  expect(await dropped(strToU8(' \n'))).toBe('empty');
});

test('five thousand rows are read and each is told apart', () => {
  const text = Array.from({ length: 5000 }, (_, n) => `"Person, ${n}",person.${n}@example.com`).join('\n');
  const read = pasted(`Name,Email\n${text}`);
  expect(read.length).toBe(5000);
  expect(read[4999]).toBe('Person, 4999 <person.4999@example.com>');
});

function workbook(sheets: string[]): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const pack = 'http://schemas.openxmlformats.org/package/2006';
  const files = Object.fromEntries(
    sheets.map((rows, at) => [
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    ]),
  );
  const all: Record<string, string> = {
    ...files,
    '[Content_Types].xml': `<Types xmlns="${pack}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets>${sheets.map((_, at) => `<sheet name="S${at + 1}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${pack}/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${rel}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId9" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>Name</t></si><si><t>E-mail</t></si><si><r><t>Ada </t></r><r><t>Nwosu</t></r></si></sst>`,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([path, xml]) => [path, strToU8(xml)])));
}
