/** What an emulator can be told to do wrong, as a closed set, and how each fault changes an answer on its way out. */

export const FAULTS = [
  /** 429, and it says how long to wait. */
  'busy-with-wait',
  'busy',
  /** 429 for an account that is used up. */
  'quota',
  /** 500 and 503. */
  'broken',
  'overloaded',
  /** 401. */
  'wrong-key',
  /** The call is taken and never answered. */
  'silence',
  /** The answer goes on and on. */
  'endless',
  /** One byte a second. */
  'trickle',
  /** Ends properly, in the middle of what it says. */
  'cut',
  /** The line breaks in the middle of the answer. */
  'broken-line',
  /** JSON, but of another shape. */
  'wrong-schema',
  /** A proxy's page, with 200. */
  'html',
  'empty',
  /** Every chunk comes twice. */
  'twice',
  /** The provider will not answer this. */
  'refusal',
  /** It would have said more: the limit of tokens was reached. */
  'incomplete',
  /** Sockets only, told to the emulator that holds the socket. */
  'close-1007',
  'close-1008',
  'close-1011',
  'go-away',
  'mute',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Faults that are an error of the API itself, in the words of each emulator's own API. */
export type Refusal = Extract<Fault, 'busy-with-wait' | 'busy' | 'quota' | 'broken' | 'overloaded' | 'wrong-key'>;
const REFUSALS: readonly string[] = [
  'busy-with-wait',
  'busy',
  'quota',
  'broken',
  'overloaded',
  'wrong-key',
] satisfies Refusal[];

export function isRefusal(fault: Fault): fault is Refusal {
  return REFUSALS.includes(fault);
}

/** What `busy-with-wait` asks to wait. */
export const WAIT_MS = 1500;

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** As they go over the line. */
  chunks: (string | Uint8Array)[];
}

/** How an answer ends: as it should, by a broken line, or not at all, with what it goes on repeating. */
export interface Sending {
  answer: Answer;
  end: 'properly' | 'break' | 'never';
  /** Between chunks. */
  everyMs: number;
}

const TRICKLE_MS = 1000;
const ENDLESS_MS = 40;

/** The answer as the fault makes it. */
export function spoiled(answer: Answer, fault: Fault | null): Sending {
  const bytes = () => Buffer.concat(answer.chunks.map((chunk) => Buffer.from(chunk)));
  const half = () => bytes().subarray(0, Math.max(1, Math.floor(bytes().length * 0.6)));
  const proper = (changed: Answer): Sending => ({ answer: changed, end: 'properly', everyMs: 0 });
  switch (fault) {
    case 'silence':
      return { answer: { ...answer, chunks: [] }, end: 'never', everyMs: 0 };
    case 'endless':
      return {
        answer: { ...answer, chunks: answer.chunks.length > 1 ? answer.chunks.slice(0, -1) : [half()] },
        end: 'never',
        everyMs: ENDLESS_MS,
      };
    case 'trickle':
      return {
        answer: { ...answer, chunks: [...bytes()].map((byte) => Uint8Array.of(byte)) },
        end: 'properly',
        everyMs: TRICKLE_MS,
      };
    case 'cut':
      return proper({ ...answer, chunks: [half()] });
    case 'broken-line':
      return { answer: { ...answer, chunks: [half()] }, end: 'break', everyMs: 0 };
    case 'wrong-schema':
      return proper(anotherShape(answer));
    case 'html':
      return proper({
        status: 200,
        headers: { 'content-type': 'text/html' },
        chunks: ['<!doctype html><title>Welcome to the network</title><p>Sign in to go on.'],
      });
    case 'empty':
      return proper({ ...answer, chunks: [] });
    case 'twice':
      return proper({ ...answer, chunks: answer.chunks.flatMap((chunk) => [chunk, chunk]) });
    default:
      return proper(answer);
  }
}

function anotherShape(answer: Answer): Answer {
  const json = '{"status":"fine","items":[1,2,3]}';
  const streamed = answer.headers['content-type']?.startsWith('text/event-stream') === true;
  return streamed
    ? { ...answer, chunks: [`data: ${json}\n\n`] }
    : { ...answer, headers: { 'content-type': 'application/json' }, chunks: [json] };
}
