/**
 * What things cost: the only price table, in millionths of a dollar for a million units, so that every number is whole.
 * List prices as read in September and October 2026. Pure.
 */
import type { Maker } from '../../provider-faults.ts';
import type { Usage, UsageUnit } from './usage-shape.ts';

/** The day to which the table was brought up. */
export const PRICES_OF = '2026-10-08';

/** What the installation itself uses for an interview. */
export type PlatformUnit =
  /** Frames and messages that came in by a socket; the platform bills twenty as one request. */
  | 'object-messages'
  | 'object-requests'
  /** Time that a session object was awake, at the 128 MB that each is billed. */
  | 'object-ms'
  | 'object-rows'
  | 'file-puts'
  /** Kept for a year. */
  | 'file-bytes'
  | 'mails'
  /** An interview's share of the region's database at ten thousand interviews a month. */
  | 'interviews'
  /** Milliseconds of one person in a call. */
  | 'call-ms';

/** One thing that was used. */
export type Used = Usage | { maker: Maker | 'platform'; model: 'platform'; unit: PlatformUnit; amount: number };

const DOLLAR = 1_000_000;

const MODELS = new Map<string, Partial<Record<UsageUnit, number>>>(
  Object.entries({
    'gemini-3.8-live': tokens({ textIn: 0.75, textOut: 4.5, audioIn: 3, audioOut: 12 }),
    'gemini-3.1-flash-live': tokens({ textIn: 0.75, textOut: 4.5, audioIn: 3, audioOut: 12 }),
    'gemini-3.8-flash': tokens({ textIn: 0.75, textOut: 4.5, audioIn: 0.75 }),
    'gemini-3.5-transcribe': tokens({ textIn: 2, textOut: 12, audioIn: 2 }),
    /** Half of this until 2026-12-31: counted at the price that stays. */
    'gemini-3.8-flash-tts': tokens({ textIn: 1, audioOut: 18 }),
    'gpt-6-luna': tokens({ textIn: 0.1, textOut: 0.5 }),
    'gpt-4o-mini-transcribe': { ...tokens({ textIn: 1.25, textOut: 5, audioIn: 3 }), 'audio-in-ms': perMinute(0.003) },
    'gpt-transcribe': { ...tokens({ textIn: 2.5, textOut: 10, audioIn: 10 }), 'audio-in-ms': perMinute(0.006) },
    'gpt-4o-mini-tts': {
      ...tokens({ textIn: 0.6, audioOut: 12 }),
      'audio-out-ms': perMinute(0.015),
      /** Of the text alone, at four to a token: the sound is counted by itself. */
      characters: (0.6 / 4) * DOLLAR,
    },
    'gpt-realtime-2': tokens({ textIn: 4, textOut: 24, audioIn: 32, audioOut: 64 }),
  }),
);

const PLATFORM: Record<PlatformUnit, number> = {
  'object-messages': (0.15 / 20) * DOLLAR,
  'object-requests': 0.15 * DOLLAR,
  /** 0.128 GB at $12.50 a million GB-seconds. */
  'object-ms': (0.128 * 12.5 * DOLLAR) / 1000,
  'object-rows': 1 * DOLLAR,
  'file-puts': 5 * DOLLAR,
  /** $0.025 a GB and month, twelve months. */
  'file-bytes': (0.025 * 12 * DOLLAR) / 1000,
  mails: 400 * DOLLAR,
  interviews: 2_800 * DOLLAR,
  'call-ms': perMinute(0.0005),
};

/** The dearest known price of each unit: what nobody knows the price of costs this, never nothing. */
const DEAREST: Map<string, number> = new Map();
for (const prices of MODELS.values()) {
  for (const [unit, price] of Object.entries(prices)) DEAREST.set(unit, Math.max(DEAREST.get(unit) ?? 0, price));
}

/** In millionths of a dollar, rounded up. */
export function priceOf(used: Used): number {
  return Math.ceil((amountOf(used) * rateOf(used)) / DOLLAR);
}

/** What a provider calls an amount and is none counts as nothing. */
export function amountOf(used: Used): number {
  return Number.isFinite(used.amount) ? Math.max(0, used.amount) : 0;
}

function rateOf({ model, unit }: Used): number {
  const prices: Partial<Record<string, number>> = model === 'platform' ? PLATFORM : (MODELS.get(model) ?? {});
  return prices[unit] ?? DEAREST.get(unit) ?? Math.max(...DEAREST.values());
}

function tokens(dollars: { textIn?: number; textOut?: number; audioIn?: number; audioOut?: number }) {
  const prices: Partial<Record<UsageUnit, number>> = {};
  if (dollars.textIn !== undefined) prices['text-in-tokens'] = dollars.textIn * DOLLAR;
  if (dollars.textOut !== undefined) prices['text-out-tokens'] = dollars.textOut * DOLLAR;
  if (dollars.audioIn !== undefined) prices['audio-in-tokens'] = dollars.audioIn * DOLLAR;
  if (dollars.audioOut !== undefined) prices['audio-out-tokens'] = dollars.audioOut * DOLLAR;
  return prices;
}

/** Dollars a minute as the price of a million milliseconds. */
function perMinute(dollars: number): number {
  return Math.ceil((dollars * DOLLAR * DOLLAR) / 60_000);
}
