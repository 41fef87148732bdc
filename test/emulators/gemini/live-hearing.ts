/** What the candidate says, word by word while the sound comes: the part that is new since the last time. */
import type { Brains } from '../brains.ts';

/** Ears for a sound that still comes. */
export interface Recogniser {
  /** More of it: mono at 16 kHz. */
  push(pcm: Int16Array): void;
  /** All words so far; none is taken back. */
  text(): string;
  /** The sound is over: all words. */
  end(): Promise<string>;
}

/** One that hears when all is said. */
export function afterwards(ears: Brains['ears']): Recogniser {
  const sound: Int16Array[] = [];
  return {
    push: (pcm) => void sound.push(pcm),
    text: () => '',
    end: () => ears(joined(sound)),
  };
}

export interface Hearing {
  open(): boolean;
  begin(): void;
  push(pcm: Int16Array): void;
  /** All that was said since the beginning. */
  end(): Promise<string>;
}

/** One activity after the other; `tell` gets the words as they are made out. */
export function hearing(fresh: () => Recogniser, tell: (more: string) => void): Hearing {
  let now: { recogniser: Recogniser; more(text: string): string } | null = null;
  const told = (more: string) => {
    if (more !== '') tell(more);
  };
  return {
    open: () => now !== null,
    begin() {
      now = { recogniser: fresh(), more: increments() };
    },
    push(pcm) {
      if (now === null) return;
      now.recogniser.push(pcm);
      told(now.more(now.recogniser.text()));
    },
    async end() {
      const ended = now;
      now = null;
      if (ended === null) return '';
      const text = await ended.recogniser.end();
      told(ended.more(text));
      return text;
    },
  };
}

/** Words once told are not taken back, whatever the ears think of them later. */
function increments(): (text: string) => string {
  let told = 0;
  return (text) => {
    const words = text.split(/\s+/).filter((word) => word !== '');
    const more = words.slice(told).join(' ');
    const between = told > 0 && more !== '' ? ' ' : '';
    told = Math.max(told, words.length);
    return between + more;
  };
}

function joined(sound: Int16Array[]): Int16Array {
  const all = new Int16Array(sound.reduce((sum, pcm) => sum + pcm.length, 0));
  let at = 0;
  for (const pcm of sound) {
    all.set(pcm, at);
    at += pcm.length;
  }
  return all;
}
