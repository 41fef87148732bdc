/**
 * A recogniser that hears every word, late. Every second one writes no punctuation; the others write what the script
 * has a little after the word, and now and then a full stop where somebody only paused.
 */
import type { Played } from './played.ts';
import { seeded } from './seeded.ts';

export interface Caption {
  atMs: number;
  /** The turn so far. */
  text: string;
}

/** From the end of a word to its caption; the slowest third of turns has to wait longer. */
const DELAY_MS = { least: 250, spread: 150, slow: 350 };
const MARK_MS = 150;
const WRONG_STOP = 0.15;
/** A pause that a recogniser can take for the end of a sentence. */
const LONG_PAUSE_MS = 500;

export function captionsOf({ script, words, spoken }: Played): Caption[] {
  const random = seeded(script.seed + 77);
  const marks = script.seed % 2 === 0;
  const slow = random() < 1 / 3 ? DELAY_MS.slow : 0;
  const captions: Caption[] = [];
  let text = '';
  const write = (atMs: number, more: string) => {
    text += more;
    // A later word never shows before an earlier one.
    captions.push({ atMs: Math.max(atMs, captions.at(-1)?.atMs ?? 0), text });
  };
  for (const { text: word, endMs } of words) {
    const plain = word.replace(/[.,!?;:।،؟]+$/u, '');
    const seenMs = endMs + DELAY_MS.least + DELAY_MS.spread * random() + slow;
    write(seenMs, `${text === '' ? '' : ' '}${marks ? plain : plain.toLowerCase()}`);
    if (!marks) continue;
    const piece = spoken.findIndex((one) => Math.abs(one.endMs - endMs) < 1);
    const paused = piece >= 0 && piece < spoken.length - 1 && (script.pausesMs[piece] ?? 0) > LONG_PAUSE_MS;
    if (plain !== word) write(seenMs + MARK_MS, word.slice(plain.length));
    else if (paused && random() < WRONG_STOP) write(seenMs + MARK_MS, script.language === 'hi' ? '।' : '.');
  }
  return captions;
}
