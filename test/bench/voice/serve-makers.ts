/**
 * Emulated makers for measuring, in a process of their own: what they take is what they are told to take, so nothing is
 * worked out while somebody waits. What was said is known by its length, and what they say was spoken before; ends with
 * its input.
 */
import { SPEECH_RATE, synthesise } from '../../../worker/local/speech.ts';
import type { Brains } from '../../emulators/brains.ts';
import { openDoor } from '../../emulators/door.ts';
import { openAiEmulator } from '../../emulators/openai/emulator.ts';
import { tellingPhrase } from '../../emulators/think.ts';
import { speakAloud } from '../../emulators/voice.ts';
import { CASCADE_REGION } from '../../support/emulated-makers.ts';
import { ANSWERS } from './answers.ts';

const lengths = await Promise.all(
  ANSWERS.map(async (text) => ({ text, seconds: (await synthesise([text])).pcm.length / SPEECH_RATE })),
);
const spoken = new Map<string, Promise<Int16Array>>();
const brains: Brains = {
  async ears(pcm) {
    const away = ({ seconds }: (typeof lengths)[number]) => Math.abs(seconds - pcm.length / 16_000);
    return lengths.toSorted((a, b) => away(a) - away(b))[0]?.text ?? '';
  },
  voice(text, language) {
    const before = spoken.get(text) ?? speakAloud(text, language);
    spoken.set(text, before);
    return before;
  },
  think: async ({ input }) => `You said: ${tellingPhrase(input)}. What happened then?`,
};
for (const text of ANSWERS) {
  const reply = await brains.think({ instructions: '', input: text, schema: null });
  for (const part of [reply, ...reply.split(/(?<=\.) /)]) await brains.voice(part, 'en');
}
const openai = await openDoor(openAiEmulator(brains));
const key = `sk-${crypto.randomUUID()}`;
process.stdout.write(
  JSON.stringify({
    openai: { url: openai.url, key },
    environment: {
      OPENAI_API_KEY_AP: key,
      OPENAI_BASE_URL_AP: `${openai.url}/v1`,
      OPENAI_PROCESSES_IN_AP: CASCADE_REGION,
    },
  }),
);
process.stdin.resume();
process.stdin.on('end', async () => {
  await openai.close();
  process.exit(0);
});
