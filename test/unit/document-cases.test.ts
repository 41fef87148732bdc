/** Files as other programs write them: the text as a reader sees it, once, or a clear word that it cannot be read. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { MAPS_FOLDER } from '../../web/shared/documents/character-maps.ts';
import { DocumentProblem } from '../../web/shared/documents/document-problem.ts';
import { docxText, listStylesOf } from '../../web/shared/documents/docx-rules.ts';
import { readDocument } from '../../web/shared/documents/read-document.ts';
import { asWritten, isReadable } from '../../web/shared/documents/readable-rules.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/documents');

async function read(name: string): Promise<string> {
  return await readDocument(new File([await readFile(join(FOLDER, name))], name), MAPS_FOLDER);
}

async function faultOf(name: string): Promise<string> {
  const error: unknown = await read(name).catch((thrown: unknown) => thrown);
  return error instanceof DocumentProblem ? error.fault : `read: ${String(error)}`;
}

const DISPATCHER = 'Senior dispatcher at a regional freight company for nine years.';
const ROUTES = 'Planned delivery routes for forty vans.';
const CALM = 'Calm upset customers on the phone and find out what happened';
const SHIFTS = 'Plan the weekly shifts of a team of twelve people';
const TRAIN = 'Train new colleagues in the first month';

test('Word documents of many writers', async () => {
  expect(await read('docx-document2.docx')).toBe(`${DISPATCHER}\n${ROUTES}`);
  expect(await read('docx-rprchange.docx')).toBe(`${ROUTES}\n${DISPATCHER}`);
  expect(await read('docx-liststyle.docx')).toBe(`What you will do\n- ${CALM}\n- ${SHIFTS}\n- ${TRAIN}`);
  expect(await read('docx-moved-twice.docx')).toBe(`${DISPATCHER}\n\nTrained six new starters.\n${ROUTES}`);
  expect(await read('docx-nobreakhyphen.docx')).toBe(
    `Led a cross-border team and e-commerce returns desk\n${DISPATCHER}`,
  );
  expect((await read('docx-softbreak-bullets.docx')).split('\n').slice(0, 4)).toEqual([
    'What you will do',
    `• ${CALM}`,
    `• ${SHIFTS}`,
    `• ${TRAIN}`,
  ]);
  expect((await read('docx-textbox-twice.docx')).split('\n')).toEqual([
    'Work history',
    'Skills',
    'Route planning and carrier negotiation',
    'Fluent in Spanish and Polish',
    DISPATCHER,
  ]);
});

test('a list is one by its style’s parent too, and is none where a paragraph leaves it; names may have any prefix', () => {
  const styles = listStylesOf(
    '<w:styles><w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:styleId="Own"><w:basedOn w:val="Base"/></w:style>' +
      '<w:style w:styleId="Out"><w:basedOn w:val="Base"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style></w:styles>',
  );
  expect([...styles].sort()).toEqual(['Base', 'Own']);
  const item = (text: string, more = '') =>
    `<x:p><x:pPr><x:pStyle x:val="Own"/>${more}</x:pPr><x:r><x:t>${text}</x:t></x:r></x:p>`;
  const xml = `<x:document>${item('in')}${item('out', '<x:numPr><x:numId x:val="0"/></x:numPr>')}</x:document>`;
  expect(docxText(xml, styles)).toBe('- in\nout');
});

test('what was struck out, and the code of a field, are not read', () => {
  const xml =
    '<w:p><w:r><w:t>Bake </w:t></w:r><w:del><w:r><w:t>nothing</w:t></w:r></w:del>' +
    '<w:r><w:instrText> PAGE </w:instrText></w:r><w:ins><w:r><w:t>bread</w:t></w:r></w:ins></w:p>';
  expect(docxText(xml)).toBe('Bake bread');
});

test('a spreadsheet is no Word document, whatever its package calls it', async () => {
  const relations =
    '<Relationships><Relationship Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>';
  const bytes = zipSync({ '_rels/.rels': strToU8(relations), 'xl/workbook.xml': strToU8('<workbook/>') });
  const error: unknown = await readDocument(new File([new Uint8Array(bytes)], 'a.docx')).catch((e: unknown) => e);
  expect(error).toMatchObject({ fault: 'wrong-type' });
});

test('PDFs: filled forms, fonts without a table of their own, signs without a value', async () => {
  expect(await read('pdf-form-fields.pdf')).toBe(
    'Application form: main duties in your last job\nduties: Planned delivery routes for forty vans and trained six starters',
  );
  expect(await read('pdf-predefined-cmap.pdf')).toBe('负责四十辆货车的路线规划并培训六名新员工以及客户投诉处理工作');
  expect((await read('pdf-nul-in-tounicode.pdf')).split('\n')).toEqual([
    'Calm upset customers on the phone and find out',
    'Plan the weekly shifts of a team of twelve people',
  ]);
});

test('text in the wrong order or with holes is refused, never passed on', async () => {
  expect(await faultOf('cv-arabic-dejavu.pdf')).toBe('garbled');
  expect(await faultOf('cv-hindi.pdf')).toBe('garbled');
  const arabic = 'عملت مندوب خدمة عملاء في متجر هواتف لمدة تسع سنوات، ودربت ستة موظفين جدد. كانت كثيرة.';
  const hebrew = 'ניהלתי צוות של שישה אנשים במשך ארבע שנים ולימדתי עובדים חדשים';
  const hindi = 'मैंने चालीस ट्रकों के मार्गों की योजना बनाई और विलंब को कम किया।';
  const tamil = 'வாடிக்கையாளர் புகார்களைக் கேட்டு தீர்த்தேன்';
  for (const text of [arabic, hebrew, hindi, tamil, 'I planned routes — 40 vans… “daily”', '顧客対応を担当しました'])
    expect([text, isReadable(text)]).toEqual([text, true]);
  const backwards = (text: string) => [...text].reverse().join('');
  for (const text of [arabic, hebrew, hindi]) expect([text, isReadable(backwards(text))]).toEqual([text, false]);
});

test('letters that a font shaped are the letters they are', () => {
  const shaped = 'ﻋﻤﻠﺖ ﻓﻲ ﻓﺮﻳﻖ';
  expect(isReadable(shaped)).toBe(true);
  expect(asWritten(shaped)).toBe('عملت في فريق');
  expect(asWritten('eﬃcient oﬃce')).toBe('efficient office');
});

test('text files from before Unicode, in the script that they are in', async () => {
  expect(await read('cv-windows-1256.txt')).toBe(
    'مندوب خدمة عملاء في متجر هواتف لمدة تسع سنوات، ودربت ستة موظفين جدد وحللت الشكاوى.',
  );
  // "Руководил командой и обучал новых сотрудников" and "顧客対応を六年間担当し、新人を教育しました", as old Windows wrote them.
  const files: [string, string][] = [
    [
      'd0f3eaeee2eee4e8eb20eaeeece0ede4eee920e820eee1f3f7e0eb20edeee2fbf520f1eef2f0f3e4ede8eaeee2',
      'Руководил командой',
    ],
    ['8cda8b7191ce899e82f0985a944e8ad49253939682b581419056906c82f08bb388e782b582dc82b582bd', '顧客対応を六年間担当し'],
  ];
  for (const [hex, start] of files) {
    const text = await readDocument(new File([Buffer.from(hex, 'hex')], 'cv.txt'));
    expect(text.startsWith(start), text).toBe(true);
  }
});
