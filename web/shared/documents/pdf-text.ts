/** The text of a PDF, page by page and line by line, with what was filled into its form. */
import { getDocumentProxy } from 'unpdf';
import { DocumentProblem } from './document-problem.ts';

/** Longer than any description or résumé; a page costs time. */
const MOST_PAGES = 300;

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/**
 * @param characterMaps the folder of Adobe's character maps, which files in Chinese, Japanese and Korean may lean on
 * @throws DocumentProblem
 */
export async function pdfText(bytes: Uint8Array, characterMaps: string): Promise<string> {
  const pdf = await opened(bytes, characterMaps);
  const pages: string[] = [];
  for (let n = 1; n <= Math.min(pdf.numPages, MOST_PAGES); n += 1) {
    const page = await pdf.getPage(n);
    pages.push(await printed(page), ...(await filledIn(page)));
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

async function printed(page: Page): Promise<string> {
  const { items } = await page.getTextContent();
  let text = '';
  for (const item of items) {
    if (!('str' in item)) continue;
    text += item.str;
    if (item.hasEOL) text += '\n';
  }
  return text;
}

/** The values of a page's form, each behind its label, from the top of the page down. */
async function filledIn(page: Page): Promise<string[]> {
  const fields: Field[] = await page.getAnnotations();
  return fields
    .map((field) => ({ field, value: filledValue(field), top: field.rect?.[3] ?? 0 }))
    .filter(({ value }) => value !== '')
    .sort((a, b) => b.top - a.top)
    .map(({ field, value }) => `${field.alternativeText || field.fieldName || ''}: ${value}`.replace(/^: /, ''));
}

/** What PDF.js tells of an annotation that is a form's field. */
interface Field {
  subtype?: string;
  fieldType?: string;
  fieldName?: string;
  alternativeText?: string;
  fieldValue?: unknown;
  password?: boolean;
  hidden?: boolean;
  pushButton?: boolean;
  rect?: number[];
}

function filledValue({ subtype, fieldType, fieldValue, password, hidden, pushButton }: Field): string {
  if (subtype !== 'Widget' || password === true || hidden === true || pushButton === true) return '';
  // A box that is not ticked says so; one that is signed says nothing.
  if (fieldType === 'Sig' || fieldValue === 'Off') return '';
  const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  return values
    .filter((one): one is string => typeof one === 'string')
    .join(', ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

async function opened(bytes: Uint8Array, characterMaps: string) {
  try {
    return await getDocumentProxy(bytes, {
      useSystemFonts: true,
      verbosity: 0,
      cMapUrl: characterMaps,
      cMapPacked: true,
      useWorkerFetch: false,
    });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new DocumentProblem(locked ? 'encrypted' : 'broken');
  }
}
