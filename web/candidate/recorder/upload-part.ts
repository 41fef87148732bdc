/** Sends one part of the recording. */
import type { RecordedPart } from './part-store.ts';

/** Statuses after which the same part may be taken later. */
const LATER: ReadonlySet<number> = new Set([401, 408, 425, 429]);

/** @throws when the line, the server or its storage is away */
export async function uploadPart(part: RecordedPart): Promise<'stored' | 'refused'> {
  const bytes = await part.bytes.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const answer = await fetch(`/api/candidate/recording/${part.segment}/${part.part}`, {
    method: 'PUT',
    headers: {
      'content-type': part.mime,
      'x-start-ms': String(part.startMs),
      'x-duration-ms': String(part.durationMs),
      'x-hash': Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
      'x-peaks': btoa(String.fromCharCode(...part.peaks)),
    },
    body: bytes,
  });
  if (answer.ok) return 'stored';
  if (answer.status >= 500 || LATER.has(answer.status)) throw new Error(`not now: ${answer.status}`);
  return 'refused';
}
