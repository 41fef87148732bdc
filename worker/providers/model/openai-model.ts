/**
 * A model behind OpenAI's Responses API, or behind chat completions where a server knows only those. What a server or
 * a model does not take is left out after it said so once.
 */
import type { OpenAiSettings } from '../../provider-settings.ts';
import { asOpenAiFault, malformed, openAiClient } from '../openai-client.ts';
import { guarded, PATIENCE, type Patience, patienceFor } from '../stream-guard.ts';
import { wellFormedPieces } from '../well-formed-pieces.ts';
import type { Model, ThinkRequest } from './model.ts';
import { thinkByChat } from './openai-chat.ts';
import { thinkByResponses } from './openai-responses.ts';

/** A model below 50 tokens a second is too slow to talk with. */
const TOKEN_MS = 20;

/** What this server and this model take, as far as they have said. */
export interface Taken {
  api: 'responses' | 'chat';
  temperature: boolean;
  effort: boolean;
}

export function openAiModel(settings: OpenAiSettings, patience: Patience = PATIENCE): Model {
  const taken: Taken = { api: 'responses', temperature: true, effort: true };
  return {
    maker: 'openai',
    model: settings.model,
    async *think(request) {
      const enough = patienceFor(patience, request.maxTokens * TOKEN_MS);
      let answer = '';
      try {
        for await (const piece of wellFormedPieces(
          guarded((line) => thinking(settings, taken, request, line), enough, request.signal),
        )) {
          answer += piece;
          yield piece;
        }
        if (answer.trim() === '') throw malformed();
        // Throws when it is not whole; whether it fits the schema is for whoever gave the schema.
        if (request.schema !== null) JSON.parse(answer);
      } catch (thrown) {
        throw await asOpenAiFault(thrown);
      }
    },
  };
}

async function* thinking(
  settings: OpenAiSettings,
  taken: Taken,
  request: ThinkRequest,
  line: AbortSignal,
): AsyncGenerator<string> {
  const client = await openAiClient(settings);
  for (;;) {
    const think = taken.api === 'responses' ? thinkByResponses : thinkByChat;
    try {
      yield* think(client, settings.model, taken, request, line);
      return;
    } catch (thrown) {
      // An error that says what is not taken comes before any answer, so that nothing is said twice.
      if (!(await learnt(taken, thrown))) throw thrown;
    }
  }
}

/** Whether the error says that something is not taken here, and there is something left to try. */
async function learnt(taken: Taken, thrown: unknown): Promise<boolean> {
  const { APIError } = await import('openai');
  if (!(thrown instanceof APIError)) return false;
  if (thrown.status === 404 && thrown.code !== 'model_not_found' && taken.api === 'responses') {
    taken.api = 'chat';
    return true;
  }
  if (thrown.status !== 400) return false;
  if (thrown.param?.startsWith('reasoning') === true && taken.effort) {
    taken.effort = false;
    return true;
  }
  if (thrown.param === 'temperature' && taken.temperature) {
    taken.temperature = false;
    return true;
  }
  return false;
}
