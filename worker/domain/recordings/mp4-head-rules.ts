/** The beginning of a fragmented MP4 with one stereo Opus track (ISO 14496-12, and the Opus mapping for it). Pure. */
import { ascii, joined, u16, u32 } from './bytes-rules.ts';
import { PRE_SKIP, SAMPLE_RATE } from './opus-rules.ts';

export function box(name: string, ...content: Uint8Array[]): Uint8Array {
  const body = joined(content);
  return joined([u32(body.length + 8), ascii(name), body]);
}

const CHANNELS = 2;
const MATRIX = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
/** No dates inside: the same parts must give the same bytes. */
const UNDATED = u32(0, 0);

/** `ftyp` and `moov`: all that a player needs before the first fragment. */
export function mp4Head(samples: number): Uint8Array {
  const brands = box('ftyp', ascii('iso5'), u32(512), ascii('iso5iso6mp41dash'));
  return joined([
    brands,
    box(
      'moov',
      box(
        'mvhd',
        u32(0),
        UNDATED,
        u32(SAMPLE_RATE, samples, 0x10000),
        u16(0x100, 0),
        u32(0, 0),
        MATRIX,
        zeros(24),
        u32(2),
      ),
      box('trak', trackHeader(samples), media(samples)),
      box('mvex', box('mehd', u32(0, samples)), box('trex', u32(0, 1, 1, 0, 0, 0))),
    ),
  ]);
}

function trackHeader(samples: number): Uint8Array {
  return box('tkhd', u32(3), UNDATED, u32(1, 0, samples, 0, 0), u16(0, 0, 0x100, 0), MATRIX, u32(0, 0));
}

function media(samples: number): Uint8Array {
  const undetermined = 0x55c4;
  return box(
    'mdia',
    box('mdhd', u32(0), UNDATED, u32(SAMPLE_RATE, samples), u16(undetermined, 0)),
    box('hdlr', u32(0, 0), ascii('soun'), zeros(12), ascii('Sound\0')),
    box(
      'minf',
      box('smhd', u32(0, 0)),
      box('dinf', box('dref', u32(0, 1), box('url ', u32(1)))),
      box('stbl', soundFormat(), empty('stts'), empty('stsc'), box('stsz', u32(0, 0, 0)), empty('stco')),
    ),
  );
}

function soundFormat(): Uint8Array {
  const opus = box('dOps', Uint8Array.of(0, CHANNELS), u16(PRE_SKIP), u32(SAMPLE_RATE), u16(0), Uint8Array.of(0));
  const entry = box('Opus', zeros(6), u16(1), zeros(8), u16(CHANNELS, 16, 0, 0), u32(SAMPLE_RATE * 0x10000), opus);
  return box('stsd', u32(0, 1), entry);
}

function empty(name: string): Uint8Array {
  return box(name, u32(0, 0));
}

function zeros(length: number): Uint8Array {
  return new Uint8Array(length);
}
