/** What the candidate says, word by word while the sound comes: the part that is new since the last time. */
import type { Brains } from '../brains.ts';

/** Hears while the sound comes. */
export interface Recogniser {
  push(pcm: Int16Array): void;
  /** All that was heard so far. */
  text(): string;
  /** No more sound comes. */
  end(): Promise<string>;
}

/** One that hears when all is said. */
export function afterwards(ears: Brains['ears']): Recogniser {
  const heard: Int16Array[] = [];
  return {
    push: (pcm) => void heard.push(pcm),
    text: () => '',
    async end() {
      const all = new Int16Array(heard.reduce((sum, pcm) => sum + pcm.length, 0));
      let at = 0;
      for (const pcm of heard) {
        all.set(pcm, at);
        at += pcm.length;
      }
      return await ears(all);
    },
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

/** Words once told are not taken back, whatever a recogniser thinks of them later. */
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
