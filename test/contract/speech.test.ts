/** Every maker of ears and voices, against its emulator; against the real service too where a key is given. */
import { inject } from 'vitest';
import { openAiEars } from '../../worker/providers/speech/openai-ears.ts';
import { openAiVoice } from '../../worker/providers/speech/openai-voice.ts';
import { openAiEmulated, openAiSettings } from '../support/openai-settings.ts';
import { type SpeechMaker, speechSuite } from '../support/speech-suite.ts';

const { openai } = inject('emulators');
const services = inject('services');

const openAi: SpeechMaker = {
  name: 'OpenAI',
  maker: 'openai',
  emulator: { url: openai, keys: 'sk-' },
  ears: (key, patience) => openAiEars(openAiEmulated(openai, key), patience),
  voice: (key, patience) => openAiVoice(openAiEmulated(openai, key), patience),
  units: {
    ears: ['audio-in-ms'],
    voice: ['characters', 'audio-out-ms'],
  },
  voiceSaysItsEnd: false,
};

speechSuite(openAi);
speechSuite({
  ...openAi,
  name: 'OpenAI with ears of the generation before',
  ears: (key, patience) =>
    openAiEars({ ...openAiEmulated(openai, key), earsModel: 'gpt-4o-mini-transcribe' }, patience),
  units: { ...openAi.units, ears: ['audio-in-tokens', 'text-in-tokens', 'text-out-tokens'] },
});
if (services.OPENAI_API_KEY !== undefined)
  speechSuite({
    ...openAi,
    name: 'OpenAI, for real',
    emulator: null,
    ears: (_, patience) => openAiEars(openAiSettings(services), patience),
    voice: (_, patience) => openAiVoice(openAiSettings(services), patience),
  });
