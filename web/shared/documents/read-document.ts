/**
 * The text of a file, read in the browser: the file itself goes nowhere. What can read a PDF or a Word document is
 * loaded when one is chosen.
 */
import { DocumentProblem } from './document-problem.ts';
import { decoded, kindOf } from './kind-rules.ts';

export const DOCUMENT_MOST_BYTES = 10 * 1024 * 1024;
export const DOCUMENT_TYPES = '.pdf,.docx,.txt,.md,text/plain,application/pdf';
/** Fewer letters than this are a scan with a stamp on it. */
const LEAST_LETTERS = 20;

/** @throws DocumentProblem */
export async function readDocument(file: File): Promise<string> {
  if (file.size > DOCUMENT_MOST_BYTES) throw new DocumentProblem('too-large');
  const text = await textOf(new Uint8Array(await file.arrayBuffer()));
  if ((text.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) throw new DocumentProblem('no-text');
  return text;
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const kind = kindOf(bytes);
  switch (kind) {
    case 'pdf':
      return await (await import('./pdf-text.ts')).pdfText(bytes);
    case 'zip':
      return (await import('./docx-file.ts')).docxFileText(bytes);
    case 'text':
      return decoded(bytes).replaceAll('\r\n', '\n').trim();
    case 'encrypted':
    case 'old-word':
      throw new DocumentProblem(kind);
    case 'other':
      throw new DocumentProblem('wrong-type');
  }
}
