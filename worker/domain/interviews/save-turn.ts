/** The words of an interview: turns, once they are said, and the draft of what is being said. */
import { eq, sql } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import { wellFormed } from '../../text-rules.ts';
import type { SystemActor } from '../actors.ts';
import { visibleText } from '../scoring/visible-text-rules.ts';
import { drafts, type SpokenSegment, turns } from '../tables.ts';

export type Turn = typeof turns.$inferSelect;
type NewTurn = Omit<typeof turns.$inferInsert, 'tenantId' | 'interviewId' | 'text' | 'segments' | 'createdAt'>;

export interface SavedWords {
  text: string;
  segments: SpokenSegment[];
}

/**
 * Saves a turn; again, it changes nothing but an end that has become known, and what an interviewer said more. Words `null` means those of the draft.
 * The draft of an answer ends with it.
 */
export async function saveTurn(
  region: Region,
  actor: SystemActor,
  input: { turn: NewTurn; words: SavedWords | null; at: Date },
): Promise<void> {
  const { turn } = input;
  const words = input.words === null ? null : seen(input.words);
  const of = { tenantId: actor.tenantId, interviewId: actor.interviewId };
  const draftOf = sql`(select d.text from drafts d where d.interview_id = ${actor.interviewId})`;
  const segmentsOf = sql`(select d.segments from drafts d where d.interview_id = ${actor.interviewId})`;
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .insert(turns)
      .values({
        ...turn,
        ...of,
        text: words?.text ?? sql`coalesce(${draftOf}, '')`,
        segments: words === null ? segmentsOf : words.segments,
        createdAt: input.at,
      })
      .onConflictDoUpdate({
        target: [turns.interviewId, turns.position],
        // What a model says grows while it says it; an answer never changes.
        set: { endMs: turn.endMs, ...(turn.speaker === 'interviewer' && words?.text ? { text: words.text } : {}) },
      }),
    db.delete(drafts).where(turn.speaker === 'candidate' ? eq(drafts.interviewId, actor.interviewId) : sql`false`),
  ]);
}

/**
 * What no eye can see stays outside: it could only be meant for a machine. A model's words come in pieces, so that only
 * here they have one spelling.
 */
function seen({ text, segments }: SavedWords): SavedWords {
  const kept = (said: string) => wellFormed(visibleText(said));
  return { text: kept(text), segments: segments.map((one) => ({ ...one, text: kept(one.text) })) };
}

/** Keeps what is said or typed so far; a later one takes its place. */
export async function saveDraft(region: Region, actor: SystemActor, words: SavedWords, at: Date): Promise<void> {
  const kept = seen(words);
  const row = { interviewId: actor.interviewId, tenantId: actor.tenantId, ...kept, updatedAt: at };
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .insert(drafts)
      .values(row)
      .onConflictDoUpdate({ target: drafts.interviewId, set: { ...kept, updatedAt: at } }),
  ]);
}

/** Everything said so far in order, and the draft; the room shows it again after a reload. */
export async function readWords(
  region: Region,
  actor: SystemActor,
): Promise<{ turns: Turn[]; draft: SavedWords | null }> {
  const [said, draft] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.select().from(turns).where(eq(turns.interviewId, actor.interviewId)).orderBy(turns.position),
    db.select().from(drafts).where(eq(drafts.interviewId, actor.interviewId)),
  ]);
  return { turns: said, draft: draft[0] === undefined ? null : { text: draft[0].text, segments: draft[0].segments } };
}
