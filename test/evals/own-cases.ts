/** The cases and replays that stand beside this file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Family, readCases } from './case-shape.ts';
import { type Replays, replaysSchema } from './replay-shape.ts';

export function ownFamilies(): Family[] {
  return filesIn('cases').map(({ file, text }) => readCases(text, file));
}

export function ownReplays(): Replays[] {
  return filesIn('replays').map(({ text }) => v.parse(replaysSchema, JSON.parse(text)));
}

function filesIn(folder: string): { file: string; text: string }[] {
  return readdirSync(join(import.meta.dirname, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      file: `test/evals/${folder}/${name}`,
      text: readFileSync(join(import.meta.dirname, folder, name), 'utf8'),
    }));
}
