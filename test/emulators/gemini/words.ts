/** How Gemini's API words what it sends: errors, ids, streams; each answer is checked before it goes out. */
import { type Ask, Refused } from '../door.ts';
import { type Answer, type Refusal, WAIT_MS } from '../faults.ts';
import { messageOf } from './descriptors.ts';
import { faultsIn } from './strict-json.ts';

const STATUS: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

export function json(value: unknown, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=UTF-8' }, chunks: [JSON.stringify(value)] };
}

export function events(answers: object[]): Answer {
  const chunks = answers.map((answer) => `data: ${JSON.stringify(checked('GenerateContentResponse', answer))}\r\n\r\n`);
  return { status: 200, headers: { 'content-type': 'text/event-stream' }, chunks };
}

/** @throws Error when the emulator itself would break the contract that it examines */
export function checked<Message extends object>(name: string, message: Message): Message {
  const type = messageOf('v1beta', name);
  const faults = type === null ? ['No such message'] : faultsIn(type, message);
  if (faults.length > 0) throw new Error(`The emulator's own ${name} is wrong: ${faults.join(' ')}`);
  return message;
}

export function problem(status: number, message: string, details: object[] = []): Answer {
  const error = { code: status, message, status: STATUS[status], ...(details.length === 0 ? {} : { details }) };
  return json({ error }, status);
}

export function refuse(status: number, message: string): never {
  throw new Refused(problem(status, message));
}

const type = (name: string) => ({ '@type': `type.googleapis.com/google.rpc.${name}` });

/** For fields that the descriptors do not know, or not so. */
export function invalidPayload(faults: string[]): Answer {
  const message = faults.map((fault) => `Invalid JSON payload received. ${fault}`).join('\n');
  const violations = { ...type('BadRequest'), fieldViolations: faults.map((description) => ({ description })) };
  return problem(400, message, [violations]);
}

export function faultAnswer(refusal: Refusal): Answer {
  switch (refusal) {
    case 'busy-with-wait':
      return problem(429, 'Quota exceeded for requests per minute.', [
        { ...type('RetryInfo'), retryDelay: `${WAIT_MS / 1000}s` },
        { ...type('QuotaFailure'), violations: [{ quotaId: 'GenerateRequestsPerMinutePerProjectPerModel' }] },
      ]);
    case 'busy':
      return problem(429, 'Resource has been exhausted (e.g. check quota).');
    case 'quota':
      return problem(429, 'You exceeded your current quota, please check your plan and billing details.', [
        { ...type('QuotaFailure'), violations: [{ quotaId: 'GenerateRequestsPerDayPerProjectPerModel' }] },
        { ...type('RetryInfo'), retryDelay: '31s' },
      ]);
    case 'broken':
      return problem(500, 'An internal error has occurred.');
    case 'overloaded':
      return problem(503, 'The model is overloaded. Please try again later.');
    case 'wrong-key':
      return wrongKey();
  }
}

export const WRONG_KEY = 'API key not valid. Please pass a valid API key.';

export function wrongKey(): Answer {
  const info = { ...type('ErrorInfo'), reason: 'API_KEY_INVALID', domain: 'googleapis.com' };
  return problem(400, WRONG_KEY, [info]);
}

export function noKey(): Answer {
  return problem(
    403,
    "Method doesn't allow unregistered callers. Please use API Key or other form of API consumer identity.",
  );
}

/** Google's own page, not JSON. */
export function nowhere(ask: Ask): Answer {
  const page = `<!DOCTYPE html>\n<title>Error 404 (Not Found)!!1</title>\n<p>The requested URL ${ask.path} was not found on this server.`;
  return { status: 404, headers: { 'content-type': 'text/html; charset=UTF-8' }, chunks: [page] };
}

let answers = 0;

/** A name that no other answer has. */
export function newId(kind: string): string {
  answers += 1;
  return `${kind}${answers.toString(36).padStart(12, '0')}`;
}

/** A text in the pieces that a model says it in. */
export function pieces(text: string): string[] {
  return text.match(/\s*\S+(\s+\S+)?\s*?(?=\s|$)|\s+$/g) ?? [];
}

/** About four letters. */
export function tokensIn(text: string): number {
  return Math.ceil(text.length / 4);
}
