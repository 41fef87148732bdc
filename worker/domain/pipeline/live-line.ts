/** Where the interviews of a page stand right now, asked from their session objects; ids and numbers only. */
import * as v from 'valibot';
import type { Region } from '../../regions/region.ts';
import type { InterviewState } from '../tables.ts';

/** What a session object tells about itself; one that cannot be reached tells nothing. */
const peekSchema = v.object({
  section: v.number(),
  sections: v.number(),
  question: v.number(),
  questions: v.number(),
  line: v.picklist(['here', 'lost']),
  remainingMs: v.nullable(v.number()),
});
export type LiveLine = v.InferOutput<typeof peekSchema>;

/** The lines of those interviews that are under way. */
export async function linesOf(
  region: Region,
  rows: readonly { interview: { id: string; state: InterviewState } }[],
): Promise<Map<string, LiveLine>> {
  const under = rows.filter(({ interview }) => interview.state === 'in-interview');
  const found = await Promise.all(
    under.map(async ({ interview }) => [interview.id, await lineOf(region, interview.id)] as const),
  );
  return new Map(found.flatMap(([id, line]) => (line === null ? [] : [[id, line] as const])));
}

async function lineOf(region: Region, interviewId: string): Promise<LiveLine | null> {
  try {
    const told: unknown = await region.objects.session(interviewId).peek();
    const read = v.safeParse(peekSchema, told);
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
