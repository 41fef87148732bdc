/** The mind of the emulators: it asks about what was said, and fits every schema that it is given. */
import Ajv from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { tellingPhrase, think } from '../emulators/think.ts';

test.each([
  ['<answer>The oven broke. I rebuilt the night shift, and it ran.</answer>', 'rebuilt the night shift'],
  [
    'We quickly moved the checks to the morning shift because nobody slept at night',
    'moved the checks to the morning shift because',
  ],
  ['It was hard.', 'It was hard'],
  [
    '[question]\nWhat happened?\n[end of question]\n[answer 1]\nI called them.\nThen I slept.\n[end of answer 1]',
    'called them',
  ],
  ['[question]\nWhy?\n[end of question]\n[answer 1]\n\n[end of answer 1]', ''],
  ['<said by="interviewer">What did you do?</said>\n<said by="candidate">I wrote a plan.</said>', 'wrote a plan'],
])('of “%s” it takes up “%s”', (input, phrase) => {
  expect(tellingPhrase(input)).toBe(phrase);
});

test('it asks a question about it, always the same', async () => {
  const thought = { instructions: 'Ask.', input: 'I wrote a plan.', schema: null };
  expect(await think(thought)).toBe('You said you “wrote a plan”. What happened then?');
  expect(await think(thought)).toBe(await think(thought));
});

test('it asks in the language of the answer, and not at all when there was none', async () => {
  const asked = (input: string) => think({ instructions: 'Ask.', input, schema: null });
  expect(await asked('[answer 1]\nأصلحت الفرن.\n[end of answer 1]')).toBe('قلت: «أصلحت الفرن». ماذا حدث بعد ذلك؟');
  expect(await asked('[answer 1]\nमैंने भट्ठी ठीक की।\n[end of answer 1]')).toContain('मैंने भट्ठी ठीक की');
  expect(await asked('[answer 1]\n[end of answer 1]')).toBe('NEXT');
});

test('what it answers to a schema is valid', async () => {
  const schema = {
    type: 'object',
    properties: {
      kind: { enum: ['follow', 'next'] },
      version: { const: 2 },
      text: { type: 'string', minLength: 3, maxLength: 20 },
      short: { anyOf: [{ type: 'null' }, { type: 'string' }] },
      maybe: { type: ['integer', 'null'], minimum: 4 },
      above: { type: 'number', exclusiveMinimum: 1 },
      list: { type: 'array', minItems: 2, items: { $ref: '#/$defs/item' } },
      flag: { type: 'boolean' },
    },
    required: ['kind', 'version', 'text', 'short', 'maybe', 'above', 'list', 'flag'],
    additionalProperties: false,
    $defs: {
      item: { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'], additionalProperties: false },
    },
  };
  const answer = JSON.parse(await think({ instructions: '', input: 'I wrote a plan.', schema }));
  const check = new Ajv({ strict: false }).compile(schema);
  expect(check(answer), JSON.stringify(check.errors)).toBe(true);
});
