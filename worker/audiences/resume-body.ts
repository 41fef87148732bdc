/** What a résumé is sent as, by whoever sends it. */
import type { Context } from 'hono';
import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { mediaType } from '../media-type-rules.ts';
import { Problem } from '../problems.ts';
import { timeField } from './fields.ts';
import { limitedBody } from './mount.ts';

export const resumeText = v.object({
  text: v.pipe(v.string(), v.trim(), v.minLength(1, 'empty'), v.maxLength(LIMITS.resume.textBytes, 'too long')),
});

export const givenField = { givenBy: v.picklist(['candidate', 'member']), file: v.boolean(), at: timeField };

const PDF = 'application/pdf';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Programs often name no type for what they send; then the first bytes tell it. */
const UNNAMED = 'application/octet-stream';
/** What a résumé as a file may be. */
export const FILE_TYPES: readonly string[] = [PDF, WORD, 'text/plain', UNNAMED];

/** @throws Problem wrong_type, too_large */
export async function resumeFile(c: Context): Promise<{ bytes: Uint8Array; contentType: string }> {
  const contentType = mediaType(c.req.header('content-type'));
  if (!FILE_TYPES.includes(contentType)) throw new Problem('wrong_type');
  const bytes = await limitedBody(c.req.raw, LIMITS.resume.fileBytes);
  return { bytes, contentType: contentType === UNNAMED ? typeOf(bytes) : contentType };
}

function typeOf(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  if (start === '%PDF-') return PDF;
  return start.startsWith('PK\u0003\u0004') ? WORD : 'text/plain';
}
