/** One thought by chat completions, the older API, which is all that many servers of one's own know. */
import type OpenAI from 'openai';
import { array, nullish, number, object, safeParse, string } from 'valibot';
import { ProviderFault } from '../../provider-faults.ts';
import { eventsOf, malformed } from '../openai-client.ts';
import type { ThinkRequest } from './model.ts';
import type { Taken } from './openai-model.ts';

const chunkSchema = object({
  choices: array(
    object({
      delta: object({ content: nullish(string()), refusal: nullish(string()) }),
      finish_reason: nullish(string()),
    }),
  ),
  usage: nullish(object({ prompt_tokens: number(), completion_tokens: number() })),
});

/** @throws ProviderFault for an answer that is not whole; what the SDK throws for a request that was refused */
export async function* thinkByChat(
  client: OpenAI,
  model: string,
  taken: Taken,
  request: ThinkRequest,
  line: AbortSignal,
): AsyncGenerator<string> {
  const { instructions, input, schema, temperature } = request;
  const response = await client.chat.completions
    .create(
      {
        model,
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: input },
        ],
        stream: true,
        stream_options: { include_usage: true },
        // The name that every server knows; the newer one is OpenAI's own, which has the newer API too.
        max_tokens: request.maxTokens,
        ...(taken.temperature ? { temperature } : {}),
        ...(schema === null
          ? {}
          : { response_format: { type: 'json_schema' as const, json_schema: { strict: true, ...schema } } }),
      },
      { signal: line },
    )
    .asResponse();
  let whole = false;
  for await (const raw of eventsOf(response, client)) {
    const parsed = safeParse(chunkSchema, raw);
    if (!parsed.success) throw malformed();
    const { choices, usage } = parsed.output;
    for (const { delta, finish_reason } of choices) {
      if (delta.refusal) throw new ProviderFault('openai', 'refused');
      if (delta.content) yield delta.content;
      if (finish_reason) whole = endsWhole(finish_reason);
    }
    if (!usage) continue;
    request.onUsage({ maker: 'openai', model, unit: 'text-in-tokens', amount: usage.prompt_tokens });
    request.onUsage({ maker: 'openai', model, unit: 'text-out-tokens', amount: usage.completion_tokens });
  }
  if (!whole) throw malformed();
}

/** @throws ProviderFault when it ended for another reason than being said */
function endsWhole(reason: string): boolean {
  if (reason === 'content_filter') throw new ProviderFault('openai', 'refused');
  if (reason !== 'stop') throw malformed();
  return true;
}
