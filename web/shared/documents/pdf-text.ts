/** The text of a PDF, page by page and line by line. */
import { getDocumentProxy } from 'unpdf';
import { DocumentProblem } from './document-problem.ts';

/** Longer than any description or résumé; a page costs time. */
const MOST_PAGES = 300;

export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await opened(bytes);
  const pages: string[] = [];
  for (let n = 1; n <= Math.min(pdf.numPages, MOST_PAGES); n += 1) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    let text = '';
    for (const item of items) {
      if (!('str' in item)) continue;
      text += item.str;
      if (item.hasEOL) text += '\n';
    }
    pages.push(text);
    page.cleanup();
  }
  await pdf.loadingTask.destroy();
  return pages
    .join('\n')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

async function opened(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(bytes, { useSystemFonts: true, verbosity: 0 });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new DocumentProblem(locked ? 'encrypted' : 'broken');
  }
}
