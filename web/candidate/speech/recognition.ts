/**
 * What the candidate says, as text, recognised on this device. A recogniser that would send sound to a server is never
 * used: where the browser can't promise that, there is none, and the candidate types.
 */

export interface Heard {
  text: string;
  startMs: number;
  endMs: number;
}

export interface Listener {
  stop(): void;
}

interface Options {
  language: string;
  sessionNowMs: () => number;
  /** A stretch that will not change any more. */
  onHeard: (heard: Heard) => void;
  /** What it sounds like so far. */
  onGuess: (text: string) => void;
  /** It stopped for good, and typing is what is left. */
  onUnavailable: () => void;
}

/** What is used of the Web Speech API, which TypeScript does not describe in full. */
interface Recognizer extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  start(): void;
  abort(): void;
  onspeechstart: (() => void) | null;
  onresult: ((event: ResultEvent) => void) | null;
  onend: (() => void) | null;
  onerror: ((event: { error: string }) => void) | null;
}
interface ResultEvent {
  resultIndex: number;
  results: ArrayLike<{ isFinal: boolean; 0?: { transcript: string } }>;
}
interface RecognizerClass {
  new (): Recognizer;
  available?(options: { langs: string[]; processLocally: true }): Promise<string>;
}

function recognizerClass(): RecognizerClass | null {
  const found: unknown =
    Reflect.get(globalThis, 'SpeechRecognition') ?? Reflect.get(globalThis, 'webkitSpeechRecognition');
  // The browser's own class; its shape is known only from the specification.
  return typeof found === 'function' ? (found as unknown as RecognizerClass) : null;
}

export type Recognition = 'available' | 'downloadable' | 'unavailable';

/** Whether words can be recognised on this device in this language; 'downloadable' after a download by the browser. */
export async function recognition(language: string): Promise<Recognition> {
  const found = recognizerClass();
  if (found?.available === undefined || !('processLocally' in found.prototype)) return 'unavailable';
  try {
    const said = await found.available({ langs: [language], processLocally: true });
    if (said === 'available') return 'available';
    return said === 'downloadable' || said === 'downloading' ? 'downloadable' : 'unavailable';
  } catch {
    return 'unavailable';
  }
}

/** Errors after which listening goes on by itself. */
const PASSING: ReadonlySet<string> = new Set(['no-speech', 'aborted']);

/** Call only when {@link recognition} says 'available'. */
export function startListening(options: Options): Listener {
  const Class = recognizerClass();
  let stopped = false;
  if (Class === null) {
    options.onUnavailable();
    return { stop() {} };
  }
  const recognizer = new Class();
  recognizer.lang = options.language;
  recognizer.continuous = true;
  recognizer.interimResults = true;
  recognizer.processLocally = true;
  let beganMs: number | null = null;
  const now = () => Math.round(options.sessionNowMs());
  recognizer.onspeechstart = () => {
    beganMs ??= now();
  };
  recognizer.onresult = ({ resultIndex, results }) => {
    let guess = '';
    for (const result of Array.from(results).slice(resultIndex)) {
      const text = result[0]?.transcript.trim() ?? '';
      beganMs ??= now();
      if (!result.isFinal) guess += `${text} `;
      else if (text !== '') {
        options.onHeard({ text, startMs: beganMs, endMs: now() });
        beganMs = null;
      }
    }
    options.onGuess(guess.trim());
  };
  recognizer.onerror = ({ error }) => {
    if (stopped || PASSING.has(error)) return;
    stopped = true;
    options.onUnavailable();
  };
  // A recogniser ends by itself after a while of silence.
  recognizer.onend = () => {
    if (!stopped) recognizer.start();
  };
  recognizer.start();
  return {
    stop() {
      stopped = true;
      recognizer.abort();
    },
  };
}
