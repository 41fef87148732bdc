/** How OpenAI's API words what it sends: errors, headers, ids, streams. */
import { type Ask, Refused } from '../door.ts';
import { type Answer, type Refusal, WAIT_MS } from '../faults.ts';

export interface ErrorWords {
  message: string;
  type?: string;
  param?: string | null;
  code?: string | null;
}

let answers = 0;

/** The headers of every answer; the emulator counts nothing, so that nothing is ever used up. */
export function headers(contentType: string): Record<string, string> {
  answers += 1;
  return {
    'content-type': contentType,
    'openai-version': '2020-10-01',
    'openai-processing-ms': '12',
    'x-request-id': `req_${answers.toString(16).padStart(32, '0')}`,
    'x-ratelimit-limit-requests': '5000',
    'x-ratelimit-limit-tokens': '2000000',
    'x-ratelimit-remaining-requests': '4999',
    'x-ratelimit-remaining-tokens': '1999000',
    'x-ratelimit-reset-requests': '12ms',
    'x-ratelimit-reset-tokens': '30ms',
  };
}

export function json(value: unknown, status = 200): Answer {
  return { status, headers: headers('application/json'), chunks: [JSON.stringify(value)] };
}

export function events(chunks: string[]): Answer {
  return { status: 200, headers: headers('text/event-stream; charset=utf-8'), chunks };
}

export function problem(status: number, words: ErrorWords): Answer {
  const { message, type = 'invalid_request_error', param = null, code = null } = words;
  return json({ error: { message, type, param, code } }, status);
}

export function refuse(status: number, words: ErrorWords): never {
  throw new Refused(problem(status, words));
}

/** A name that ids of one kind begin with, and a number that no other has. */
export function newId(kind: string): string {
  answers += 1;
  return `${kind}_${answers.toString(16).padStart(24, '0')}`;
}

/** A text in the pieces that a model says it in. */
export function pieces(text: string): string[] {
  return text.match(/\s*\S+\s*?(?=\s|$)|\s+$/g) ?? [];
}

/** About four letters. */
export function tokensIn(text: string): number {
  return Math.ceil(text.length / 4);
}

export function faultAnswer(refusal: Refusal): Answer {
  switch (refusal) {
    case 'busy-with-wait': {
      const answer = busy();
      const wait = { 'retry-after': String(Math.ceil(WAIT_MS / 1000)), 'retry-after-ms': String(WAIT_MS) };
      return { ...answer, headers: { ...answer.headers, ...wait, 'x-should-retry': 'true' } };
    }
    case 'busy':
      return busy();
    case 'quota':
      return problem(429, {
        message: 'You exceeded your current quota, please check your plan and billing details.',
        type: 'insufficient_quota',
        code: 'insufficient_quota',
      });
    case 'broken':
      return problem(500, { message: 'The server had an error while processing your request.', type: 'server_error' });
    case 'overloaded':
      return problem(503, { message: 'The engine is currently overloaded.', type: 'service_unavailable_error' });
    case 'wrong-key':
      return wrongKey();
  }
}

function busy(): Answer {
  return problem(429, {
    message: 'Rate limit reached for requests per minute.',
    type: 'requests',
    code: 'rate_limit_exceeded',
  });
}

export function wrongKey(): Answer {
  return problem(401, { message: 'Incorrect API key provided.', code: 'invalid_api_key' });
}

export function nowhere(ask: Ask): Answer {
  return problem(404, { message: `Invalid URL (${ask.method} ${ask.path})` });
}

export function unknownModel(model: string): never {
  return refuse(404, {
    message: `The model '${model}' does not exist or you do not have access to it.`,
    param: 'model',
    code: 'model_not_found',
  });
}
