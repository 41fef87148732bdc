/** Counts what browsers report of our pages' policy, by day; the operator reads the counts. */
import { desc, sql } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { OperatorActor, VisitorActor } from '../actors.ts';
import { pageReportCounts } from '../tables-beside.ts';
import { pageReport } from './page-report-rules.ts';

const SHOWN = 200;

/** Counts the report in a parsed body; anything else counts nothing. */
export async function countPageReport(region: Region, _: VisitorActor, body: unknown): Promise<void> {
  const report = pageReport(body, region.origin);
  if (report === null) return;
  const day = region.now().toISOString().slice(0, 10);
  await region.database.batch({ installation: true }, (db) => [
    db
      .insert(pageReportCounts)
      .values({ day, ...report, count: 1 })
      .onConflictDoUpdate({
        target: [pageReportCounts.day, pageReportCounts.directive, pageReportCounts.blocked],
        set: { count: sql`${pageReportCounts.count} + 1` },
      }),
  ]);
}

export async function readPageReports(region: Region, _: OperatorActor) {
  const [rows] = await region.database.batch({ installation: true }, (db) => [
    db.select().from(pageReportCounts).orderBy(desc(pageReportCounts.day), desc(pageReportCounts.count)).limit(SHOWN),
  ]);
  return rows;
}
