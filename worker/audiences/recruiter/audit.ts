/** Routes: the audit log, to read with filters and to take along. */
import * as v from 'valibot';
import type { MemberActor } from '../../domain/actors.ts';
import { LOG_SUBJECTS } from '../../domain/audit/log-rules.ts';
import { exportLog, type LogFilter, readLog } from '../../domain/audit/read-log.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();
/** Whoever answers for the data, and whoever looks on. */
const LOG_READERS = ['owner', 'admin', 'auditor'] as const;

const moment = v.optional(v.pipe(v.string(), v.maxLength(40), v.isoTimestamp()));
const id = v.optional(v.pipe(v.string(), v.maxLength(120)));
const filter = {
  from: moment,
  /** Entries before this moment. */
  to: moment,
  subject: v.optional(v.picklist(LOG_SUBJECTS)),
  /** The id of who did it, and of what it was done to. */
  actor: id,
  object: id,
};

export const auditRoutes = {
  'GET /api/recruiter/audit': route({
    summary: 'The audit log, newest first; reading it stands in it too',
    roles: LOG_READERS,
    query: v.object({ ...filter, after: v.optional(v.pipe(v.string(), v.maxLength(200))) }),
    output: v.object({
      entries: v.array(
        v.object({
          id: v.string(),
          at: v.string(),
          actorKind: v.string(),
          actorId: v.string(),
          /** Of a member; nobody else is named. */
          actorName: v.nullable(v.string()),
          action: v.string(),
          object: v.string(),
          detail: v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()]))),
        }),
      ),
      next: v.nullable(v.string()),
      people: v.array(v.object({ id: v.string(), name: v.string() })),
    }),
    handle: async ({ region, actor, query }) => await readLog(region, actor, filterOf(query), query.after ?? null),
  }),
  'GET /api/recruiter/audit.csv': route({
    summary: 'The same, for a spreadsheet; taking it along stands in it too',
    roles: LOG_READERS,
    query: v.object(filter),
    output: 'binary',
    handle: async ({ region, actor, query }) =>
      new Response(await exportLog(region, actor, filterOf(query)), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="audit-log.csv"',
          'cache-control': 'no-store',
        },
      }),
  }),
};

type Asked = { [Name in keyof LogFilter]?: string | undefined } & { subject?: LogFilter['subject'] | undefined };

function filterOf({ from, to, subject, actor, object }: Asked): LogFilter {
  return {
    from: from === undefined ? null : new Date(from),
    to: to === undefined ? null : new Date(to),
    subject: subject ?? null,
    actor: actor ?? null,
    object: object ?? null,
  };
}
