/** What is needed to know about AAC without decoding it (ISO 14496-3): its configuration, and a packet that is silent. Pure. */

export interface AacConfig {
  /** 2 is AAC-LC; the codec's name ends with it. */
  objectType: number;
  /** Of the packets as they are coded: a decoder may give out twice as many samples. */
  sampleRate: number;
  channels: 1 | 2;
  /** How long each packet sounds, in samples of `sampleRate`. */
  packetSamples: 1024 | 960;
}

const RATES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350,
] as const;
const EXPLICIT_RATE = 15;
const ESCAPED_TYPE = 31;
const LOW_COMPLEXITY = 2;
/** Types that carry an AAC-LC core and say how to widen it: SBR, and SBR with parametric stereo. */
const WIDENED: ReadonlySet<number> = new Set([5, 29]);

/** Null when this is no AAC that a recorder of speech writes. */
export function readAacConfig(config: Uint8Array): AacConfig | null {
  const bits = reader(config);
  let objectType = bits(5);
  if (objectType === ESCAPED_TYPE) objectType = 32 + bits(6);
  const index = bits(4);
  const sampleRate = index === EXPLICIT_RATE ? bits(24) : RATES[index];
  const channels = bits(4);
  if (sampleRate === undefined || sampleRate === 0) return null;
  if (objectType !== LOW_COMPLEXITY && !WIDENED.has(objectType)) return null;
  if (channels !== 1 && channels !== 2) return null;
  const shorter = objectType === LOW_COMPLEXITY && bits(1) === 1;
  return { objectType, sampleRate, channels, packetSamples: shorter ? 960 : 1024 };
}

/** One voice's share of a packet in which no band has any content. */
const NOTHING: readonly (readonly [value: number, bits: number])[] = [
  [0, 8], // gain
  [0, 3], // no pulses, no noise shaping, no gain control
];
/** Long window, sine shape, no bands, no prediction. */
const WINDOW = [0, 11] as const;
const [ONE_CHANNEL, CHANNEL_PAIR, END] = [0, 1, 7] as const;

/** A packet of silence, written bit by bit. */
export function silentAacPacket(channels: 1 | 2): Uint8Array {
  if (channels === 1) return written([[ONE_CHANNEL, 3], [0, 4], [0, 8], WINDOW, [0, 3], [END, 3]]);
  return written([[CHANNEL_PAIR, 3], [0, 4], [1, 1], WINDOW, [0, 2], ...NOTHING, ...NOTHING, [END, 3]]);
}

function written(fields: readonly (readonly [value: number, bits: number])[]): Uint8Array {
  const text = fields.map(([value, bits]) => value.toString(2).padStart(bits, '0')).join('');
  const bytes = text.match(/.{1,8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
}

/** Gives the next so many bits as a number; beyond the end they are 0. */
function reader(bytes: Uint8Array): (count: number) => number {
  let at = 0;
  return (count) => {
    let value = 0;
    for (const end = at + count; at < end; at++) {
      const bit = ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
      value = value * 2 + bit;
    }
    return value;
  };
}
