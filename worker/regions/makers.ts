/** The makers that a region's settings bring, in order of preference; a maker's SDK is loaded when it is first used. */
import type { ProviderSettings } from '../provider-settings.ts';
import { liveKitCalls } from '../providers/calls/livekit.ts';
import { geminiLive } from '../providers/conversation/gemini-live.ts';
import { geminiModel } from '../providers/model/gemini-model.ts';
import { openAiModel } from '../providers/model/openai-model.ts';
import { geminiEars } from '../providers/speech/gemini-ears.ts';
import { geminiVoice } from '../providers/speech/gemini-voice.ts';
import { openAiEars } from '../providers/speech/openai-ears.ts';
import { openAiVoice } from '../providers/speech/openai-voice.ts';
import type { Makers, Placed } from './region.ts';

export function makersOf({ gemini, openai, livekit }: ProviderSettings): Makers {
  return {
    ears: [...placed(gemini, geminiEars), ...placed(openai, openAiEars)],
    voices: [...placed(gemini, geminiVoice), ...placed(openai, openAiVoice)],
    models: [...placed(gemini, geminiModel), ...placed(openai, openAiModel)],
    live: [...placed(gemini, geminiLive)],
    calls: [...placed(livekit, liveKitCalls)],
  };
}

/** The maker where its settings are; none without them. */
function placed<Settings extends Pick<Placed<unknown>, 'place'>, Maker>(
  settings: Settings | null,
  make: (settings: Settings) => Maker,
): Placed<Maker>[] {
  return settings === null ? [] : [{ place: settings.place, use: make(settings) }];
}
