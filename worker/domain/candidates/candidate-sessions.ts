/** Sessions of candidates: opened by a link and a mailed code, for one interview, on one device. */
import { and, eq, gt, inArray, isNull, ne } from 'drizzle-orm';
import { makeId, makeSecret } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import type { Transaction } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { CandidateActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { candidateSessions } from '../tables.ts';

/** Opens a session after the code was right; returns the secret for the cookie. */
export async function openCandidateSession(
  region: Region,
  of: { tenantId: string; interviewId: string; candidateId: string },
  device: string,
): Promise<{ secret: string; expiresAt: Date; actor: CandidateActor }> {
  const secret = makeSecret(region.id, region.random(32));
  const digest = await region.digests.digest('session', secret);
  const expiresAt = new Date(region.now().getTime() + LIMITS.candidateSession.absoluteMs);
  const actor: CandidateActor = {
    kind: 'candidate',
    ...of,
    sessionId: makeId(region.id, 'candidateSession', region.random(16)),
  };
  await region.database.batch({ tenant: of.tenantId }, (db) => [
    db.insert(candidateSessions).values({
      id: actor.sessionId,
      ...of,
      digest,
      device: device.slice(0, LIMITS.text.userAgent),
      createdAt: region.now(),
      expiresAt,
    }),
    audited(region, actor, db, { action: 'candidate-session.opened', object: of.interviewId }),
  ]);
  return { secret, expiresAt, actor };
}

/** The candidate behind a cookie's secret, or null. */
export async function candidateOfSession(region: Region, secret: string): Promise<CandidateActor | null> {
  for (const digest of await region.digests.every('session', secret)) {
    const actor = await candidateOfDigest(region, digest);
    if (actor !== null) return actor;
  }
  return null;
}

async function candidateOfDigest(region: Region, digest: string): Promise<CandidateActor | null> {
  const [found] = await region.database.batch({ digest }, (db) => [
    db
      .select()
      .from(candidateSessions)
      .where(
        and(
          eq(candidateSessions.digest, digest),
          isNull(candidateSessions.revokedAt),
          gt(candidateSessions.expiresAt, region.now()),
        ),
      ),
  ]);
  const session = found[0];
  if (session === undefined) return null;
  return {
    kind: 'candidate',
    tenantId: session.tenantId,
    interviewId: session.interviewId,
    candidateId: session.candidateId,
    sessionId: session.id,
  };
}

/** Ends the sessions of these interviews on every device, `but` one where that is given. */
export async function endCandidateSessions(
  region: Region,
  tx: Transaction,
  of: { tenantId: string; interviewIds: readonly string[]; but: string | null },
): Promise<void> {
  await tx
    .update(candidateSessions)
    .set({ revokedAt: region.now() })
    .where(
      and(
        eq(candidateSessions.tenantId, of.tenantId),
        inArray(candidateSessions.interviewId, [...of.interviewIds]),
        isNull(candidateSessions.revokedAt),
        ...(of.but === null ? [] : [ne(candidateSessions.id, of.but)]),
      ),
    );
}

/** Ends this device's session; the link opens a new one with a new code. */
export async function closeCandidateSession(region: Region, actor: CandidateActor): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .update(candidateSessions)
      .set({ revokedAt: region.now() })
      .where(and(eq(candidateSessions.id, actor.sessionId), eq(candidateSessions.tenantId, actor.tenantId))),
    audited(region, actor, db, { action: 'candidate-session.closed', object: actor.interviewId }),
  ]);
}
