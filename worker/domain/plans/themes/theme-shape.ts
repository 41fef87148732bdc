/** A thing that people are interviewed about: how it shows in a job description, what is asked, what an answer is worth. */
import type { Criterion } from '../plan-shape.ts';

export interface Theme {
  id: string;
  name: string;
  short: string;
  section: string;
  /** Words of a job description that speak of it, in lower case; a word ending in `*` stands for all that begin so. */
  words: readonly string[];
  /** The questions, the most telling first. */
  asks: readonly string[];
  /** What is asked on when none of `terms` was said. */
  probe: { terms: readonly string[]; say: string };
  levels: Criterion['levels'];
  indicators: readonly string[];
}
