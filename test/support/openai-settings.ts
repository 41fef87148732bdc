/** OpenAI as the tests set it up: as the product would, with the address of the emulator. */
import { type OpenAiSettings, providerSettings } from '../../worker/provider-settings.ts';

export function openAiSettings(environment: Record<string, string>): OpenAiSettings {
  const { openai } = providerSettings((name) => environment[name], 'eu');
  if (openai === null) throw new Error('OPENAI_API_KEY is missing');
  return openai;
}

/** `path` of the emulator: `/v1`, or `/older/v1` for a server that knows chat completions only. */
export function openAiEmulated(url: string, key: string, path = '/v1'): OpenAiSettings {
  return openAiSettings({ OPENAI_API_KEY: key, OPENAI_BASE_URL: `${url}${path}` });
}
