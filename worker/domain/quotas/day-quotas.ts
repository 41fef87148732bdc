/** How much one tenant may do in a day, so that a stolen session or a broken script cannot mail or fill without end. */
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import type { Queries, Transaction } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { auditEntries, candidates, interviews, invitations, recordingParts, recordings } from '../tables.ts';

const DAY_MS = 86_400_000;
const RETRY_AFTER_S = 3600;

type Kind = 'invitations' | 'resends' | 'mailsPerAddress' | 'interviews' | 'storageBytes';

function over(kind: Kind): Problem {
  const detail = `More than ${LIMITS.quota[kind]} in one day (${kind}).`;
  return new Problem('too_many_requests', { detail, retryAfterS: RETRY_AFTER_S });
}

function dayAgo(region: Region): Date {
  return new Date(region.now().getTime() - DAY_MS);
}

/**
 * Links that are about to be mailed to these addresses, each once.
 * @throws Problem too_many_requests
 */
export async function mayInvite(
  region: Region,
  actor: MemberActor,
  tx: Transaction,
  addresses: readonly string[],
): Promise<void> {
  const recent = and(eq(invitations.tenantId, actor.tenantId), gt(invitations.createdAt, dayAgo(region)));
  const [all] = await tx.select({ count: sql<number>`count(*)::int` }).from(invitations).where(recent);
  if ((all?.count ?? 0) + addresses.length > LIMITS.quota.invitations) throw over('invitations');
  const busy = await tx
    .select({ email: candidates.email })
    .from(invitations)
    .innerJoin(candidates, eq(candidates.id, invitations.candidateId))
    .where(and(recent, inArray(candidates.email, [...addresses])))
    .groupBy(candidates.email)
    .having(sql`count(*) >= ${LIMITS.quota.mailsPerAddress}`)
    .limit(1);
  if (busy.length > 0) throw over('mailsPerAddress');
}

/** @throws Problem too_many_requests */
export async function maySendAgain(region: Region, actor: MemberActor, tx: Transaction): Promise<void> {
  const [sent] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.tenantId, actor.tenantId),
        gt(auditEntries.at, dayAgo(region)),
        eq(auditEntries.action, 'invitation.sent-again'),
      ),
    );
  if ((sent?.count ?? 0) >= LIMITS.quota.resends) throw over('resends');
}

/** For a batch: how many interviews of the tenant were begun within a day. */
export function begunToday(region: Region, tenantId: string, db: Queries) {
  return db
    .select({ count: sql<number>`count(*)::int` })
    .from(interviews)
    .where(and(eq(interviews.tenantId, tenantId), gt(interviews.startedAt, dayAgo(region))));
}

/** @throws Problem too_many_requests */
export function mayBegin(begun: readonly { count: number }[]): void {
  if ((begun[0]?.count ?? 0) >= LIMITS.quota.interviews) throw over('interviews');
}

/** For a batch: bytes of recordings that came within a day, in parts and sealed. */
export function storedToday(region: Region, tenantId: string, db: Queries) {
  const since = dayAgo(region).toISOString();
  return db
    .select({
      bytes: sql<number>`(coalesce(sum(${recordingParts.size}), 0) + (select coalesce(sum(r.size), 0) from ${recordings} r
        where r.tenant_id = ${tenantId} and r.sealed_at > ${since}::timestamptz))::float8`,
    })
    .from(recordingParts)
    .where(and(eq(recordingParts.tenantId, tenantId), gt(recordingParts.createdAt, dayAgo(region))));
}

/** @throws Problem too_many_requests */
export function mayStore(stored: readonly { bytes: number }[], more: number): void {
  if ((stored[0]?.bytes ?? 0) + more > LIMITS.quota.storageBytes) throw over('storageBytes');
}
