/** What an error of OpenAI's API, or of a server that speaks it, means to us. Pure. */
import { type FaultKind, ProviderFault } from '../provider-faults.ts';

export interface OpenAiError {
  /** Null: it came inside a stream that had begun with 200. */
  status: number | null;
  /** Of the error's body: `code`, or `type` where there is no code. */
  code: string | null;
  header(name: string): string | null;
}

const BY_CODE: Record<string, FaultKind> = {
  insufficient_quota: 'quota',
  billing_hard_limit_reached: 'quota',
  rate_limit_exceeded: 'busy',
  server_error: 'unavailable',
  invalid_api_key: 'wrong-key',
  content_filter: 'refused',
  content_policy_violation: 'refused',
  bio_policy: 'refused',
  misalignment_policy_violation: 'refused',
  invalid_prompt: 'bad-request',
};

export function openAiFault(error: OpenAiError): ProviderFault {
  const wait = waitMs(error.header);
  return new ProviderFault('openai', kindOf(error), {
    ...(error.status === null ? {} : { status: error.status }),
    ...(wait === null ? {} : { retryAfterMs: wait }),
  });
}

function kindOf({ status, code }: OpenAiError): FaultKind {
  const named = code === null ? undefined : BY_CODE[code];
  if (status === null) return named ?? 'unavailable';
  // The key decides before the code: a 403 for a country is a key that is of no use here.
  if (status === 401 || status === 403) return 'wrong-key';
  if (status === 408) return 'timeout';
  if (status === 429) return named === 'quota' ? 'quota' : 'busy';
  if (status >= 500) return 'unavailable';
  return named === 'refused' ? 'refused' : 'bad-request';
}

/** How long to wait: in milliseconds, in seconds, or until a time, told by the answer's own clock. */
function waitMs(header: OpenAiError['header']): number | null {
  const exact = numberIn(header('retry-after-ms'));
  if (exact !== null) return exact;
  const after = header('retry-after');
  const seconds = numberIn(after);
  if (seconds !== null) return seconds * 1000;
  const until = Date.parse(after ?? '') - Date.parse(header('date') ?? '');
  return Number.isFinite(until) ? Math.max(0, until) : null;
}

function numberIn(text: string | null): number | null {
  if (text === null || !/^\d+(\.\d+)?$/.test(text.trim())) return null;
  return Number(text);
}
