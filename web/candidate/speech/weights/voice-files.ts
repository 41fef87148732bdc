/**
 * Builds what hears a voice on the candidate's device: the model's weights as a file of our own origin, the Worker that
 * runs it, and the model's licence beside them. `virtual:voice-files` tells their addresses.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { shippedWeights } from './pack-weights.ts';

const NAME = 'virtual:voice-files';
const WORKER = join(import.meta.dirname, '../vad/vad-worker.ts');
const LICENCE = join(import.meta.dirname, 'silero-licence.txt');
/** Where the server for development has the weights. */
const SERVED = '/voice.bin';

export function voiceFiles(): Plugin {
  let served = false;
  return {
    name: 'voice-files',
    configResolved: ({ command }) => {
      served = command === 'serve';
    },
    configureServer: ({ middlewares }) => {
      middlewares.use(SERVED, (_, answer) => answer.end(shippedWeights()));
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      if (served) {
        return `export const weights = '${SERVED}'; export const worker = '/candidate/speech/vad/vad-worker.ts';`;
      }
      this.emitFile({ type: 'asset', fileName: 'licences/silero-vad.txt', source: readFileSync(LICENCE, 'utf8') });
      const weights = this.emitFile({ type: 'asset', name: 'voice.bin', source: shippedWeights() });
      const worker = this.emitFile({ type: 'chunk', id: WORKER, name: 'voice-worker' });
      return `export const weights = import.meta.ROLLUP_FILE_URL_${weights};
        export const worker = import.meta.ROLLUP_FILE_URL_${worker};`;
    },
  };
}
