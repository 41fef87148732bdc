/**
 * `node web/shared/locales/extract.ts` writes the English catalogue to standard output, for a translator.
 * With --check it only makes sure that every text is well formed and no id has two messages.
 */
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { readTexts } from './read-texts.ts';

const texts = readTexts(join(import.meta.dirname, '../..'));
for (const [id, message] of Object.entries(texts)) {
  try {
    compileMessageOrThrow(message);
  } catch (error) {
    throw new Error(`"${id}" is not a well-formed message: ${message}`, { cause: error });
  }
}
if (!process.argv.includes('--check')) process.stdout.write(`${JSON.stringify(texts, null, 2)}\n`);
