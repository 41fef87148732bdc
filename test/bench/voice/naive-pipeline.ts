/** What a voice agent is at its simplest: one step after the other, each to its end. */
import { openAiModel } from '../../../worker/providers/model/openai-model.ts';
import { openAiEars } from '../../../worker/providers/speech/openai-ears.ts';
import { openAiVoice } from '../../../worker/providers/speech/openai-voice.ts';
import { asInt16 } from '../../emulators/ears/resample.ts';
import type { EmulatedMaker } from '../../support/emulated-makers.ts';
import { openAiEmulated } from '../../support/openai-settings.ts';

/** Of silence, after which the turn is taken for over. */
const SILENCE_MS = 800;

/** From the end of the candidate's sound (at 16 kHz) to the first sound of the reply, in milliseconds. */
export async function naiveGap({ url, key }: EmulatedMaker, sound: Float32Array, question: string): Promise<number> {
  const settings = openAiEmulated(url, key);
  const signal = AbortSignal.timeout(30_000);
  const asked = { language: 'en', signal, onUsage() {} } as const;
  const fromMs = performance.now();
  const text = await openAiEars(settings).hear({ ...asked, pcm: asInt16(sound), hints: [] });
  let reply = '';
  const thought = { instructions: 'Ask one short question.', input: `${question}\n${text}`, schema: null };
  for await (const piece of openAiModel(settings).think({ ...asked, ...thought, maxTokens: 200, temperature: 0.4 }))
    reply += piece;
  for await (const _ of openAiVoice(settings).speak({ ...asked, text: reply }));
  return SILENCE_MS + performance.now() - fromMs;
}
