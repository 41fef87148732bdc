/**
 * Puts Adobe's character maps beside the web app: a PDF in Chinese, Japanese or Korean may name one instead of saying
 * what its letters are. A reader of such a file loads the one or two that it names.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { CHARACTER_MAPS } from './read-document.ts';

/** Where the package has them. */
export const MAPS_FOLDER = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps/');

export function characterMaps(): Plugin {
  return {
    name: 'character-maps',
    configureServer: ({ middlewares }) => {
      middlewares.use(CHARACTER_MAPS, (request, answer) => {
        answer.end(readFileSync(join(MAPS_FOLDER, (request.url ?? '').replaceAll(/[^\w.-]/g, ''))));
      });
    },
    generateBundle() {
      for (const name of readdirSync(MAPS_FOLDER))
        this.emitFile({
          type: 'asset',
          fileName: `${CHARACTER_MAPS.slice(1)}${name}`,
          source: readFileSync(join(MAPS_FOLDER, name)),
        });
    },
  };
}
