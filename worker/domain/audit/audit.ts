/**
 * Every read of personal data and every change leaves an entry here, in the same transaction as what it
 * records. Entries hold ids, never words or names. This is the one way in: a Merkle log goes behind it.
 */
import { SQL, sql } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import type { Queries, Transaction } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { TenantActor } from '../actors.ts';
import { auditEntries } from '../tables.ts';

export interface AuditEntry {
  /** `report.read`, `decision.made`: what was done, noun first. */
  action: string;
  /** The id of what it was done to. */
  object: string;
  /** As SQL where only the database knows it at that moment. */
  detail?: Record<string, string | number | boolean | null> | SQL;
}

/** The insert that records `entry`; give it to the batch or await it in the transaction of the act itself. */
export function audited(region: Region, actor: TenantActor, db: Queries | Transaction, entry: AuditEntry) {
  return (db as Queries)
    .insert(auditEntries)
    .values(auditRow(region, actor, entry))
    .onConflictDoUpdate(REPEATED);
}

/** A reading that was repeated within a minute is counted on its entry; the count is all that may change there. */
const REPEATED = { target: auditEntries.once, set: { count: sql`${auditEntries.count} + 1` } };
const MINUTE_MS = 60_000;
const READING = /\.(read|compared)$|^recording\.opened$/;

/** The insert that records several entries of one act; there must be at least one. */
export function auditedAll(
  region: Region,
  actor: TenantActor,
  db: Queries | Transaction,
  entries: readonly AuditEntry[],
) {
  return (db as Queries).insert(auditEntries).values(entries.map((entry) => auditRow(region, actor, entry)));
}

function auditRow(region: Region, actor: TenantActor, entry: AuditEntry) {
  return {
    id: makeId(region.id, 'audit', region.random(16)),
    tenantId: actor.tenantId,
    actorKind: actor.kind,
    actorId: actorId(actor),
    action: entry.action,
    object: entry.object,
    detail: entry.detail ?? {},
    at: region.now(),
    once: READING.test(entry.action) ? onceOf(region, actor, entry) : null,
  };
}

/** Alike for the same reading by the same actor, who knew the same at that moment, within one minute. */
function onceOf(region: Region, actor: TenantActor, { action, object, detail = {} }: AuditEntry): SQL {
  const minute = Math.floor(region.now().getTime() / MINUTE_MS);
  const told = detail instanceof SQL ? detail : sql`${JSON.stringify(detail)}::jsonb`;
  return sql`md5(concat_ws('|', ${actor.tenantId}::text, ${actor.kind}::text, ${actorId(actor)}::text, ${action}::text,
    ${object}::text, ${minute}::text, (${told})::text))`;
}

function actorId(actor: TenantActor): string {
  switch (actor.kind) {
    case 'member':
      return actor.memberId;
    case 'candidate':
      return actor.candidateId;
    case 'system':
      return actor.interviewId;
  }
}
