/** What the candidate says, word by word while the sound comes: the part that is new since the last time. */
import type { Brains, Listening } from '../brains.ts';

export interface Hearing {
  open(): boolean;
  begin(): void;
  push(pcm: Int16Array): void;
  /** All that was said since the beginning. */
  end(): Promise<string>;
}

interface Activity {
  /** What came is taken in order, however long the ears take to be ready. */
  done: Promise<Listening>;
  sound: Int16Array[];
  more(text: string): string;
}

/** One activity after the other; `tell` gets the words as they are made out. */
export function hearing({ listen, ears }: Brains, tell: (more: string) => void): Hearing {
  let now: Activity | null = null;
  const told = (more: string) => {
    if (more !== '') tell(more);
  };
  return {
    open: () => now !== null,
    begin() {
      now = { done: listen(), sound: [], more: increments() };
    },
    push(pcm) {
      const activity = now;
      if (activity === null) return;
      activity.sound.push(pcm);
      activity.done = activity.done.then((listening) => {
        listening.push(pcm);
        told(activity.more(listening.text()));
        return listening;
      });
    },
    async end() {
      const ended = now;
      now = null;
      if (ended === null) return '';
      // Ears know some sounds only as a whole.
      const text = (await ended.done).end() || (await ears(joined(ended.sound)));
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
