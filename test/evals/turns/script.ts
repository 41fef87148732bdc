/** A turn of the recorded set as it is written down, and as it is played: what is said when, and the pauses between. */
import type { SpokenLanguage } from '../../../web/candidate/speech/spoken-rules.ts';
import type { Noise } from './noises.ts';
import { seeded } from './seeded.ts';

export interface Said {
  kind: 'complete' | 'trailing' | 'number' | 'list' | 'short' | 'open end' | 'noise';
  /** Each bar is a pause inside the turn. */
  text: string;
  /** Heard in every pause, and after the end. */
  during?: Noise;
  /** Heard all the time. */
  behind?: Noise;
}

export interface TurnScript extends Said {
  name: string;
  language: SpokenLanguage;
  /** What is said between the pauses. */
  pieces: string[];
  /** One less than the pieces. */
  pausesMs: number[];
  /** Which of its language's voices speaks it. */
  voice: number;
  seed: number;
}

/**
 * Lengths of pauses are drawn, not chosen: log-normal, so that of all pauses 57 % are over 300 ms, 26 % over 600 ms and
 * 4 % over 1.6 s, as in the public set on which plain silence detection cuts 56, 22 and 5 % (performance of eot-bench).
 */
const PAUSE = { medianMs: 350, sigma: 0.85, leastMs: 120, mostMs: 3000 };

export function scriptsOf(language: SpokenLanguage, said: readonly Said[], draw: number): TurnScript[] {
  return said.map((one, at) => {
    const name = `${language} ${at + 1}`;
    const seed = draw * 10_000 + at * 3 + { en: 0, hi: 1, ar: 2 }[language];
    const random = seeded(seed);
    const pieces = one.text.split('|').map((piece) => piece.trim());
    const pausesMs = pieces.slice(1).map(() => Math.round(pauseMs(random)));
    return { ...one, name, language, pieces, pausesMs, voice: at % 3, seed };
  });
}

function pauseMs(random: () => number): number {
  // Box and Muller's way from two even numbers to one of the bell.
  const bell = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const drawn = PAUSE.medianMs * Math.exp(PAUSE.sigma * bell);
  return Math.min(PAUSE.mostMs, Math.max(PAUSE.leastMs, drawn));
}
