/** One thought by OpenAI's Responses API, streamed, kept nowhere. */
import type OpenAI from 'openai';
import { literal, nullish, number, object, optional, safeParse, string, variant } from 'valibot';
import { ProviderFault } from '../../provider-faults.ts';
import { eventsOf, malformed } from '../openai-client.ts';
import { openAiFault } from '../openai-fault-rules.ts';
import type { ThinkRequest } from './model.ts';
import type { Taken } from './openai-model.ts';

/** The API takes no smaller limit. */
const LEAST_TOKENS = 16;

const usage = nullish(object({ input_tokens: number(), output_tokens: number() }));
const text = { sequence_number: optional(number()), delta: string() };
const eventSchema = variant('type', [
  object({ type: literal('response.output_text.delta'), ...text }),
  object({ type: literal('response.output_text.done'), text: string() }),
  object({ type: literal('response.refusal.delta') }),
  object({ type: literal('response.completed'), response: object({ usage }) }),
  object({
    type: literal('response.incomplete'),
    response: object({ usage, incomplete_details: nullish(object({ reason: optional(string()) })) }),
  }),
  object({ type: literal('response.failed'), response: object({ usage, error: nullish(object({ code: string() })) }) }),
]);

/** @throws ProviderFault for an answer that is not whole; what the SDK throws for a request that was refused */
export async function* thinkByResponses(
  client: OpenAI,
  model: string,
  taken: Taken,
  request: ThinkRequest,
  line: AbortSignal,
): AsyncGenerator<string> {
  const { instructions, input, schema, temperature } = request;
  const response = await client.responses
    .create(
      {
        model,
        instructions,
        input,
        store: false,
        stream: true,
        max_output_tokens: Math.max(LEAST_TOKENS, request.maxTokens),
        ...(taken.temperature ? { temperature } : {}),
        // A person waits; the question is small.
        ...(taken.effort ? { reasoning: { effort: 'none' as const } } : {}),
        ...(schema === null ? {} : { text: { format: { type: 'json_schema' as const, strict: true, ...schema } } }),
      },
      { signal: line },
    )
    .asResponse();
  const spent = (used: { input_tokens: number; output_tokens: number } | null | undefined) => {
    if (!used) return;
    request.onUsage({ maker: 'openai', model, unit: 'text-in-tokens', amount: used.input_tokens });
    request.onUsage({ maker: 'openai', model, unit: 'text-out-tokens', amount: used.output_tokens });
  };
  let said = '';
  let last = -1;
  for await (const raw of eventsOf(response, client)) {
    const parsed = safeParse(eventSchema, raw);
    if (!parsed.success) continue;
    const event = parsed.output;
    switch (event.type) {
      case 'response.output_text.delta':
        // Events are numbered: one that comes again is not said again.
        if (event.sequence_number !== undefined && event.sequence_number <= last) break;
        last = event.sequence_number ?? last;
        said += event.delta;
        yield event.delta;
        break;
      case 'response.output_text.done':
        if (event.text !== said) throw malformed();
        break;
      case 'response.refusal.delta':
        throw new ProviderFault('openai', 'refused');
      case 'response.completed':
        spent(event.response.usage);
        return;
      case 'response.incomplete':
        spent(event.response.usage);
        throw new ProviderFault(
          'openai',
          event.response.incomplete_details?.reason === 'content_filter' ? 'refused' : 'malformed',
        );
      case 'response.failed':
        spent(event.response.usage);
        throw openAiFault({ status: null, code: event.response.error?.code ?? null, header: () => null });
    }
  }
  throw malformed();
}
