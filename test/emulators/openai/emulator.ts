/**
 * OpenAI's API as we use it, strictly. Under `/v1` it is the service; under `/older/v1` a server of one's own that
 * speaks the same protocol but knows chat completions only.
 */
import type { Brains } from '../brains.ts';
import type { Emulator } from '../door.ts';
import { chat } from './chat.ts';
import { responses } from './responses.ts';
import { speech } from './speech.ts';
import { transcriptions } from './transcriptions.ts';
import { faultAnswer, nowhere, problem, wrongKey } from './words.ts';

/** Keys that this emulator takes. */
const KEY = /^Bearer (sk-[\w-]+)$/;

export function openAiEmulator({ ears, voice, think }: Pick<Brains, 'ears' | 'voice' | 'think'>): Emulator {
  return {
    secrets: ['authorization'],
    key: ({ headers }) => KEY.exec(headers.authorization ?? '')?.[1] ?? null,
    noKey: ({ headers }) =>
      headers.authorization === undefined ? problem(401, { message: 'You did not provide an API key.' }) : wrongKey(),
    nowhere,
    refuse: faultAnswer,
    routes: [
      transcriptions(/^(\/older)?\/v1\/audio\/transcriptions$/, ears),
      speech(/^(\/older)?\/v1\/audio\/speech$/, voice),
      responses(/^\/v1\/responses$/, think),
      chat(/^(\/older)?\/v1\/chat\/completions$/, think),
    ],
  };
}
