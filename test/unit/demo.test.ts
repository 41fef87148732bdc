/** What a demo is told, and how it cuts speech so that every piece stands verbatim in the answer. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sentencesOf } from '../../worker/local/candidate-drive.ts';
import { readAnswersFile, readPlanFile } from '../../worker/local/demo-input.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interloop-demo-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('answers are a list, or say more', async () => {
  const list = await readAnswersFile(await file('list.json', ['One.', '']));
  expect(list).toMatchObject({ answers: ['One.', ''], more: [], spoken: true });
  const more = { answers: ['One.'], more: ['Two.'], spoken: false, candidate: { name: 'Ada' } };
  expect(await readAnswersFile(await file('more.json', more))).toEqual(more);
});

test('a file that does not fit is refused by its name and the place in it', async () => {
  await expect(readAnswersFile(await file('bad.json', '{'))).rejects.toThrow(/bad\.json is not JSON/);
  await expect(readPlanFile(await file('plan.json', { title: 'Baker' }))).rejects.toThrow(/plan\.json: language/);
  await expect(readPlanFile(join(folder, 'nothing.json'))).rejects.toThrow(/nothing\.json cannot be read/);
});

test('every sentence stands verbatim in its answer, in order', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'B', ' ', '.', '!', '?', ',', '\n', 'é', '‏', '🍞') }),
      (text) => {
        let from = 0;
        for (const sentence of sentencesOf(text)) {
          const at = text.indexOf(sentence, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + sentence.length;
        }
      },
    ),
  );
});

test('no word is lost between the sentences', () => {
  const words = (text: string) => text.split(/[\s.!?]+/).filter((word) => word !== '');
  const text = 'I let her finish. Then I called! And? It fell by 2.5 percent';
  expect(sentencesOf(text)).toEqual(['I let her finish.', 'Then I called!', 'And?', 'It fell by 2.5 percent']);
  expect(sentencesOf(' \n ')).toEqual([]);
  expect(words(sentencesOf(text).join(' '))).toEqual(words(text));
});
