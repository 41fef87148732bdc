/** The audit log for those who look on: by time, who, what and of which record; a page of it, or all of it as a file. */
import { and, desc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import { LIMITS } from '../../limits.ts';
import type { Queries } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { auditEntries, members } from '../tables.ts';
import { audited } from './audit.ts';
import { LOG_HEAD, type LogLine, type LogSubject, logLine } from './log-rules.ts';

export interface LogFilter {
  /** From this moment on, and before that one. */
  from: Date | null;
  to: Date | null;
  subject: LogSubject | null;
  /** The id of who did it. */
  actor: string | null;
  /** The id of what it was done to. */
  object: string | null;
}

interface Cursor {
  at: Date;
  id: string;
}

/** One page, newest first; reading it stands in the log like every other reading. */
export async function readLog(region: Region, actor: MemberActor, filter: LogFilter, after: string | null) {
  const limit = LIMITS.http.pageSize;
  const [rows, people] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    pageOf(db, actor, filter, cursorIn(after), limit + 1),
    db
      .select({ id: members.id, name: members.name })
      .from(members)
      .where(eq(members.tenantId, actor.tenantId))
      .orderBy(members.createdAt)
      .limit(1000),
    audited(region, actor, db, { action: 'audit.read', object: actor.tenantId, detail: asked(filter) }),
  ]);
  const shown = rows.slice(0, limit).map(told);
  const last = shown.at(-1);
  return { entries: shown, next: rows.length > limit && last !== undefined ? `${last.at}~${last.id}` : null, people };
}

/**
 * The same as a table for a spreadsheet, read and sent in pieces, so that its size is not held in memory.
 * It ends after a limit, and its last line then says so.
 */
export async function exportLog(region: Region, actor: MemberActor, filter: LogFilter): Promise<ReadableStream> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    audited(region, actor, db, { action: 'audit.exported', object: actor.tenantId, detail: asked(filter) }),
  ]);
  const text = new TextEncoder();
  const { exportRows, exportBatch } = LIMITS.audit;
  let after: Cursor | null = null;
  let sent = 0;
  return new ReadableStream({
    start: (out) => out.enqueue(text.encode(LOG_HEAD)),
    async pull(out) {
      const [rows] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
        pageOf(db, actor, filter, after, exportBatch),
      ]);
      for (const row of rows) out.enqueue(text.encode(logLine(told(row))));
      sent += rows.length;
      const last = rows.at(-1);
      if (last === undefined || rows.length < exportBatch) return out.close();
      after = { at: last.at, id: last.id };
      if (sent < exportRows) return;
      out.enqueue(text.encode(`ended after ${sent} entries; ask for those before ${last.at.toISOString()}\r\n`));
      out.close();
    },
  });
}

function pageOf(db: Queries, actor: MemberActor, filter: LogFilter, after: Cursor | null, limit: number) {
  return db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      actorKind: auditEntries.actorKind,
      actorId: auditEntries.actorId,
      actorName: members.name,
      action: auditEntries.action,
      object: auditEntries.object,
      detail: auditEntries.detail,
    })
    .from(auditEntries)
    .leftJoin(members, and(eq(members.id, auditEntries.actorId), eq(members.tenantId, auditEntries.tenantId)))
    .where(and(eq(auditEntries.tenantId, actor.tenantId), ...fits(filter), before(after)))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit);
}

function fits({ from, to, subject, actor, object }: LogFilter): SQL[] {
  return [
    ...(from === null ? [] : [gte(auditEntries.at, from)]),
    ...(to === null ? [] : [lt(auditEntries.at, to)]),
    ...(subject === null ? [] : [sql`split_part(${auditEntries.action}, '.', 1) = ${subject}`]),
    ...(actor === null ? [] : [eq(auditEntries.actorId, actor)]),
    ...(object === null ? [] : [eq(auditEntries.object, object)]),
  ];
}

function before(after: Cursor | null): SQL | undefined {
  if (after === null) return undefined;
  // Entries are written with the time of a clock of milliseconds; those of one moment go on by their id.
  return or(lt(auditEntries.at, after.at), and(eq(auditEntries.at, after.at), lt(auditEntries.id, after.id)));
}

/** A cursor that is not one of ours begins at the newest. */
function cursorIn(after: string | null): Cursor | null {
  const [time = '', id = ''] = after?.split('~') ?? [];
  const at = new Date(time);
  return id === '' || Number.isNaN(at.getTime()) ? null : { at, id };
}

function told(row: Awaited<ReturnType<typeof pageOf>>[number]): LogLine {
  return { ...row, at: row.at.toISOString() };
}

function asked({ from, to, subject, actor, object }: LogFilter) {
  return { from: from?.toISOString() ?? null, to: to?.toISOString() ?? null, subject, actor, object };
}
