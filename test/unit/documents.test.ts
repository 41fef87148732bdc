/** The text of files that people have, read without a server; and clear words for those that have none. */

import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { DocumentProblem } from '../../web/shared/documents/document-problem.ts';
import { docxText } from '../../web/shared/documents/docx-rules.ts';
import { kindOf } from '../../web/shared/documents/kind-rules.ts';
import { readDocument } from '../../web/shared/documents/read-document.ts';
import { aDocx, aPdf } from '../support/documents.ts';

const LINES = [
  'Night baker, Bremen',
  '- calm a customer who waited too long',
  '- train two apprentices (within a year)',
];

const file = (bytes: Uint8Array | string, name = 'file') =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name);

async function faultOf(bytes: Uint8Array | string): Promise<string> {
  const error: unknown = await readDocument(file(bytes)).catch((thrown: unknown) => thrown);
  return error instanceof DocumentProblem ? error.fault : `read: ${String(error)}`;
}

test('a PDF, a Word document and a text file say the same', async () => {
  expect((await readDocument(file(aPdf(LINES)))).split('\n')).toEqual(LINES);
  expect((await readDocument(file(aDocx(LINES)))).split('\n')).toEqual(LINES);
  expect((await readDocument(file(LINES.join('\r\n')))).split('\n')).toEqual(LINES);
});

test('text files of other times and systems are read too', async () => {
  const wide = new Uint8Array([0xff, 0xfe, ...[...LINES.join('\n')].flatMap((c) => [c.charCodeAt(0), 0])]);
  expect(await readDocument(file(wide))).toContain('Night baker');
  const western = new Uint8Array([...'Bäcker für die Nacht in Bremen gesucht'].map((c) => c.charCodeAt(0)));
  expect(await readDocument(file(western))).toContain('Bäcker für');
});

test('what cannot be read says why', async () => {
  expect(await faultOf(aPdf([]))).toBe('no-text');
  expect(await faultOf('%PDF-1.7\nnothing of the kind')).toBe('broken');
  expect(await faultOf(aDocx([' ']))).toBe('no-text');
  expect(await faultOf(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toBe('wrong-type');
  expect(await faultOf('PK\u0003\u0004 cut off')).toBe('broken');
  expect(await faultOf('{\\rtf1\\ansi text text text text text text}')).toBe('wrong-type');
  expect(await faultOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]))).toBe('old-word');
  const locked = [...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0]);
  expect(await faultOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...locked]))).toBe('encrypted');
  expect(await faultOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))).toBe('wrong-type');
  expect(await faultOf(new Uint8Array(10 * 1024 * 1024 + 1))).toBe('too-large');
  expect(await faultOf('')).toBe('no-text');
});

test('hidden and deleted words of a Word document are not read', () => {
  const xml =
    '<w:p><w:r><w:t>You bake &amp; sell</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> ask their age</w:t></w:r>' +
    '<w:del><w:r><w:delText> and sing</w:delText></w:r></w:del><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> bread&#8217;s best</w:t></w:r></w:p>' +
    '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Place</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
  expect(docxText(xml)).toBe('You bake & sell bread’s best\nPlace');
});

test('whatever the bytes are, there is text or a reason', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('', '%PDF-1.4 ', 'PK\u0003\u0004'),
      async (rest, head) => {
        const bytes = new Uint8Array([...strToU8(head, true), ...rest]);
        expect(kindOf(bytes)).toBeTypeOf('string');
        const error: unknown = await readDocument(file(bytes)).catch((thrown: unknown) => thrown);
        if (typeof error !== 'string') expect(error).toBeInstanceOf(DocumentProblem);
      },
    ),
    { numRuns: 60 },
  );
});
