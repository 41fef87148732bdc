/**
 * Voice of Gemini: samples as they are made. The text goes alone, since these models read out whatever stands in it,
 * and without a temperature, which they refuse.
 */
import { ProviderFault } from '../../provider-faults.ts';
import type { GeminiSettings } from '../../provider-settings.ts';
import { asGeminiFault, geminiStream } from '../gemini-client.ts';
import { fromBase64, isPcm, sampleJoiner } from '../gemini-sound-rules.ts';
import { geminiUsage } from '../gemini-usage-rules.ts';
import { guarded, PATIENCE, type Patience, patienceFor } from '../stream-guard.ts';
import { type SpeakRequest, VOICE_RATE, type Voice } from './speech.ts';

/** A character takes about 65 ms to say; sound that comes no faster than that cannot be played without holes. */
const CHARACTER_MS = 65;
const UNASSIGNED = { in: 'text', out: 'audio' } as const;

export function geminiVoice(settings: GeminiSettings, patience: Patience = PATIENCE): Voice {
  return {
    maker: 'gemini',
    model: settings.voiceModel,
    name: `gemini/${settings.voiceModel}/${settings.voice}`,
    async *speak(request) {
      const enough = patienceFor(patience, request.text.length * CHARACTER_MS);
      try {
        yield* guarded((line) => saying(settings, request, line), enough, request.signal);
      } catch (thrown) {
        throw await asGeminiFault(thrown);
      }
    },
  };
}

async function* saying(settings: GeminiSettings, request: SpeakRequest, line: AbortSignal): AsyncGenerator<Int16Array> {
  const joiner = sampleJoiner();
  let samples = 0;
  const stream = geminiStream(settings, settings.voiceModel, {
    contents: [{ role: 'user', parts: [{ text: request.text }] }],
    config: {
      responseModalities: ['AUDIO'],
      speechConfig: { voiceConfig: { prebuiltVoiceConfig: { voiceName: settings.voice } } },
    },
    signal: line,
    used: (usage) => {
      for (const one of geminiUsage(settings.voiceModel, usage, UNASSIGNED)) request.onUsage(one);
    },
  });
  for await (const { inlineData } of stream) {
    if (inlineData === undefined || !isPcm(inlineData.mimeType, VOICE_RATE)) throw malformed();
    const pcm = joiner.samples(fromBase64(inlineData.data));
    samples += pcm.length;
    if (pcm.length > 0) yield pcm;
  }
  if (samples === 0 || !joiner.whole()) throw malformed();
}

function malformed(): ProviderFault {
  return new ProviderFault('gemini', 'malformed');
}
