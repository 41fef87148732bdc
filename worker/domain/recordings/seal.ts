/**
 * Joins the parts of a recording into one file that seeks at once, without decoding them. Lost parts, reloads and a cut
 * last part leave silence of their own length, so that every sound stays at its moment on the session's clock. The same
 * parts give the same bytes.
 */
import { LIMITS } from '../../limits.ts';
import { joined } from './bytes-rules.ts';
import { type Mp4File, writeMp4 } from './mp4-rules.ts';
import { joinPeaks } from './peaks-rules.ts';
import { layOut, type Run } from './timeline-rules.ts';
import { readWebm } from './webm-rules.ts';

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
}

/** Reads under way at the same time: enough to hide a bucket's delay, few enough for memory. */
const READS = 6;

/** Null when the parts hold no sound. */
export async function sealRecording(all: readonly SealablePart[]): Promise<SealedFile | null> {
  const parts = all.filter(({ startMs, durationMs }) => startMs + durationMs <= LIMITS.recording.lengthMs);
  const beginnings = new Map(parts.filter(({ part }) => part === 0).map(({ segment, startMs }) => [segment, startMs]));
  const runs: Run[] = [];
  for (const stretch of stretches(parts)) {
    const run = await readStretch(stretch, beginnings.get(stretch[0]?.segment ?? ''));
    if (run !== null) runs.push(run);
  }
  const packets = layOut(runs);
  if (packets.length === 0) return null;
  const file = writeMp4(packets);
  return { ...file, peaks: joinPeaks(parts, file.durationMs) };
}

/** Parts of one recorder that follow each other without a hole. */
function stretches(parts: readonly SealablePart[]): SealablePart[][] {
  const found: SealablePart[][] = [];
  for (const part of parts.toSorted(bySegment)) {
    const before = found.at(-1)?.at(-1);
    if (before?.segment === part.segment && before.part + 1 === part.part) found.at(-1)?.push(part);
    else found.push([part]);
  }
  return found;
}

function bySegment(a: SealablePart, b: SealablePart): number {
  if (a.segment === b.segment) return a.part - b.part;
  return a.segment < b.segment ? -1 : 1;
}

/** Packets count from their recorder's beginning: `beginsMs`, when the first of its parts is here. */
async function readStretch(stretch: readonly SealablePart[], beginsMs: number | undefined): Promise<Run | null> {
  const [first, last] = [stretch[0], stretch.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [fromMs, toMs] = [first.startMs, last.startMs + last.durationMs];
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < stretch.length; from += READS) {
    pieces.push(...(await Promise.all(stretch.slice(from, from + READS).map((part) => part.bytes()))));
  }
  const { packets, clusterAt } = readWebm(joined(pieces));
  const [packet] = packets;
  if (packet === undefined || clusterAt === null) return null;
  if (beginsMs !== undefined) return { startMs: beginsMs, fromMs, toMs, packets };
  // The beginning never came. A part says when it began itself; its first whole cluster came later by as much of its
  // length as the bytes before the cluster are of its bytes.
  const size = Math.max(1, pieces[0]?.length ?? 1);
  const later = first.durationMs * Math.min(1, clusterAt / size);
  return { startMs: Math.round(first.startMs + later - packet.timeMs), fromMs, toMs, packets };
}
