/** A model behind Gemini's `streamGenerateContent`. What a model does not take is left out after it said so once. */
import type { GenerateContentConfig } from '@google/genai/web';
import { ProviderFault } from '../../provider-faults.ts';
import type { GeminiSettings } from '../../provider-settings.ts';
import type { AnswerPart } from '../gemini-answer-rules.ts';
import { asGeminiFault, geminiStream } from '../gemini-client.ts';
import { geminiUsage } from '../gemini-usage-rules.ts';
import { guarded, PATIENCE, type Patience, patienceFor } from '../stream-guard.ts';
import { wellFormedPieces } from '../well-formed-pieces.ts';
import type { Model, ThinkRequest } from './model.ts';

/** A model below 50 tokens a second is too slow to talk with. */
const TOKEN_MS = 20;
/** Thoughts count as output: without room of their own they would eat up a short answer. */
const THOUGHT_TOKENS = 1024;
const UNASSIGNED = { in: 'text', out: 'text' } as const;

export function geminiModel(settings: GeminiSettings, patience: Patience = PATIENCE): Model {
  /** Models before 3 refuse levels of thinking. */
  let levels = true;
  return {
    maker: 'gemini',
    model: settings.model,
    async *think(request) {
      const enough = patienceFor(patience, request.maxTokens * TOKEN_MS);
      const asking: Asking = { settings, request, levels, tokens: 0 };
      let answer = '';
      try {
        for await (const piece of wellFormedPieces(guarded((line) => thinking(asking, line), enough, request.signal))) {
          answer += piece;
          yield piece;
        }
        levels = asking.levels;
        // The room for thoughts is not for the answer: one that took it is longer than was wanted.
        if (answer.trim() === '' || asking.tokens > request.maxTokens) throw new ProviderFault('gemini', 'malformed');
        // Throws when it is not whole; whether it fits the schema is for whoever gave the schema.
        if (request.schema !== null) JSON.parse(answer);
      } catch (thrown) {
        throw await asGeminiFault(thrown);
      }
    },
  };
}

interface Asking {
  settings: GeminiSettings;
  request: ThinkRequest;
  levels: boolean;
  /** Of the answer, without thoughts, as the service counted them. */
  tokens: number;
}

async function* thinking(asking: Asking, line: AbortSignal): AsyncGenerator<string> {
  let said = false;
  try {
    for await (const { text } of asked(asking, line)) {
      if (text === undefined) continue;
      said = true;
      yield text;
    }
  } catch (thrown) {
    const fault = await asGeminiFault(thrown);
    if (!asking.levels || said || fault.kind !== 'bad-request') throw fault;
    asking.levels = false;
    for await (const { text } of asked(asking, line)) if (text !== undefined) yield text;
  }
}

async function* asked(asking: Asking, line: AbortSignal): AsyncGenerator<AnswerPart> {
  const { settings, request } = asking;
  const { ThinkingLevel } = await import('@google/genai/web');
  const little: GenerateContentConfig = { thinkingConfig: { thinkingLevel: ThinkingLevel.LOW } };
  const json: GenerateContentConfig =
    request.schema === null ? {} : { responseMimeType: 'application/json', responseJsonSchema: request.schema.schema };
  yield* geminiStream(settings, settings.model, {
    contents: [{ role: 'user', parts: [{ text: request.input }] }],
    config: {
      systemInstruction: { parts: [{ text: request.instructions }] },
      temperature: request.temperature,
      maxOutputTokens: request.maxTokens + THOUGHT_TOKENS,
      ...(asking.levels ? little : {}),
      ...json,
    },
    signal: line,
    used(usage) {
      asking.tokens = usage.candidatesTokenCount ?? 0;
      for (const one of geminiUsage(settings.model, usage, UNASSIGNED)) request.onUsage(one);
    },
  });
}
