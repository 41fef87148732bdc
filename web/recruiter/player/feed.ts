/** Gives an audio element the bytes around its playhead, before it needs them. */
import type { FragmentCache } from './fragment-cache.ts';
import { type Fragment, fragmentAt } from './fragments.ts';

interface Options {
  audio: HTMLAudioElement;
  mime: string;
  durationMs: number;
  fragments: readonly Fragment[];
  cache: FragmentCache;
  onFailed: () => void;
}

export interface Feed {
  /** Looks at the playhead and brings what is missing from there on. */
  hungry(): void;
  close(): void;
}

const AHEAD = 12;
/** The first request after a jump is small, so that sound begins early. */
const FIRST_FETCH = 3;
const KEPT_BEHIND_S = 60;
const WAIT_AFTER_FAILURE_MS = 1500;

/** Whether the browser can play from pieces; else the element takes the whole file. */
export function canFeed(mime: string): boolean {
  return typeof MediaSource !== 'undefined' && MediaSource.isTypeSupported(mime);
}

export function startFeed({ audio, mime, durationMs, fragments, cache, onFailed }: Options): Feed {
  const source = new MediaSource();
  const address = URL.createObjectURL(source);
  let buffer: SourceBuffer | null = null;
  let busy = false;
  let closed = false;
  let failures = 0;
  audio.src = address;
  source.addEventListener('sourceopen', () => void open(), { once: true });

  async function open(): Promise<void> {
    try {
      const opened = source.addSourceBuffer(mime);
      source.duration = durationMs / 1000;
      await append(opened, await cache.init());
      buffer = opened;
      hungry();
    } catch {
      if (!closed) onFailed();
    }
  }

  function missing(): number | null {
    if (buffer === null) return null;
    const now = fragmentAt(fragments, audio.currentTime * 1000);
    for (let number = now; number < Math.min(fragments.length, now + AHEAD); number++) {
      if (!holds(buffer.buffered, middleOf(number))) return number;
    }
    return null;
  }

  function middleOf(number: number): number {
    const from = fragments[number]?.[0] ?? 0;
    const to = fragments[number + 1]?.[0] ?? durationMs;
    return (from + to) / 2000;
  }

  function hungry(): void {
    if (!busy && !closed && buffer !== null) void eat(buffer);
  }

  async function eat(into: SourceBuffer): Promise<void> {
    busy = true;
    try {
      for (let number = missing(); number !== null && !closed; number = missing()) {
        const bytes = cache.known(number);
        if (bytes !== undefined) await append(into, bytes);
        else await bring(number);
      }
      if (!closed) sayEnd(into);
      failures = 0;
    } catch {
      failures += 1;
      setTimeout(hungry, WAIT_AFTER_FAILURE_MS * failures);
    } finally {
      busy = false;
    }
  }

  /** A jump into the last moments is over only when the browser knows that nothing follows; more bytes open it again. */
  function sayEnd(into: SourceBuffer): void {
    const whole = holds(into.buffered, middleOf(fragments.length - 1));
    if (whole && source.readyState === 'open' && !into.updating) source.endOfStream();
  }

  /** A jump during the request makes another fragment urgent; then the request goes on behind. */
  async function bring(number: number): Promise<void> {
    const starved = number === fragmentAt(fragments, audio.currentTime * 1000);
    const count = starved ? FIRST_FETCH : AHEAD / 2;
    const numbers = Array.from({ length: count }, (_, i) => number + i).filter(
      (one) => one < fragments.length && cache.known(one) === undefined,
    );
    const jumped = once(audio, 'seeking');
    await Promise.race([cache.fetch(numbers, 'high'), jumped.happened]);
    jumped.forget();
  }

  async function append(into: SourceBuffer, bytes: ArrayBuffer): Promise<void> {
    try {
      into.appendBuffer(bytes);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
      into.remove(0, Math.max(0.1, audio.currentTime - KEPT_BEHIND_S));
      await once(into, 'updateend').happened;
      into.appendBuffer(bytes);
    }
    await once(into, 'updateend').happened;
  }

  audio.addEventListener('seeking', hungry);
  audio.addEventListener('timeupdate', hungry);
  return {
    hungry,
    close() {
      closed = true;
      audio.removeEventListener('seeking', hungry);
      audio.removeEventListener('timeupdate', hungry);
      URL.revokeObjectURL(address);
    },
  };
}

function holds(buffered: TimeRanges, seconds: number): boolean {
  for (let i = 0; i < buffered.length; i++) {
    if (buffered.start(i) <= seconds && seconds < buffered.end(i)) return true;
  }
  return false;
}

function once(target: EventTarget, name: string): { happened: Promise<void>; forget: () => void } {
  const gone = new AbortController();
  const happened = new Promise<void>((done) => {
    target.addEventListener(name, () => done(), { once: true, signal: gone.signal });
  });
  return { happened, forget: () => gone.abort() };
}
