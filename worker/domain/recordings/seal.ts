/**
 * Joins the parts of a recording into one file that seeks at once, without decoding them. Lost parts, reloads and a cut
 * last part leave silence of their own length, so that every sound stays at its moment on the session's clock. The same
 * parts give the same bytes.
 */
import { LIMITS } from '../../limits.ts';
import { type Mp4File, writeMp4 } from './mp4-rules.ts';
import { joinPeaks } from './peaks-rules.ts';
import { readRuns, type SegmentRun } from './segment-runs.ts';
import { formatKey, rateOf, type SoundFormat, samplesOf } from './sound-format-rules.ts';
import { layOut } from './timeline-rules.ts';

export interface SealablePart {
  /** One recorder's run; a reload begins another. */
  segment: string;
  part: number;
  /** Place on the session's clock. */
  startMs: number;
  durationMs: number;
  peaks: string;
  bytes(): Promise<Uint8Array>;
}

export interface SealedFile extends Mp4File {
  /** See peaks-rules.ts. */
  peaks: string;
  /** Parts that hold nothing which could be joined to the others. */
  unsealed: PartName[];
}

export type PartName = Pick<SealablePart, 'segment' | 'part'>;

/** Null when the parts hold no sound that can be sealed. */
export async function sealRecording(all: readonly SealablePart[]): Promise<SealedFile | null> {
  const parts = all.filter(({ startMs, durationMs }) => startMs + durationMs <= LIMITS.recording.lengthMs);
  const runs = await readRuns(parts);
  const format = mostSound(runs);
  if (format === null) return null;
  const joined = runs.filter((run) => run.format !== null && formatKey(run.format) === formatKey(format));
  const packets = layOut(format, joined);
  if (packets.length === 0) return null;
  const file = writeMp4(packets, format);
  const sealed = new Set(joined.flatMap((run) => run.sounding.map(nameOf)));
  const unsealed = all.filter((part) => !sealed.has(nameOf(part))).map(({ segment, part }) => ({ segment, part }));
  return { ...file, peaks: joinPeaks(parts, file.durationMs), unsealed };
}

function nameOf({ segment, part }: PartName): string {
  return `${segment}/${part}`;
}

/** One track holds one format: the one in which most was recorded. */
function mostSound(runs: readonly SegmentRun[]): SoundFormat | null {
  const lengths = new Map<string, { format: SoundFormat; seconds: number }>();
  for (const { format, packets } of runs) {
    if (format === null || packets.length === 0) continue;
    const samples = packets.reduce((sum, packet) => sum + samplesOf(format, packet.bytes), 0);
    const before = lengths.get(formatKey(format))?.seconds ?? 0;
    lengths.set(formatKey(format), { format, seconds: before + samples / rateOf(format) });
  }
  const [most] = [...lengths.values()].sort((a, b) => b.seconds - a.seconds);
  return most === undefined || most.seconds === 0 ? null : most.format;
}
