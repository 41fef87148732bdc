/** Counts a session's tokens as the service bills them: the whole context again with every turn. */
import { tokensIn } from './words.ts';

/** Both ways. */
const TOKENS_A_SECOND = 25;
/** Part of the prompt that no modality is given for: measured on the real service, between 25 and 51. */
const UNASSIGNED = 25;

export interface Spent {
  text: number;
  audio: number;
}

export interface Meter {
  wrote(text: string): void;
  heard(samples: number, rate: number): void;
  /** The usage of the turn in which this much was said; it is part of the context from then on. */
  turn(samplesSpoken: number, rate: number): object;
  spent(): Spent;
}

export function meter(before: Spent = { text: 0, audio: 0 }): Meter {
  const context = { ...before };
  const tokens = (samples: number, rate: number) => Math.ceil((samples / rate) * TOKENS_A_SECOND);
  return {
    wrote(text) {
      context.text += tokensIn(text);
    },
    heard(samples, rate) {
      context.audio += tokens(samples, rate);
    },
    turn(samplesSpoken, rate) {
      const spoken = tokens(samplesSpoken, rate);
      const prompt = context.text + context.audio + UNASSIGNED;
      const usage = {
        promptTokenCount: prompt,
        promptTokensDetails: [
          { modality: 'TEXT', tokenCount: context.text },
          { modality: 'AUDIO', tokenCount: context.audio },
        ],
        responseTokenCount: spoken,
        responseTokensDetails: [{ modality: 'AUDIO', tokenCount: spoken }],
        totalTokenCount: prompt + spoken,
      };
      context.audio += spoken;
      return usage;
    },
    spent: () => ({ ...context }),
  };
}
