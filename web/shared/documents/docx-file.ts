/** Opens the ZIP that a Word document is. */
import { strFromU8, unzipSync } from 'fflate';
import { DocumentProblem } from './document-problem.ts';
import { docxText } from './docx-rules.ts';

const MAIN = 'word/document.xml';
/** Unpacked; a small file can hold a great deal of nothing. */
const MOST_BYTES = 60 * 1024 * 1024;

export function docxFileText(bytes: Uint8Array): string {
  const main = unpacked(bytes);
  if (main === undefined) throw new DocumentProblem('wrong-type');
  return docxText(strFromU8(main));
}

function unpacked(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== MAIN) return false;
        if (originalSize > MOST_BYTES) throw new DocumentProblem('too-large');
        return true;
      },
    })[MAIN];
  } catch (error) {
    throw error instanceof DocumentProblem ? error : new DocumentProblem('broken');
  }
}
