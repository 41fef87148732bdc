/** Tells the recruiter who invited that there is a report, or that the candidate asked for a person; once. */
import { and, eq, sql } from 'drizzle-orm';
import { makeId } from '../../ids.ts';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { hiddenFromMember, nameUnless } from '../blind/blind.ts';
import { seesRole } from '../roles/sees-role.ts';
import { candidates, type EndReason, interviewEvents, interviews, invitations, members, roles } from '../tables.ts';
import { stepRow } from './note-step.ts';

export async function notifyReport(region: Region, actor: SystemActor, input: { reason: EndReason }): Promise<void> {
  const [found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({
        parked: sql<boolean>`exists (select from parked_tasks p where p.interview_id = ${interviews.id})`,
        candidate: nameUnless(hiddenFromMember()),
        role: roles.title,
        to: members.email,
        name: members.name,
      })
      .from(interviews)
      .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
      .innerJoin(roles, eq(roles.id, interviews.roleId))
      .innerJoin(invitations, eq(invitations.interviewId, interviews.id))
      .innerJoin(members, eq(members.id, invitations.createdBy))
      .where(and(eq(interviews.id, actor.interviewId), eq(interviews.tenantId, actor.tenantId), seesRole()))
      .limit(1),
  ]);
  const [told] = found;
  if (told !== undefined) {
    const human = input.reason === 'human-requested';
    await region.mail.send({
      id: makeId(region.id, 'mail', region.random(16)),
      tenantId: actor.tenantId,
      to: told.to,
      subject: human ? `${told.candidate} asks for a person` : `${told.candidate}: the report is ready`,
      text: [
        `Hello ${told.name},`,
        human
          ? `${told.candidate} stopped the interview for ${told.role} and asks to speak with a person instead. Nothing was judged.`
          : `${told.candidate} has finished the interview for ${told.role}. The report is ready to read, and the decision is yours.`,
        ...(told.parked
          ? [
              'Something of it failed on our side and was set aside. Open the report to see what, and to have it tried again.',
            ]
          : []),
        `${region.origin}/app/interviews/${actor.interviewId}`,
      ].join('\n\n'),
      purpose: human ? 'request' : 'report-ready',
      idempotencyKey: `${human ? 'human' : 'report-ready'}:${actor.interviewId}`,
    });
  }
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .insert(interviewEvents)
      .values(
        stepRow(actor, {
          key: 'recruiter-told',
          kind: 'recruiter-told',
          detail: { told: told !== undefined },
          at: region.now(),
        }),
      )
      .onConflictDoNothing(),
  ]);
}
