/** OpenAI's SDK for the three makers that use it: loaded at the first call, without retries, with our faults. */
import type OpenAI from 'openai';
import { ProviderFault } from '../provider-faults.ts';
import type { OpenAiSettings } from '../provider-settings.ts';
import { openAiFault } from './openai-fault-rules.ts';
import { OutOfTime } from './stream-guard.ts';

/** The SDK would find out with a request of its own whether the runtime's fetch takes forms; without this it knows. */
const runtimeFetch = Object.assign((...asked: Parameters<typeof fetch>) => fetch(...asked), { Response: undefined });

export async function openAiClient(settings: OpenAiSettings): Promise<OpenAI> {
  const { default: Client } = await import('openai');
  return new Client({
    apiKey: settings.key,
    baseURL: settings.baseUrl,
    fetch: runtimeFetch,
    // Said, so that the SDK does not look for them in the environment.
    organization: null,
    project: null,
    // Whether to ask again, and whom, is the session's to decide.
    maxRetries: 0,
    // What a candidate says stands in what it would log.
    logLevel: 'off',
  });
}

/** Whatever a call threw, as the one error of the ports. */
export async function asOpenAiFault(thrown: unknown): Promise<ProviderFault> {
  if (thrown instanceof ProviderFault) return thrown;
  if (thrown instanceof OutOfTime) return new ProviderFault('openai', 'timeout');
  const { APIConnectionError, APIError } = await import('openai');
  if (thrown instanceof APIConnectionError) return new ProviderFault('openai', 'unavailable');
  if (thrown instanceof APIError) {
    const { headers } = thrown;
    return openAiFault({
      status: thrown.status ?? null,
      code: thrown.code ?? thrown.type ?? null,
      header: (name) => headers?.get(name) ?? null,
    });
  }
  // The line broke after the answer had begun, or what came was not JSON.
  return new ProviderFault('openai', 'malformed');
}

/** The answer is not what the wire promises. */
export function malformed(): ProviderFault {
  return new ProviderFault('openai', 'malformed');
}

export function isType(response: Response, type: string): boolean {
  return response.headers.get('content-type')?.toLowerCase().startsWith(type) === true;
}

/** The events of a stream, parsed as JSON. @throws ProviderFault when it is no stream of events */
export async function* eventsOf(response: Response, client: OpenAI): AsyncGenerator<unknown> {
  if (!isType(response, 'text/event-stream')) throw malformed();
  const { Stream } = await import('openai/streaming');
  yield* Stream.fromSSEResponse<unknown>(response, new AbortController(), client);
}
