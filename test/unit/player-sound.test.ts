/** What is played of a recording when somebody asks for a moment of it: the element is a stand-in, the sound is ours. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSound, type Sound, type SoundFile } from '../../web/recruiter/player/sound.ts';

const FILE: SoundFile = {
  url: '/file',
  mime: 'audio/mp4; codecs="opus"',
  durationMs: 30_000,
  initBytes: 900,
  fragments: Array.from({ length: 30 }, (_, n) => [n * 1000, 900 + n * 4000, 4000]),
};

/** Plays in the time of the test's clock, as an audio element does in real time. */
class Element extends EventTarget {
  preload = '';
  src = '';
  paused = true;
  playbackRate = 1;
  private base = 0;
  private since = 0;

  get currentTime(): number {
    return this.base + (this.paused ? 0 : ((Date.now() - this.since) / 1000) * this.playbackRate);
  }

  set currentTime(seconds: number) {
    this.base = Math.min(seconds, FILE.durationMs / 1000);
    this.since = Date.now();
  }

  async play(): Promise<void> {
    if (!this.paused) return;
    this.since = Date.now();
    this.paused = false;
    this.dispatchEvent(new Event('play'));
  }

  pause(): void {
    if (this.paused) return;
    this.base = this.currentTime;
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }

  removeAttribute(): void {}
  load(): void {}
}

let element: Element;
let sound: Sound;

beforeEach(() => {
  vi.useFakeTimers();
  element = new Element();
  vi.stubGlobal('Audio', function made() {
    return element;
  });
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  sound = openSound(FILE);
});
afterEach(() => {
  sound.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a quote begins before its first sound, by less than a third of a second, and never after it', () => {
  sound.playSpan({ startMs: 12_000, endMs: 14_000 });
  expect(sound.state().playing).toBe(true);
  expect(sound.positionMs()).toBeLessThanOrEqual(12_000);
  expect(sound.positionMs()).toBeGreaterThan(11_700);
});

test('a quote at the very beginning begins there', () => {
  sound.playSpan({ startMs: 40, endMs: 900 });
  expect(sound.positionMs()).toBe(0);
});

test('a quote is heard to its last sound, and then it is quiet', () => {
  sound.playSpan({ startMs: 12_000, endMs: 14_000 });
  vi.advanceTimersByTime(2000);
  expect(sound.state()).toMatchObject({ playing: true, span: { startMs: 12_000 } });
  vi.advanceTimersByTime(1000);
  expect(sound.state()).toMatchObject({ playing: false, span: null });
  expect(sound.positionMs()).toBeGreaterThanOrEqual(14_000);
  expect(sound.positionMs()).toBeLessThan(14_600);
});

test('a quote beyond the recording plays nothing, and not the beginning', () => {
  sound.seek(5000);
  for (const startMs of [FILE.durationMs, FILE.durationMs + 45_000]) {
    sound.playSpan({ startMs, endMs: startMs + 900 });
    expect(sound.state()).toMatchObject({ playing: false, span: null });
    expect(sound.positionMs()).toBe(5000);
  }
});

test('play at the end begins anew, and a jump beyond the end stays within the recording', () => {
  sound.seek(99_000);
  expect(sound.positionMs()).toBe(FILE.durationMs);
  sound.play();
  expect(sound.positionMs()).toBe(0);
  vi.advanceTimersByTime(FILE.durationMs + 500);
  expect(sound.state().playing).toBe(false);
});

test('who jumps while a quote plays is not stopped at that quote’s end', () => {
  sound.playSpan({ startMs: 3000, endMs: 4000 });
  sound.seek(10_000);
  vi.advanceTimersByTime(3000);
  expect(sound.state()).toMatchObject({ playing: true, span: null });
});

test('whoever looks is told while it plays, and no more after it looked away', () => {
  let seen = 0;
  const away = sound.subscribe(() => {
    seen += 1;
  });
  sound.play();
  vi.advanceTimersByTime(1000);
  expect(seen).toBeGreaterThan(5);
  away();
  const before = seen;
  vi.advanceTimersByTime(1000);
  expect(seen).toBe(before);
});
