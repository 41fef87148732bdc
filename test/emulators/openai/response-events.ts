/** One answer of the Responses API as the object that it is, and as the events that tell it. */
import { newId, pieces, tokensIn } from './words.ts';

export interface ResponseFields {
  model: string;
  instructions?: string | undefined;
  input: string;
  temperature?: number | undefined;
  reasoning?: { effort?: string | undefined } | undefined;
  text?: { format?: unknown } | undefined;
  max_output_tokens?: number | undefined;
  metadata?: Record<string, string> | undefined;
}

/** What came of it: all of a text, a text that reached its limit, or a refusal. */
export interface Said {
  kind: 'text' | 'cut' | 'refusal';
  text: string;
}

/** A fixed clock: the same question has the same answer. */
const CREATED_AT = 1_790_000_000;

interface Ids {
  response: string;
  message: string;
}

/** As it stands at the beginning and at the end. */
export function responseOf(fields: ResponseFields, said: Said, at: 'begun' | 'ended', ids: Ids = newIds()) {
  const ended = at === 'ended';
  const status = !ended ? 'in_progress' : said.kind === 'cut' ? 'incomplete' : 'completed';
  return {
    id: ids.response,
    object: 'response',
    created_at: CREATED_AT,
    status,
    background: false,
    error: null,
    incomplete_details: ended && said.kind === 'cut' ? { reason: 'max_output_tokens' } : null,
    instructions: fields.instructions ?? null,
    max_output_tokens: fields.max_output_tokens ?? null,
    model: fields.model,
    output: ended ? [messageOf(said, 'ended', ids)] : [],
    parallel_tool_calls: true,
    previous_response_id: null,
    reasoning: { effort: fields.reasoning?.effort ?? null, summary: null },
    temperature: fields.temperature ?? 1,
    text: fields.text ?? { format: { type: 'text' } },
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    truncation: 'disabled',
    ...(ended ? { usage: usageOf(fields, said.text) } : {}),
    metadata: fields.metadata ?? {},
  };
}

function messageOf(said: Said, at: 'begun' | 'ended', ids: Ids) {
  const status = at === 'begun' ? 'in_progress' : said.kind === 'cut' ? 'incomplete' : 'completed';
  const content = at === 'begun' ? [] : [partOf(said, said.text)];
  return { id: ids.message, type: 'message', status, role: 'assistant', content };
}

function partOf({ kind }: Said, text: string) {
  return kind === 'refusal'
    ? { type: 'refusal', refusal: text }
    : { type: 'output_text', annotations: [], logprobs: [], text };
}

/** The stream, event by event. */
export function story(fields: ResponseFields, said: Said): string[] {
  const ids = newIds();
  const place = { item_id: ids.message, output_index: 0, content_index: 0 };
  const begun = responseOf(fields, said, 'begun', ids);
  const ended = responseOf(fields, said, 'ended', ids);
  const refusal = said.kind === 'refusal';
  const told: { type: string; [field: string]: unknown }[] = [
    { type: 'response.created', response: begun },
    { type: 'response.in_progress', response: begun },
    { type: 'response.output_item.added', output_index: 0, item: messageOf(said, 'begun', ids) },
    { type: 'response.content_part.added', ...place, part: partOf(said, '') },
    ...pieces(said.text).map((delta) =>
      refusal
        ? { type: 'response.refusal.delta', ...place, delta }
        : { type: 'response.output_text.delta', ...place, delta, logprobs: [] },
    ),
    refusal
      ? { type: 'response.refusal.done', ...place, refusal: said.text }
      : { type: 'response.output_text.done', ...place, text: said.text, logprobs: [] },
    { type: 'response.content_part.done', ...place, part: partOf(said, said.text) },
    { type: 'response.output_item.done', output_index: 0, item: messageOf(said, 'ended', ids) },
    { type: `response.${ended.status}`, response: ended },
  ];
  return told.map(
    (event, at) => `event: ${event.type}\ndata: ${JSON.stringify({ ...event, sequence_number: at })}\n\n`,
  );
}

function newIds(): Ids {
  return { response: newId('resp'), message: newId('msg') };
}

function usageOf(fields: ResponseFields, text: string) {
  const [input, output] = [tokensIn((fields.instructions ?? '') + fields.input), tokensIn(text)];
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: input + output,
  };
}
