/** What happened to an interview, with people and times; reads of the report stand in it too. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Queries } from '../../providers/database/database.ts';
import type { MemberActor } from '../actors.ts';
import { auditEntries, type InterviewEventKind, interviewEvents, members } from '../tables.ts';

/** Enough for every interview that went as interviews go; a line that broke a thousand times shows its newest. */
const EVENTS_SHOWN = 200;
const READINGS_SHOWN = 300;

export function eventsOf(db: Queries, actor: MemberActor, interviewId: string) {
  return db
    .select({
      kind: interviewEvents.kind,
      detail: interviewEvents.detail,
      at: interviewEvents.at,
    })
    .from(interviewEvents)
    .where(and(eq(interviewEvents.interviewId, interviewId), eq(interviewEvents.tenantId, actor.tenantId)))
    .orderBy(desc(interviewEvents.at))
    .limit(EVENTS_SHOWN);
}

/** What counts as reading somebody's interview, by its action in the log. */
const READINGS = [
  'report.read',
  'report.compared',
  'recording.opened',
  'recording.read',
  'recording.exported',
  'resume.read',
  'adjustments.read',
] as const;
type ReadingAction = (typeof READINGS)[number];

/** Every reading by the team, newest first; those beyond are in the log. */
export function readersOf(db: Queries, actor: MemberActor, interviewId: string) {
  return db
    .select({
      memberId: auditEntries.actorId,
      action: sql<ReadingAction>`${auditEntries.action}`,
      at: auditEntries.at,
      times: auditEntries.count,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.tenantId, actor.tenantId),
        eq(auditEntries.object, interviewId),
        eq(auditEntries.actorKind, 'member'),
        inArray(auditEntries.action, [...READINGS]),
      ),
    )
    .orderBy(desc(auditEntries.at))
    .limit(READINGS_SHOWN);
}

export function peopleOf(db: Queries, actor: MemberActor) {
  return db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(eq(members.tenantId, actor.tenantId))
    .orderBy(asc(members.createdAt))
    .limit(1000);
}

type ReadingKind =
  | 'report-read'
  | 'compared'
  | 'recording-opened'
  | 'recording-exported'
  | 'resume-read'
  | 'adjustments-read';

const KIND_OF: Record<ReadingAction, ReadingKind> = {
  'report.read': 'report-read',
  'report.compared': 'compared',
  'recording.opened': 'recording-opened',
  'recording.read': 'recording-opened',
  'recording.exported': 'recording-exported',
  'resume.read': 'resume-read',
  'adjustments.read': 'adjustments-read',
};

export interface HistoryLine {
  kind: InterviewEventKind | ReadingKind;
  at: string;
  detail: Record<string, string | number | boolean>;
  /** The member who did it; null when no member did. */
  by: string | null;
  you: boolean;
}

/** Newest first. */
export function historyLines(
  actor: MemberActor,
  events: readonly { kind: InterviewEventKind; detail: Record<string, string | number | boolean>; at: Date }[],
  readers: readonly { memberId: string; action: ReadingAction; at: Date; times: number }[],
  people: readonly { id: string; name: string }[],
): HistoryLine[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const who = (id: unknown) => (typeof id === 'string' ? (names.get(id) ?? null) : null);
  const lines: HistoryLine[] = [
    ...events.map(({ kind, detail, at }) => ({
      kind,
      at: at.toISOString(),
      detail,
      by: who(detail.by),
      you: detail.by === actor.memberId,
    })),
    ...readers.map(({ memberId, action, at, times }) => ({
      kind: KIND_OF[action],
      at: at.toISOString(),
      // Readings within one minute are one entry of the log, which counts them.
      detail: { times },
      by: who(memberId),
      you: memberId === actor.memberId,
    })),
  ];
  return lines.sort((a, b) => b.at.localeCompare(a.at));
}
