/** Every maker of ears and voices, against its emulator; against the real service too where a key is given. */
import { inject } from 'vitest';
import { geminiEars } from '../../worker/providers/speech/gemini-ears.ts';
import { geminiVoice } from '../../worker/providers/speech/gemini-voice.ts';
import { openAiEars } from '../../worker/providers/speech/openai-ears.ts';
import { openAiVoice } from '../../worker/providers/speech/openai-voice.ts';
import { geminiEmulated, geminiSettings } from '../support/gemini-settings.ts';
import { openAiEmulated, openAiSettings } from '../support/openai-settings.ts';
import { type SpeechMaker, speechSuite } from '../support/speech-suite.ts';

const { gemini, openai } = inject('emulators');
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

const google: SpeechMaker = {
  name: 'Gemini',
  maker: 'gemini',
  emulator: { url: gemini, keys: 'AIza-' },
  ears: (key, patience) => geminiEars(geminiEmulated(gemini, key), patience),
  voice: (key, patience) => geminiVoice(geminiEmulated(gemini, key), patience),
  units: { ears: ['audio-in-tokens', 'text-out-tokens'], voice: ['text-in-tokens', 'audio-out-tokens'] },
  voiceSaysItsEnd: true,
};

speechSuite(google);
speechSuite(openAi);
speechSuite({
  ...openAi,
  name: 'OpenAI with ears of the generation before',
  ears: (key, patience) =>
    openAiEars({ ...openAiEmulated(openai, key), earsModel: 'gpt-4o-mini-transcribe' }, patience),
  units: { ...openAi.units, ears: ['audio-in-tokens', 'text-in-tokens', 'text-out-tokens'] },
});
if (services.GEMINI_API_KEY !== undefined)
  speechSuite({
    ...google,
    name: 'Gemini, for real',
    emulator: null,
    ears: (_, patience) => geminiEars(geminiSettings(services), patience),
    voice: (_, patience) => geminiVoice(geminiSettings(services), patience),
  });
if (services.OPENAI_API_KEY !== undefined)
  speechSuite({
    ...openAi,
    name: 'OpenAI, for real',
    emulator: null,
    ears: (_, patience) => openAiEars(openAiSettings(services), patience),
    voice: (_, patience) => openAiVoice(openAiSettings(services), patience),
  });
