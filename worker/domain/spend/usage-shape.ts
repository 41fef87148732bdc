/** What a call to a provider used, in the units that the provider bills. Pure. */
import type { Maker } from '../../provider-faults.ts';

/** `…-tokens` are tokens as the provider counted them, context that is billed again included. */
export type UsageUnit =
  | 'text-in-tokens'
  | 'text-out-tokens'
  | 'audio-in-tokens'
  | 'audio-out-tokens'
  | 'audio-in-ms'
  | 'audio-out-ms'
  | 'characters';

export interface Usage {
  maker: Maker;
  /** As configured: the key of the price table. */
  model: string;
  unit: UsageUnit;
  amount: number;
}
