/** Writes packets into an ordinary .ogg file (RFC 3533, RFC 7845), which any player opens. Pure. */
import { ascii, joined } from './bytes-rules.ts';
import { type Mp4File, readMp4 } from './mp4-rules.ts';
import { PRE_SKIP, packetSamples, SAMPLE_RATE } from './opus-rules.ts';

const FIRST = 2;
const LAST = 4;
const SERIAL = 1;
/** A page holds about a second and at most 255 lengths. */
const PAGE_PACKETS = 50;
const MAKER = 'Interloop';

/** The sealed recording as one Ogg/Opus file: the same packets, nothing decoded. */
export function exportOgg(sealed: Pick<Mp4File, 'bytes' | 'fragments'>): Uint8Array<ArrayBuffer> {
  const packets = readMp4(sealed);
  const pages = [page(0, FIRST, 0, [opusHead()]), page(1, 0, 0, [opusTags()])];
  let end = 0;
  for (let from = 0; from < packets.length; from += PAGE_PACKETS) {
    const group = packets.slice(from, from + PAGE_PACKETS);
    end += group.reduce((sum, packet) => sum + packetSamples(packet), 0);
    pages.push(page(pages.length, from + PAGE_PACKETS >= packets.length ? LAST : 0, end, group));
  }
  return joined(pages);
}

function page(number: number, kind: number, end: number, packets: readonly Uint8Array[]): Uint8Array {
  const lengths = packets.flatMap(({ length }) => [
    ...Array.from({ length: Math.floor(length / 255) }, () => 255),
    length % 255,
  ]);
  const place = [...le32(end % 2 ** 32), ...le32(Math.floor(end / 2 ** 32))];
  const head = [0, kind, ...place, ...le32(SERIAL), ...le32(number), 0, 0, 0, 0, lengths.length, ...lengths];
  const bytes = joined([ascii('OggS'), Uint8Array.from(head), ...packets]);
  bytes.set(le32(checksum(bytes)), 22);
  return bytes;
}

function opusHead(): Uint8Array {
  const rest = [1, 2, PRE_SKIP & 255, PRE_SKIP >> 8, ...le32(SAMPLE_RATE), 0, 0, 0];
  return joined([ascii('OpusHead'), Uint8Array.from(rest)]);
}

function opusTags(): Uint8Array {
  return joined([ascii('OpusTags'), Uint8Array.from(le32(MAKER.length)), ascii(MAKER), Uint8Array.from(le32(0))]);
}

function le32(value: number): number[] {
  return [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255];
}

const POLYNOMIAL = 0x04c11db7;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ POLYNOMIAL : value << 1;
  return value;
});

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum = (sum << 8) ^ (TABLE[((sum >>> 24) ^ byte) & 255] ?? 0);
  return sum >>> 0;
}
