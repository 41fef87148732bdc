/**
 * What the environment says of the makers of speech, thought and calls, region by region. `NAME_EU` goes before `NAME`.
 * A maker is there when its key is; a maker's other settings without its key are half a configuration. Pure.
 */
import { REGION_IDS, type RegionId } from './ids.ts';

/**
 * Where a maker processes what it gets: `here`, inside the region, as the operator declares by `…_PROCESSES_IN`, or
 * `anywhere`. What nobody declared is `anywhere`.
 */
export type Place = 'here' | 'anywhere';

export interface GeminiSettings {
  key: string;
  baseUrl: string;
  apiVersion: string;
  model: string;
  liveModel: string;
  earsModel: string;
  voiceModel: string;
  voice: string;
  place: Place;
}

/** OpenAI, or any server that speaks its protocol, by `OPENAI_BASE_URL`. */
export interface OpenAiSettings {
  key: string;
  /** Ends before `/audio/…`: `https://api.openai.com/v1`. */
  baseUrl: string;
  model: string;
  earsModel: string;
  voiceModel: string;
  voice: string;
  place: Place;
}

export interface LiveKitSettings {
  /** https. */
  url: string;
  key: string;
  secret: string;
  /** Where its recordings go; null: it makes none. */
  bucket: { bucket: string; region: string; endpoint: string; accessKey: string; secret: string } | null;
  place: Place;
}

export interface ProviderSettings {
  gemini: GeminiSettings | null;
  openai: OpenAiSettings | null;
  livekit: LiveKitSettings | null;
}

/** What says nothing without the key, the address or the bucket beside it. */
const GEMINI_SETTINGS = [
  'GEMINI_BASE_URL',
  'GEMINI_API_VERSION',
  'GEMINI_MODEL',
  'GEMINI_LIVE_MODEL',
  'GEMINI_EARS_MODEL',
  'GEMINI_VOICE_MODEL',
  'GEMINI_VOICE',
  'GEMINI_PROCESSES_IN',
];
const OPENAI_SETTINGS = [
  'OPENAI_BASE_URL',
  'OPENAI_MODEL',
  'OPENAI_EARS_MODEL',
  'OPENAI_VOICE_MODEL',
  'OPENAI_VOICE',
  'OPENAI_PROCESSES_IN',
];
const LIVEKIT_SETTINGS = ['LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET', 'LIVEKIT_PROCESSES_IN'];
const EGRESS_SETTINGS = ['EGRESS_S3_REGION', 'EGRESS_S3_ENDPOINT', 'EGRESS_S3_ACCESS_KEY', 'EGRESS_S3_SECRET'];

type Read = (name: string) => string | undefined;

/** @throws Error naming the setting that is missing, or the region that does not exist */
export function providerSettings(environment: Read, region: RegionId): ProviderSettings {
  const read = (name: string) =>
    nonEmpty(environment(`${name}_${region.toUpperCase()}`)) ?? nonEmpty(environment(name));
  return { gemini: gemini(read, region), openai: openai(read, region), livekit: livekit(read, region) };
}

function gemini(read: Read, region: RegionId): GeminiSettings | null {
  const key = read('GEMINI_API_KEY');
  if (key === undefined) return withoutKey(read, 'GEMINI_API_KEY', GEMINI_SETTINGS);
  return {
    key,
    baseUrl: read('GEMINI_BASE_URL') ?? 'https://generativelanguage.googleapis.com',
    apiVersion: read('GEMINI_API_VERSION') ?? 'v1beta',
    model: read('GEMINI_MODEL') ?? 'gemini-3.8-flash',
    liveModel: read('GEMINI_LIVE_MODEL') ?? 'gemini-3.8-live',
    earsModel: read('GEMINI_EARS_MODEL') ?? 'gemini-3.5-transcribe',
    voiceModel: read('GEMINI_VOICE_MODEL') ?? 'gemini-3.8-flash-tts',
    voice: read('GEMINI_VOICE') ?? 'Kore',
    place: place(read, 'GEMINI_PROCESSES_IN', region),
  };
}

function openai(read: Read, region: RegionId): OpenAiSettings | null {
  const key = read('OPENAI_API_KEY');
  if (key === undefined) return withoutKey(read, 'OPENAI_API_KEY', OPENAI_SETTINGS);
  return {
    key,
    baseUrl: (read('OPENAI_BASE_URL') ?? 'https://api.openai.com/v1').replace(/\/$/, ''),
    model: read('OPENAI_MODEL') ?? 'gpt-6-luna',
    earsModel: read('OPENAI_EARS_MODEL') ?? 'gpt-transcribe',
    voiceModel: read('OPENAI_VOICE_MODEL') ?? 'gpt-4o-mini-tts',
    voice: read('OPENAI_VOICE') ?? 'marin',
    place: place(read, 'OPENAI_PROCESSES_IN', region),
  };
}

function livekit(read: Read, region: RegionId): LiveKitSettings | null {
  const [url, key, secret] = [read('LIVEKIT_URL'), read('LIVEKIT_API_KEY'), read('LIVEKIT_API_SECRET')];
  if (url === undefined) return withoutKey(read, 'LIVEKIT_URL', [...LIVEKIT_SETTINGS, 'EGRESS_S3_BUCKET']);
  if (key === undefined) throw new Error('LIVEKIT_API_KEY is missing: LIVEKIT_URL is set without it');
  if (secret === undefined) throw new Error('LIVEKIT_API_SECRET is missing: LIVEKIT_URL is set without it');
  return { url, key, secret, bucket: egressBucket(read), place: place(read, 'LIVEKIT_PROCESSES_IN', region) };
}

function egressBucket(read: Read): LiveKitSettings['bucket'] {
  const bucket = read('EGRESS_S3_BUCKET');
  if (bucket === undefined) return withoutKey(read, 'EGRESS_S3_BUCKET', EGRESS_SETTINGS);
  const [accessKey, secret] = [read('EGRESS_S3_ACCESS_KEY'), read('EGRESS_S3_SECRET')];
  if (accessKey === undefined) throw new Error('EGRESS_S3_ACCESS_KEY is missing: EGRESS_S3_BUCKET is set without it');
  if (secret === undefined) throw new Error('EGRESS_S3_SECRET is missing: EGRESS_S3_BUCKET is set without it');
  return {
    bucket,
    accessKey,
    secret,
    region: read('EGRESS_S3_REGION') ?? 'auto',
    endpoint: read('EGRESS_S3_ENDPOINT') ?? '',
  };
}

function withoutKey(read: Read, key: string, others: string[]): null {
  const half = others.find((name) => read(name) !== undefined);
  if (half !== undefined) throw new Error(`${key} is missing: ${half} is set without it`);
  return null;
}

/** @throws Error when a region is named that does not exist: a slip of the pen would silently send words elsewhere */
function place(read: Read, name: string, region: RegionId): Place {
  const named = (read(name) ?? '').split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  const unknown = named.find((one) => !REGION_IDS.some((id) => id === one));
  if (unknown !== undefined) throw new Error(`${name} names "${unknown}", which is no region`);
  return named.includes(region) ? 'here' : 'anywhere';
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
