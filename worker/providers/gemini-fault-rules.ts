/** What an error of the Gemini API means to us: by status and body over HTTP, by code and reason over a socket. Pure. */
import { array, fallback, object, optional, safeParse, string } from 'valibot';
import { type FaultKind, ProviderFault } from '../provider-faults.ts';

/** The part of google.rpc.Status that says something; whatever else is in it is left alone. */
const errorSchema = object({
  error: object({
    status: fallback(string(), ''),
    message: fallback(string(), ''),
    details: fallback(
      array(
        object({
          '@type': fallback(string(), ''),
          reason: fallback(optional(string()), undefined),
          retryDelay: fallback(optional(string()), undefined),
          violations: fallback(optional(array(object({ quotaId: fallback(string(), '') }))), undefined),
        }),
      ),
      [],
    ),
  }),
});

/** The fault that an answer other than 200 stands for. `body` is read for its codes and never kept. */
export function geminiFault(status: number, body: string): ProviderFault {
  const read = safeParse(errorSchema, parsed(body));
  const { details, message, status: name } = read.success ? read.output.error : NOTHING;
  const retryAfterMs = details.map((one) => durationMs(one.retryDelay)).find((ms) => ms !== null);
  const daily = details.some((one) => one.violations?.some(({ quotaId }) => /PerDay/i.test(quotaId)));
  const reasons = details.map((one) => one.reason);
  const kind = kindOf(status, { name, message, reasons, usedUp: daily || /billing|spend(ing)? cap/i.test(message) });
  // Waiting does not help an account that is used up until tomorrow.
  const wait = kind === 'quota' ? undefined : retryAfterMs;
  return new ProviderFault('gemini', kind, { status, ...(wait === undefined ? {} : { retryAfterMs: wait }) });
}

const NOTHING = { details: [], message: '', status: '' };

interface Said {
  name: string;
  message: string;
  reasons: (string | undefined)[];
  usedUp: boolean;
}

function kindOf(status: number, { name, message, reasons, usedUp }: Said): FaultKind {
  // A key that is none answers 400, not 401.
  if (reasons.includes('API_KEY_INVALID') || KEY.test(message)) return 'wrong-key';
  // 400: the country that the call comes from is not served.
  if (name === 'FAILED_PRECONDITION') return 'refused';
  if (status === 401 || status === 403) return 'wrong-key';
  // Google's "resource exhausted" is both: asked too fast, which passes, and a quota of the day, which does not.
  if (status === 429) return usedUp ? 'quota' : 'busy';
  if (status === 408 || status === 504) return 'timeout';
  if (status >= 500) return 'unavailable';
  // 200 with something else in it is the reader's to see; a redirect or a 1xx is nothing that the API promises.
  return status >= 400 ? 'bad-request' : 'malformed';
}

const KEY = /api key|api_key|credential|unauthenticated/i;

/** The fault that the provider's closing of a Live socket stands for. Its reason is cut at 123 bytes. */
export function geminiCloseFault(code: number, reason: string): ProviderFault {
  return new ProviderFault('gemini', closeKind(code, reason), { status: code });
}

function closeKind(code: number, reason: string): FaultKind {
  if (KEY.test(reason)) return 'wrong-key';
  // Both name a quota; the one that is used up says that it was exceeded.
  if (/exceeded|billing/i.test(reason)) return 'quota';
  if (/exhausted/i.test(reason)) return 'busy';
  if (code === 1007) return 'bad-request';
  if (code === 1008) return 'refused';
  if (code === 1011 || code === 1012 || code === 1013) return 'unavailable';
  return 'closed';
}

/** A google.protobuf.Duration in JSON, `"9.5s"`, in milliseconds; null when it is none. */
export function durationMs(duration: string | undefined): number | null {
  const seconds = /^(\d+(?:\.\d{1,9})?)s$/.exec(duration ?? '')?.[1];
  return seconds === undefined ? null : Math.round(Number(seconds) * 1000);
}

function parsed(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    // Streams wrap their error in an array.
    return Array.isArray(value) ? value[0] : value;
  } catch {
    return null;
  }
}
