/** The text of a file from before Unicode: which encoding it is in is told by how its letters follow one another. */
import { analyse } from 'chardet';
import { decodedAs } from './kind-rules.ts';

/** What is left when nothing fits: every byte is a sign in it. */
const WESTERN = 'windows-1252';
/** C1 controls: in a wrong encoding they stand where letters should. */
const CONTROL = /[\u0080-\u009F]/;

export function oldText(bytes: Uint8Array): string {
  for (const { name, confidence } of analyse(bytes)) {
    const text = confidence > 0 ? decodedAs(name, bytes) : null;
    if (text !== null && !CONTROL.test(text)) return text;
  }
  return new TextDecoder(WESTERN).decode(bytes);
}
