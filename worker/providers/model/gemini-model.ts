/** A model behind Gemini's `streamGenerateContent`. What a model does not take is left out after it said so once. */
import type { GenerateContentConfig } from '@google/genai/web';
import { ProviderFault } from '../../provider-faults.ts';
import type { GeminiSettings } from '../../provider-settings.ts';
import type { AnswerPart } from '../gemini-answer-rules.ts';
import { asGeminiFault, geminiStream } from '../gemini-client.ts';
import { geminiUsage } from '../gemini-usage-rules.ts';
import { guarded, PATIENCE, type Patience, patienceFor } from '../stream-guard.ts';
import type { Model, ThinkRequest } from './model.ts';

/** A model below 50 tokens a second is too slow to talk with. */
const TOKEN_MS = 20;
/** Thoughts count as output: without room of their own they would eat up a short answer. */
const THOUGHT_TOKENS = 1024;
const UNASSIGNED = { in: 'text', out: 'text' } as const;

export function geminiModel(settings: GeminiSettings, patience: Patience = PATIENCE): Model {
  /** Models before 3 refuse levels of thinking. */
  const takes = { levels: true };
  return {
    maker: 'gemini',
    model: settings.model,
    async *think(request) {
      const enough = patienceFor(patience, request.maxTokens * TOKEN_MS);
      let answer = '';
      let tokens = 0;
      const counted = (count: number) => {
        tokens = count;
      };
      const ask = (line: AbortSignal) => thinking(settings, takes, request, line, counted);
      try {
        for await (const piece of guarded(ask, enough, request.signal)) {
          answer += piece;
          yield piece;
        }
        // The room for thoughts is not for the answer: one that took it is longer than was wanted.
        if (answer.trim() === '' || tokens > request.maxTokens) throw new ProviderFault('gemini', 'malformed');
        // Throws when it is not whole; whether it fits the schema is for whoever gave the schema.
        if (request.schema !== null) JSON.parse(answer);
      } catch (thrown) {
        throw await asGeminiFault(thrown);
      }
    },
  };
}

async function* thinking(
  settings: GeminiSettings,
  takes: { levels: boolean },
  request: ThinkRequest,
  line: AbortSignal,
  counted: (tokens: number) => void,
): AsyncGenerator<string> {
  const levels = takes.levels;
  let said = false;
  try {
    for await (const { text } of asked(settings, levels, request, line, counted)) {
      if (text === undefined) continue;
      said = true;
      yield text;
    }
  } catch (thrown) {
    const fault = await asGeminiFault(thrown);
    if (!levels || said || fault.kind !== 'bad-request') throw fault;
    for await (const { text } of asked(settings, false, request, line, counted)) if (text !== undefined) yield text;
    takes.levels = false;
  }
}

async function* asked(
  settings: GeminiSettings,
  levels: boolean,
  request: ThinkRequest,
  line: AbortSignal,
  counted: (tokens: number) => void,
): AsyncGenerator<AnswerPart> {
  const { ThinkingLevel } = await import('@google/genai/web');
  const thinking: GenerateContentConfig = levels ? { thinkingConfig: { thinkingLevel: ThinkingLevel.LOW } } : {};
  const json: GenerateContentConfig =
    request.schema === null ? {} : { responseMimeType: 'application/json', responseJsonSchema: request.schema.schema };
  yield* geminiStream(settings, settings.model, {
    contents: [{ role: 'user', parts: [{ text: request.input }] }],
    config: {
      systemInstruction: { parts: [{ text: request.instructions }] },
      temperature: request.temperature,
      maxOutputTokens: request.maxTokens + THOUGHT_TOKENS,
      ...thinking,
      ...json,
    },
    signal: line,
    used: (usage) => {
      counted(usage.candidatesTokenCount ?? 0);
      for (const one of geminiUsage(settings.model, usage, UNASSIGNED)) request.onUsage(one);
    },
  });
}
