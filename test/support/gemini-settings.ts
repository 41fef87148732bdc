/** Gemini as the tests set it up: as the product would, with the address of the emulator. */
import { type GeminiSettings, providerSettings } from '../../worker/provider-settings.ts';

export function geminiSettings(environment: Record<string, string>): GeminiSettings {
  const { gemini } = providerSettings((name) => environment[name], 'eu');
  if (gemini === null) throw new Error('GEMINI_API_KEY is missing');
  return gemini;
}

export function geminiEmulated(url: string, key: string): GeminiSettings {
  return geminiSettings({ GEMINI_API_KEY: key, GEMINI_BASE_URL: url });
}
