/** The beginning of a fragmented MP4 with one track of sound (ISO 14496-12, -14, and the Opus mapping for it). Pure. */
import { ascii, joined, u16, u32 } from './bytes-rules.ts';
import { PRE_SKIP, SAMPLE_RATE } from './opus-rules.ts';
import { channelsOf, rateOf, type SoundFormat } from './sound-format-rules.ts';

export function box(name: string, ...content: Uint8Array[]): Uint8Array {
  const body = joined(content);
  return joined([u32(body.length + 8), ascii(name), body]);
}

const MATRIX = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
/** No dates inside: the same parts must give the same bytes. */
const UNDATED = u32(0, 0);

/** `ftyp` and `moov`: all that a player needs before the first fragment. Samples are counted at the format's rate. */
export function mp4Head(format: SoundFormat, samples: number): Uint8Array {
  const brands = box('ftyp', ascii('iso5'), u32(512), ascii('iso5iso6mp41dash'));
  return joined([
    brands,
    box(
      'moov',
      box(
        'mvhd',
        u32(0),
        UNDATED,
        u32(rateOf(format), samples, 0x10000),
        u16(0x100, 0),
        u32(0, 0),
        MATRIX,
        zeros(24),
        u32(2),
      ),
      box('trak', trackHeader(samples), media(format, samples)),
      box('mvex', box('mehd', u32(0, samples)), box('trex', u32(0, 1, 1, 0, 0, 0))),
    ),
  ]);
}

function trackHeader(samples: number): Uint8Array {
  return box('tkhd', u32(3), UNDATED, u32(1, 0, samples, 0, 0), u16(0, 0, 0x100, 0), MATRIX, u32(0, 0));
}

function media(format: SoundFormat, samples: number): Uint8Array {
  const undetermined = 0x55c4;
  return box(
    'mdia',
    box('mdhd', u32(0), UNDATED, u32(rateOf(format), samples), u16(undetermined, 0)),
    box('hdlr', u32(0, 0), ascii('soun'), zeros(12), ascii('Sound\0')),
    box(
      'minf',
      box('smhd', u32(0, 0)),
      box('dinf', box('dref', u32(0, 1), box('url ', u32(1)))),
      box('stbl', sampleEntry(format), empty('stts'), empty('stsc'), box('stsz', u32(0, 0, 0)), empty('stco')),
    ),
  );
}

function sampleEntry(format: SoundFormat): Uint8Array {
  const [name, codec] = format.codec === 'opus' ? ['Opus', opusConfig()] : ['mp4a', aacDescriptors(format.config)];
  // The field holds 16 bits before the point: a higher rate stands only in the codec's own configuration.
  const rate = rateOf(format) < 0x10000 ? rateOf(format) * 0x10000 : 0;
  const entry = box(name, zeros(6), u16(1), zeros(8), u16(channelsOf(format), 16, 0, 0), u32(rate), codec);
  return box('stsd', u32(0, 1), entry);
}

function opusConfig(): Uint8Array {
  return box('dOps', Uint8Array.of(0, 2), u16(PRE_SKIP), u32(SAMPLE_RATE), u16(0), Uint8Array.of(0));
}

const [ELEMENTARY_STREAM, DECODER, DECODER_CONFIG, SYNC_LAYER] = [3, 4, 5, 6] as const;
const MPEG4_AUDIO = 0x40;
const SOUND_STREAM = 0x15;

function aacDescriptors(config: Uint8Array): Uint8Array {
  const decoder = descriptor(
    DECODER,
    Uint8Array.of(MPEG4_AUDIO, SOUND_STREAM, 0, 0, 0),
    u32(0, 0),
    descriptor(DECODER_CONFIG, config),
  );
  const stream = descriptor(
    ELEMENTARY_STREAM,
    Uint8Array.of(0, 0, 0),
    decoder,
    descriptor(SYNC_LAYER, Uint8Array.of(2)),
  );
  return box('esds', u32(0), stream);
}

/** Its length stands in one byte: none of ours is longer than 127. */
function descriptor(tag: number, ...content: Uint8Array[]): Uint8Array {
  const body = joined(content);
  return joined([Uint8Array.of(tag, body.length), body]);
}

function empty(name: string): Uint8Array {
  return box(name, u32(0, 0));
}

function zeros(length: number): Uint8Array {
  return new Uint8Array(length);
}
