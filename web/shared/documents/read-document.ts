/**
 * The text of a file, read in the browser: the file itself goes nowhere. What can read a PDF or a Word document is
 * loaded when one is chosen.
 */

import { wellFormed } from '../../../worker/text-rules.ts';
import { DocumentProblem } from './document-problem.ts';
import { kindOf, unicodeText } from './kind-rules.ts';
import { asWritten, isReadable } from './readable-rules.ts';

export const DOCUMENT_MOST_BYTES = 10 * 1024 * 1024;
export const DOCUMENT_TYPES = '.pdf,.docx,.txt,.md,text/plain,application/pdf';
/** Fewer letters than this are a scan with a stamp on it. */
const LEAST_LETTERS = 20;

/** Where our own origin has the character maps; the version keeps them for good. */
export const CHARACTER_MAPS = '/assets/cmaps-6.1.200/';

/**
 * @param characterMaps where PDF.js finds them
 * @throws DocumentProblem
 */
export async function readDocument(file: File, characterMaps = CHARACTER_MAPS): Promise<string> {
  if (file.size > DOCUMENT_MOST_BYTES) throw new DocumentProblem('too-large');
  const read = await textOf(new Uint8Array(await file.arrayBuffer()), characterMaps);
  if (!isReadable(read)) throw new DocumentProblem('garbled');
  const text = wellFormed(asWritten(read)).trim();
  if ((text.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) throw new DocumentProblem('no-text');
  return text;
}

async function textOf(bytes: Uint8Array, characterMaps: string): Promise<string> {
  const kind = kindOf(bytes);
  switch (kind) {
    case 'pdf':
      return await (await import('./pdf-text.ts')).pdfText(bytes, characterMaps);
    case 'zip':
      return (await import('./docx-file.ts')).docxFileText(bytes);
    case 'text':
      return unicodeText(bytes) ?? (await import('./old-text.ts')).oldText(bytes);
    case 'encrypted':
    case 'old-word':
      throw new DocumentProblem(kind);
    case 'other':
      throw new DocumentProblem('wrong-type');
  }
}
