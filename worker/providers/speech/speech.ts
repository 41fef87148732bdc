/**
 * The speech port: ears that write down what was said, voices that say what is written. Sound is mono signed 16-bit
 * PCM everywhere: 16 kHz to the ears, 24 kHz from the voices. Every call throws ProviderFault and nothing else,
 * ends when `signal` says so, and keeps no sound.
 */
import type { Usage } from '../../domain/spend/usage-shape.ts';
import type { Maker } from '../../provider-faults.ts';

export const EAR_RATE = 16_000;
export const VOICE_RATE = 24_000;

export type Language = 'en' | 'ar' | 'hi';

export interface HearRequest {
  /** One stretch of speech, some hundred milliseconds to half a minute. */
  pcm: Int16Array;
  language: Language;
  /** Names and terms that may occur. */
  hints: readonly string[];
  signal: AbortSignal;
  /** Called with all of the text so far, while it is written. */
  onPartial?: (text: string) => void;
  onUsage: (usage: Usage) => void;
}

export interface Ears {
  readonly maker: Maker;
  readonly model: string;
  /** The words; empty when there were none in it. */
  hear(request: HearRequest): Promise<string>;
}

export interface SpeakRequest {
  text: string;
  language: Language;
  signal: AbortSignal;
  onUsage: (usage: Usage) => void;
}

export interface Voice {
  readonly maker: Maker;
  readonly model: string;
  /** Names maker, model and voice: the same text under the same name is the same sound, so that it can be kept. */
  readonly name: string;
  /** Sound as it comes; chunks are whole samples. */
  speak(request: SpeakRequest): AsyncIterable<Int16Array>;
}
