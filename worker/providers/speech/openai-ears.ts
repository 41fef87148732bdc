/** Ears of OpenAI's transcription API, streamed where the model can. */
import { literal, nonOptional, number, object, optional, safeParse, string, variant } from 'valibot';
import type { Usage, UsageUnit } from '../../domain/spend/usage-shape.ts';
import type { OpenAiSettings } from '../../provider-settings.ts';
import { wellFormed } from '../../text-rules.ts';
import { asOpenAiFault, eventsOf, isType, malformed, openAiClient } from '../openai-client.ts';
import { guarded, PATIENCE, type Patience, patienceFor } from '../stream-guard.ts';
import { EAR_RATE, type Ears, type HearRequest, type Language } from './speech.ts';
import { wavOf } from './wav.ts';

/** The service refuses sound below this as too short; there is no word in it. */
const SHORTEST_MS = 100;
/** Slower than this share of the sound's own time, the words come too late to be of use. */
const SLOWEST = 0.5;

const usageSchema = variant('type', [
  object({
    type: literal('tokens'),
    input_tokens: number(),
    output_tokens: number(),
    input_token_details: optional(object({ audio_tokens: optional(number()), text_tokens: optional(number()) })),
  }),
  object({ type: literal('duration'), seconds: number() }),
]);
const wholeSchema = object({ text: string(), usage: optional(usageSchema) });
const eventSchema = variant('type', [
  object({ type: literal('transcript.text.delta'), delta: string() }),
  object({ type: literal('transcript.text.done'), ...wholeSchema.entries }),
]);
type Whole = { text: string; usage?: unknown };

interface Heard {
  text: string;
  whole: boolean;
}

export function openAiEars(settings: OpenAiSettings, patience: Patience = PATIENCE): Ears {
  return {
    maker: 'openai',
    model: settings.earsModel,
    async hear(request) {
      const soundMs = (request.pcm.length * 1000) / EAR_RATE;
      if (soundMs < SHORTEST_MS) return '';
      const enough = patienceFor(patience, soundMs * SLOWEST);
      try {
        for await (const { text, whole } of guarded(
          (line) => hearing(settings, request, soundMs, line),
          enough,
          request.signal,
        )) {
          if (whole) return wellFormed(text).trim();
          request.onPartial?.(wellFormed(text));
        }
        throw malformed();
      } catch (thrown) {
        throw await asOpenAiFault(thrown);
      }
    },
  };
}

async function* hearing(
  settings: OpenAiSettings,
  request: HearRequest,
  soundMs: number,
  line: AbortSignal,
): AsyncGenerator<Heard> {
  const client = await openAiClient(settings);
  const { pcm, language, hints } = request;
  const response = await client.audio.transcriptions
    .create(
      {
        file: new File([wavOf(pcm, EAR_RATE)], 'speech.wav', { type: 'audio/wav' }),
        model: settings.earsModel,
        response_format: 'json',
        stream: true,
        ...context(settings.earsModel, language, hints),
      },
      { signal: line },
    )
    .asResponse();
  const done = (whole: Whole): Heard => {
    for (const used of usageOf(settings.earsModel, whole.usage, soundMs)) request.onUsage(used);
    return { text: whole.text, whole: true };
  };
  // A model that does not stream answers at once.
  if (isType(response, 'application/json')) {
    const answer = safeParse(wholeSchema, await response.json());
    if (!answer.success) throw malformed();
    yield done(answer.output);
    return;
  }
  let text = '';
  for await (const raw of eventsOf(response, client)) {
    const event = safeParse(eventSchema, raw);
    // Events of other names are news that we have no use for.
    if (!event.success) continue;
    if (event.output.type === 'transcript.text.done') {
      yield done(event.output);
      return;
    }
    text += event.output.delta;
    yield { text, whole: false };
  }
}

/** What helps a model to hear right, in the fields of its generation. */
function context(model: string, language: Language, hints: readonly string[]) {
  if (!model.startsWith('gpt-transcribe'))
    return { language, ...(hints.length === 0 ? {} : { prompt: hints.join(', ') }) };
  // A keyword with a mark or a second line in it has the whole request refused.
  const keywords = hints.map((hint) => hint.replaceAll(/[<>\s]+/g, ' ').trim()).filter((hint) => hint !== '');
  return { languages: [language], ...(keywords.length === 0 ? {} : { keywords }) };
}

/** As the answer says; else the length of what was sent. */
function usageOf(model: string, raw: unknown, soundMs: number): Usage[] {
  const used = (unit: UsageUnit, amount: number): Usage => ({ maker: 'openai', model, unit, amount });
  const parsed = safeParse(nonOptional(usageSchema), raw);
  if (!parsed.success) return [used('audio-in-ms', Math.round(soundMs))];
  const usage = parsed.output;
  if (usage.type === 'duration') return [used('audio-in-ms', Math.round(usage.seconds * 1000))];
  const textIn = usage.input_token_details?.text_tokens ?? 0;
  return [
    used('audio-in-tokens', usage.input_token_details?.audio_tokens ?? usage.input_tokens - textIn),
    used('text-in-tokens', textIn),
    used('text-out-tokens', usage.output_tokens),
  ].filter(({ amount }) => amount > 0);
}
