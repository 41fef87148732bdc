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

const FILE_TYPES: readonly string[] = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
];

/** @throws Problem wrong_type, too_large */
export async function resumeFile(c: Context): Promise<{ bytes: Uint8Array; contentType: string }> {
  const contentType = mediaType(c.req.header('content-type'));
  if (!FILE_TYPES.includes(contentType)) throw new Problem('wrong_type');
  return { bytes: await limitedBody(c.req.raw, LIMITS.resume.fileBytes), contentType };
}
