/** Voices for tests: a tone as long as the text, and a count of how often each was asked. */
import { ProviderFault } from '../../worker/provider-faults.ts';
import type { Place } from '../../worker/provider-settings.ts';
import { VOICE_RATE, type Voice } from '../../worker/providers/speech/speech.ts';
import type { Placed } from '../../worker/regions/region.ts';

export interface TestVoice {
  placed: Placed<Voice>;
  /** The texts that it was asked to say. */
  asked: string[];
}

/** How much of a second a sign takes. */
const SIGN = 1 / 16;

export function aVoice(name: string, place: Place = 'anywhere', fails = false): TestVoice {
  const asked: string[] = [];
  const use: Voice = {
    maker: 'openai',
    model: 'gpt-4o-mini-tts',
    name,
    async *speak({ text, onUsage }) {
      asked.push(text);
      if (fails) throw new ProviderFault('openai', 'unavailable', { status: 503 });
      yield tone(text.length * SIGN);
      onUsage({ maker: 'openai', model: 'gpt-4o-mini-tts', unit: 'characters', amount: text.length });
    },
  };
  return { placed: { place, use }, asked };
}

function tone(seconds: number): Int16Array {
  return Int16Array.from(
    { length: VOICE_RATE * seconds },
    (_, at) => 8000 * Math.sin((at * 2 * Math.PI * 220) / VOICE_RATE),
  );
}
