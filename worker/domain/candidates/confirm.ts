/** Confirms by mail what a candidate asked for or did; once for each key. */
import { and, eq } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import { candidates, interviews, roles, tenants } from '../tables.ts';
import { type Confirmed, confirmation } from './confirmation-rules.ts';

interface Of {
  tenantId: string;
  interviewId: string;
}

/** `at`: when it was asked or done. What was asked stands, mail or no mail: where none can be sent, the candidate's own page still tells it. */
export async function confirm(
  region: Region,
  { tenantId, interviewId }: Of,
  done: { what: Confirmed; text: string; key: string; at: Date },
): Promise<void> {
  const [rows] = await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .select({
        name: candidates.name,
        email: candidates.email,
        tenant: tenants.name,
        role: roles.title,
        endedAt: interviews.endedAt,
      })
      .from(interviews)
      .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
      .innerJoin(roles, eq(roles.id, interviews.roleId))
      .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
      .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, tenantId))),
  ]);
  const [to] = rows;
  if (to === undefined) return;
  try {
    await region.mail.send({
      id: makeId(region.id, 'mail', region.random(16)),
      tenantId,
      to: to.email,
      ...confirmation({ ...to, ...done, over: to.endedAt !== null && to.endedAt < done.at }),
      purpose: 'confirmation',
      idempotencyKey: `confirmation:${done.key}`,
    });
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'mail_unavailable')) throw error;
  }
}
