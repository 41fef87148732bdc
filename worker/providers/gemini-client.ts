/** Google's SDK for the three makers that ask over HTTP: loaded at the first call, without retries, with our faults. */
import type { GenerateContentParameters, GoogleGenAI } from '@google/genai/web';
import { ProviderFault } from '../provider-faults.ts';
import type { GeminiSettings } from '../provider-settings.ts';
import { type AnswerPart, answerReader } from './gemini-answer-rules.ts';
import { geminiFault } from './gemini-fault-rules.ts';
import type { UsageMetadata } from './gemini-usage-rules.ts';
import { OutOfTime } from './stream-guard.ts';

export interface Asked {
  contents: GenerateContentParameters['contents'];
  config: NonNullable<GenerateContentParameters['config']>;
  signal: AbortSignal;
  used(usage: UsageMetadata): void;
}

/**
 * The parts of one streamed answer.
 * @throws ProviderFault when it was blocked, cut, or is none; whatever {@link asGeminiFault} understands otherwise
 */
export async function* geminiStream(
  settings: GeminiSettings,
  model: string,
  { contents, config, signal, used }: Asked,
): AsyncGenerator<AnswerPart> {
  const client = await geminiClient(settings);
  const stream = await client.models.generateContentStream({
    model,
    contents,
    config: { ...config, abortSignal: signal },
  });
  const reader = answerReader();
  try {
    for await (const piece of stream) yield* reader.parts(piece);
    reader.end();
  } finally {
    // Each piece counts all that came before it, and what was begun is paid for.
    const usage = reader.usage();
    if (usage !== null) used(usage);
  }
}

async function geminiClient({ key, baseUrl, apiVersion }: GeminiSettings): Promise<GoogleGenAI> {
  // By this name it is the build for the web wherever it runs: the one for Node brings files and service accounts.
  const { GoogleGenAI: Client } = await import('@google/genai/web');
  // The version is said, since the SDK's own default moves with its releases.
  return new Client({ apiKey: key, httpOptions: { baseUrl, apiVersion, fetch: answered } });
}

/** The platform's fetch, with every answer but 200 as its fault: the SDK would make a text of its headers and body. */
async function answered(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init).catch(() => {
    throw new ProviderFault('gemini', 'unavailable');
  });
  if (response.status === 200) return response;
  throw geminiFault(response.status, await response.text());
}

/** Whatever a call threw, as the one error of the ports. */
export async function asGeminiFault(thrown: unknown): Promise<ProviderFault> {
  if (thrown instanceof ProviderFault) return thrown;
  if (thrown instanceof OutOfTime) return new ProviderFault('gemini', 'timeout');
  const { ApiError } = await import('@google/genai/web');
  // An error inside a stream that had begun with 200.
  if (thrown instanceof ApiError) return geminiFault(thrown.status, thrown.message);
  // The line broke after the answer had begun, or what came was not JSON.
  return new ProviderFault('gemini', 'malformed');
}
