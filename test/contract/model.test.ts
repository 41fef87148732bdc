/** Every maker of thought, against its emulator; against the real service too where a key is given. */
import { expect, inject, test } from 'vitest';
import { geminiModel } from '../../worker/providers/model/gemini-model.ts';
import { openAiModel } from '../../worker/providers/model/openai-model.ts';
import { freshKey } from '../support/emulator-control.ts';
import { geminiEmulated, geminiSettings } from '../support/gemini-settings.ts';
import { type ModelMaker, modelSuite, question, thought, VERDICT } from '../support/model-suite.ts';
import { openAiEmulated, openAiSettings } from '../support/openai-settings.ts';
import { PATIENT } from '../support/provider-faults.ts';

const { gemini, openai } = inject('emulators');
const services = inject('services');

const openAi: ModelMaker = {
  name: 'OpenAI',
  maker: 'openai',
  emulator: { url: openai, keys: 'sk-' },
  model: (key, patience) => openAiModel(openAiEmulated(openai, key), patience),
  numbered: true,
};

const google: ModelMaker = {
  name: 'Gemini',
  maker: 'gemini',
  emulator: { url: gemini, keys: 'AIza-' },
  model: (key, patience) => geminiModel(geminiEmulated(gemini, key), patience),
  numbered: true,
};

modelSuite(google);
modelSuite(openAi);
modelSuite({
  ...openAi,
  name: 'a server that speaks like an older OpenAI',
  model: (key, patience) => openAiModel(openAiEmulated(openai, key, '/older/v1'), patience),
  numbered: false,
});
if (services.GEMINI_API_KEY !== undefined)
  modelSuite({
    ...google,
    name: 'Gemini, for real',
    emulator: null,
    model: (_, patience) => geminiModel(geminiSettings(services), patience),
  });
if (services.OPENAI_API_KEY !== undefined)
  modelSuite({
    ...openAi,
    name: 'OpenAI, for real',
    emulator: null,
    model: (_, patience) => openAiModel(openAiSettings(services), patience),
  });

test('a server that knows chat completions only is asked for anything else once', async () => {
  const line = freshKey(openai, 'sk-');
  const model = openAiModel(openAiEmulated(openai, line.key, '/older/v1'), PATIENT);
  await thought(model, question());
  await thought(model, question({ schema: VERDICT }));
  expect((await line.asked()).map(({ path, status }) => `${path} ${status}`)).toEqual([
    '/older/v1/responses 404',
    '/older/v1/chat/completions 200',
    '/older/v1/chat/completions 200',
  ]);
});

test.each([
  { name: 'gpt-5', refused: ['reasoning.effort', 'temperature'] },
  { name: 'gpt-4.1-mini', refused: ['reasoning.effort'] },
  { name: 'gpt-6-luna', refused: [] },
])('what $name does not take is left out after it said so', async ({ name, refused }) => {
  const line = freshKey(openai, 'sk-');
  const model = openAiModel({ ...openAiEmulated(openai, line.key), model: name }, PATIENT);
  await thought(model, question());
  await thought(model, question());
  const statuses = (await line.asked()).map(({ status }) => status);
  expect(statuses).toEqual([...refused.map(() => 400), 200, 200]);
});

test('a model that is not there is our mistake, not an older server', async () => {
  const line = freshKey(openai, 'sk-');
  const model = openAiModel({ ...openAiEmulated(openai, line.key), model: 'gemma' }, PATIENT);
  await expect(thought(model, question())).rejects.toMatchObject({ kind: 'bad-request', status: 404 });
  expect(await line.asked()).toHaveLength(1);
});

test('a server that is not there is unavailable', async () => {
  const model = openAiModel(openAiEmulated('http://127.0.0.1:1', 'sk-nobody'), PATIENT);
  await expect(thought(model, question())).rejects.toMatchObject({ kind: 'unavailable', status: null });
});

test.each([
  { name: 'gemini-2.5-flash', statuses: [400, 200, 200] },
  { name: 'gemini-3.8-flash', statuses: [200, 200] },
])('$name is asked to think little in the way that it knows', async ({ name, statuses }) => {
  const line = freshKey(gemini, 'AIza-');
  const model = geminiModel({ ...geminiEmulated(gemini, line.key), model: name }, PATIENT);
  await thought(model, question());
  await thought(model, question());
  expect((await line.asked()).map(({ status }) => status)).toEqual(statuses);
});
