/** The formats in which browsers record a voice, and what sealing must know of each. Pure. */
import { type AacConfig, readAacConfig, silentAacPacket } from './aac-rules.ts';
import { packetSamples as opusSamples, SAMPLE_RATE, silentPackets } from './opus-rules.ts';

export type SoundFormat =
  | { codec: 'opus' }
  | {
      codec: 'aac';
      aac: AacConfig;
      /** The decoder's configuration as the recorder wrote it. */
      config: Uint8Array;
    };

export const OPUS: SoundFormat = { codec: 'opus' };

/** Null when the configuration is none that can be sealed. */
export function aacFormat(config: Uint8Array): SoundFormat | null {
  const aac = readAacConfig(config);
  return aac === null ? null : { codec: 'aac', aac, config };
}

/** Samples a second, by which the packets of this format are counted. */
export function rateOf(format: SoundFormat): number {
  return format.codec === 'opus' ? SAMPLE_RATE : format.aac.sampleRate;
}

export function channelsOf(format: SoundFormat): number {
  return format.codec === 'opus' ? 2 : format.aac.channels;
}

/** How long a packet sounds; 0 for one that is none. */
export function samplesOf(format: SoundFormat, packet: Uint8Array): number {
  if (format.codec === 'opus') return opusSamples(packet);
  return packet.length === 0 ? 0 : format.aac.packetSamples;
}

/** Silence of about this length: as near as the format's packets come. */
export function silenceOf(format: SoundFormat, samples: number): Uint8Array[] {
  if (format.codec === 'opus') return silentPackets(samples);
  const silent = silentAacPacket(format.aac.channels);
  return Array.from({ length: Math.max(0, Math.round(samples / format.aac.packetSamples)) }, () => silent);
}

/** What a browser is asked when it is to play the sealed file. */
export function mimeOf(format: SoundFormat): string {
  return `audio/mp4; codecs="${format.codec === 'opus' ? 'opus' : `mp4a.40.${format.aac.objectType}`}"`;
}

/** Formats of one key can stand in one track. */
export function formatKey(format: SoundFormat): string {
  return format.codec === 'opus' ? 'opus' : `aac ${format.config.join(' ')}`;
}
