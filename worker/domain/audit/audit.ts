/**
 * Every read of personal data and every change leaves an entry here, in the same transaction as what it
 * records. Entries hold ids, never words or names. This is the one way in: a Merkle log goes behind it.
 */
import type { SQL } from 'drizzle-orm';
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
  return (db as Queries).insert(auditEntries).values(auditRow(region, actor, entry));
}

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
  };
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
