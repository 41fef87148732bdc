/** Opens the ZIP that a Word document is, and finds its main part where the package says that it is. */
import { strFromU8, unzipSync } from 'fflate';
import { DocumentProblem } from './document-problem.ts';
import { docxText, listStylesOf } from './docx-rules.ts';

const PACKAGE = '_rels/.rels';
const USUAL_MAIN = 'word/document.xml';
/** Unpacked; a small file can hold a great deal of nothing. */
const MOST_BYTES = 60 * 1024 * 1024;

export function docxFileText(bytes: Uint8Array): string {
  const main = mainPart(unpacked(bytes, [PACKAGE])[PACKAGE]);
  const styles = main.replace(/[^/]*$/, 'styles.xml');
  const parts = unpacked(bytes, [main, styles]);
  const text = parts[main];
  if (text === undefined || !/<\w+:document\b/.test(text)) throw new DocumentProblem('wrong-type');
  return docxText(text, listStylesOf(parts[styles] ?? ''));
}

function mainPart(relations: string | undefined): string {
  for (const [tag] of relations?.matchAll(/<Relationship\b[^>]*>/g) ?? []) {
    const target = /\bTarget="\/?([^"]+)"/.exec(tag)?.[1];
    if (/\bType="[^"]*\/officeDocument"/.test(tag) && target !== undefined) return target;
  }
  return USUAL_MAIN;
}

function unpacked(bytes: Uint8Array, names: readonly string[]): Record<string, string> {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!names.includes(name)) return false;
        if (originalSize > MOST_BYTES) throw new DocumentProblem('too-large');
        return true;
      },
    });
    return Object.fromEntries(Object.entries(files).map(([name, part]) => [name, strFromU8(part)]));
  } catch (error) {
    throw error instanceof DocumentProblem ? error : new DocumentProblem('broken');
  }
}
