/** What a file is, by its first bytes: a name can say anything. Pure. */

export type DocumentKind = 'pdf' | 'zip' | 'encrypted' | 'old-word' | 'text' | 'other';

const START = { pdf: '%PDF-', zip: 'PK\u0003\u0004', ole: '\u00d0\u00cf\u0011\u00e0' };
/** A PDF may begin with a little of something else. */
const PDF_WITHIN = 1024;
/** In the directory of an encrypted Word file, in UTF-16. */
const ENCRYPTED = 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0';
/** Below the tab there is nothing that a text file holds. */
const LEAST_CODE = 9;

export function kindOf(bytes: Uint8Array): DocumentKind {
  const head = latin(bytes.subarray(0, PDF_WITHIN));
  if (head.includes(START.pdf)) return 'pdf';
  if (head.startsWith(START.zip)) return 'zip';
  if (head.startsWith(START.ole)) return latin(bytes).includes(ENCRYPTED) ? 'encrypted' : 'old-word';
  if (head.startsWith('{\\rtf')) return 'other';
  if (isWide(bytes)) return 'text';
  return bytes.subarray(0, PDF_WITHIN).some((byte) => byte < LEAST_CODE) ? 'other' : 'text';
}

/** The text of a file in UTF-8, or by its mark in UTF-16; null for one that is in neither. */
export function unicodeText(bytes: Uint8Array): string | null {
  if (isWide(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  return decodedAs('utf-8', bytes);
}

/** The text in `encoding`, or null when the bytes are not in it. */
export function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isWide(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
