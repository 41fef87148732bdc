/** What an error of OpenAI means to the session. */
import { expect, test } from 'vitest';
import { openAiFault } from '../../worker/providers/openai-fault-rules.ts';

function fault(status: number | null, code: string | null = null, headers: Record<string, string> = {}) {
  return openAiFault({ status, code, header: (name) => headers[name] ?? null });
}

test.each([
  [400, null, 'bad-request'],
  [400, 'content_policy_violation', 'refused'],
  [400, 'insufficient_quota', 'bad-request'],
  [401, 'invalid_api_key', 'wrong-key'],
  [403, 'unsupported_country_region_territory', 'wrong-key'],
  [404, 'model_not_found', 'bad-request'],
  [408, null, 'timeout'],
  [422, null, 'bad-request'],
  [429, 'rate_limit_exceeded', 'busy'],
  [429, null, 'busy'],
  [429, 'insufficient_quota', 'quota'],
  [500, 'server_error', 'unavailable'],
  [502, null, 'unavailable'],
  [503, 'rate_limit_exceeded', 'unavailable'],
  [null, 'server_error', 'unavailable'],
  [null, 'rate_limit_exceeded', 'busy'],
  [null, 'invalid_prompt', 'bad-request'],
  [null, 'a code that is new', 'unavailable'],
  [null, null, 'unavailable'],
])('%s %s is %s', (status, code, kind) => {
  expect(fault(status, code)).toMatchObject({ maker: 'openai', kind, status });
});

test.each([
  [{ 'retry-after-ms': '1500', 'retry-after': '2' }, 1500],
  [{ 'retry-after': '2' }, 2000],
  [{ 'retry-after': '0.5' }, 500],
  [{ 'retry-after': 'Tue, 24 Nov 2026 12:00:09 GMT', date: 'Tue, 24 Nov 2026 12:00:05 GMT' }, 4000],
  [{ 'retry-after': 'Tue, 24 Nov 2026 12:00:00 GMT', date: 'Tue, 24 Nov 2026 12:00:05 GMT' }, 0],
  [{ 'retry-after': 'Tue, 24 Nov 2026 12:00:09 GMT' }, null],
  [{ 'retry-after': 'soon' }, null],
  [{}, null],
])('%j is a wait of %s', (headers, waitMs) => {
  expect(fault(429, null, headers).retryAfterMs).toBe(waitMs);
});

test('nothing of what was said, and no key, is in a fault', () => {
  expect(fault(429, 'rate_limit_exceeded').message).toBe('openai: busy (429)');
});
