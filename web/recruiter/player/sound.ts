/** A sealed recording as a thing to play: jump, play a span, speed. Parts of the page look at it by subscribing. */

import { bothEars } from './both-ears.ts';
import { canFeed, type Feed, startFeed } from './feed.ts';
import { createFragmentCache } from './fragment-cache.ts';
import { type Fragment, fragmentAt, neighbours } from './fragments.ts';

export interface SoundFile {
  url: string;
  mime: string;
  durationMs: number;
  initBytes: number;
  fragments: Fragment[];
}

export interface Span {
  startMs: number;
  endMs: number;
}

export interface SoundState {
  playing: boolean;
  positionMs: number;
  /** The span that was asked for last, while it is being played. */
  span: Span | null;
  speed: number;
  failed: boolean;
}

export interface Sound {
  durationMs: number;
  state(): SoundState;
  /** Where the playhead is at this very moment. */
  positionMs(): number;
  /** Called at every change, and ten times a second while playing. */
  subscribe(look: () => void): () => void;
  play(): void;
  pause(): void;
  seek(ms: number): void;
  /** Plays a span from a little before its first sound, and stops after its last. */
  playSpan(span: Span): void;
  setSpeed(speed: number): void;
  /** Brings the beginnings of these spans here, so that a press is heard at once. */
  prefetch(spans: readonly Span[]): Promise<void>;
  close(): void;
}

const LEAD_MS = 120;
const TAIL_MS = 250;
/** What is brought of every quote before anybody asks. */
const AT_HAND_MS = 2500;
const LOOK_MS = 100;
const END_MS = 100;

export function openSound(file: SoundFile): Sound {
  const audio = new Audio();
  audio.preload = 'auto';
  const cache = createFragmentCache(file.url, file.initBytes, file.fragments);
  const looking = new Set<() => void>();
  let span: Span | null = null;
  let failed = false;
  let feed: Feed | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  const ears = bothEars(audio);
  const fail = () => {
    failed = true;
    tell();
  };
  const whole = () => {
    feed?.close();
    feed = null;
    audio.preload = 'metadata';
    audio.src = file.url;
  };
  if (canFeed(file.mime)) feed = startFeed({ ...file, audio, cache, onFailed: whole });
  else whole();

  function tell(): void {
    for (const look of looking) look();
  }

  function tick(): void {
    const ms = positionMs();
    if (span !== null && ms > span.endMs + TAIL_MS) {
      span = null;
      audio.pause();
    }
    // Without the source's end being told an element waits for ever at its last moment.
    if (ms >= file.durationMs - END_MS) audio.pause();
    tell();
  }

  function positionMs(): number {
    return Math.min(file.durationMs, audio.currentTime * 1000);
  }

  function play(): void {
    ears.open();
    if (positionMs() >= file.durationMs - END_MS) audio.currentTime = 0;
    audio.play().catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'AbortError')) fail();
    });
  }

  audio.addEventListener('play', () => {
    clearInterval(timer);
    timer = setInterval(tick, LOOK_MS);
    tell();
  });
  audio.addEventListener('pause', () => {
    clearInterval(timer);
    tell();
  });
  audio.addEventListener('seeked', tell);
  audio.addEventListener('error', () => (feed === null ? fail() : whole()));

  return {
    durationMs: file.durationMs,
    state: () => ({ playing: !audio.paused, positionMs: positionMs(), span, speed: audio.playbackRate, failed }),
    positionMs,
    subscribe(look) {
      looking.add(look);
      return () => looking.delete(look);
    },
    play,
    pause: () => audio.pause(),
    seek(ms) {
      span = null;
      audio.currentTime = Math.min(Math.max(0, ms), file.durationMs) / 1000;
      tell();
    },
    playSpan(wanted) {
      // Beyond the end there is nothing of it, and an element would begin at the beginning.
      if (wanted.startMs >= file.durationMs - END_MS) return;
      span = wanted;
      audio.currentTime = Math.max(0, wanted.startMs - LEAD_MS) / 1000;
      play();
      tell();
    },
    setSpeed(speed) {
      audio.playbackRate = speed;
      tell();
    },
    async prefetch(spans) {
      if (feed === null) return;
      await cache.init();
      const wanted = spans.flatMap(({ startMs }) => {
        const first = fragmentAt(file.fragments, Math.max(0, startMs - LEAD_MS));
        const last = fragmentAt(file.fragments, startMs + AT_HAND_MS);
        return Array.from({ length: last - first + 1 }, (_, i) => first + i);
      });
      for (const group of neighbours(wanted)) await cache.fetch(group, 'low');
    },
    close() {
      clearInterval(timer);
      ears.close();
      looking.clear();
      feed?.close();
      audio.pause();
      audio.removeAttribute('src');
      audio.load();
    },
  };
}
