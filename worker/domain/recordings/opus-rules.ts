/** What is needed to know about Opus packets without decoding them (RFC 6716, section 3). Times in samples at 48 kHz. */

export const SAMPLE_RATE = 48_000;
/** Samples of the encoder's look-ahead; browsers write 0 into the header although they have it. */
export const PRE_SKIP = 312;

const SILK = [480, 960, 1920, 2880] as const;
const HYBRID = [480, 960] as const;
const CELT = [120, 240, 480, 960] as const;

/** No packet may be longer: one that says so is damaged. */
const LONGEST = 5760;

/** How long a packet sounds; 0 for one that is none. */
export function packetSamples(packet: Uint8Array): number {
  const [head, count] = packet;
  if (head === undefined) return 0;
  const code = head & 3;
  if (code === 3 && count === undefined) return 0;
  const frames = code === 0 ? 1 : code === 3 ? (count ?? 0) & 63 : 2;
  const samples = frames * frameSamples(head >> 3);
  return samples > LONGEST ? 0 : samples;
}

function frameSamples(config: number): number {
  if (config < 12) return SILK[config % 4] ?? 0;
  if (config < 16) return HYBRID[config % 2] ?? 0;
  return CELT[config % 4] ?? 0;
}

/** Silent packets, longest first: three frames of 20 ms in one, then one frame of 20, 10, 5 and 2.5 ms. */
const SILENCE: readonly (readonly [samples: number, packet: Uint8Array])[] = [
  [2880, Uint8Array.of(0xfb, 0x03, 0xff, 0xfe, 0xff, 0xfe, 0xff, 0xfe)],
  [960, Uint8Array.of(0xf8, 0xff, 0xfe)],
  [480, Uint8Array.of(0xf0, 0xff, 0xfe)],
  [240, Uint8Array.of(0xe8, 0xff, 0xfe)],
  [120, Uint8Array.of(0xe0, 0xff, 0xfe)],
];

/** Silence for at most this long; what is left over is shorter than the shortest packet, 2.5 ms. */
export function silentPackets(samples: number): Uint8Array[] {
  const packets: Uint8Array[] = [];
  let left = samples;
  for (const [length, packet] of SILENCE) {
    for (; left >= length; left -= length) packets.push(packet);
  }
  return packets;
}
