/** A sealed recording as an answer, whole or the range that was asked for. */
import { byteRange } from '../domain/reports/byte-range-rules.ts';
import type { Recording } from '../domain/reports/recording.ts';
import { Problem } from '../problems.ts';
import type { Region } from '../regions/region.ts';

/** `header`: the request's own `range`. @throws Problem storage_unavailable */
export async function fileAnswer(region: Region, recording: Recording, header: string | null): Promise<Response> {
  const range = byteRange(header, recording.size);
  const headers = new Headers({ 'content-type': 'audio/mp4', 'accept-ranges': 'bytes', etag: `"${recording.hash}"` });
  if (range.kind === 'unsatisfiable') {
    headers.set('content-range', `bytes */${recording.size}`);
    return new Response(null, { status: 416, headers });
  }
  const file = await region.files.get(recording.fileKey, range.kind === 'part' ? range : undefined);
  if (file === null) throw new Problem('storage_unavailable');
  headers.set('content-length', String(range.kind === 'part' ? range.length : recording.size));
  if (range.kind === 'whole') return new Response(file.body, { headers });
  const { offset, length } = range;
  headers.set('content-range', `bytes ${offset}-${offset + length - 1}/${recording.size}`);
  return new Response(file.body, { status: 206, headers });
}
