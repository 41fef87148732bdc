/** The code that goes with a link: mailed to the invited address only, so that a forwarded link opens nothing. */
import { makeId } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import type { Region } from '../../regions/region.ts';
import type { VisitorActor } from '../actors.ts';
import { checkCode, sendCode } from '../codes/one-time-code.ts';
import { openCandidateSession } from './candidate-sessions.ts';
import { findLink, noteOpened } from './link.ts';

/** @throws Problem of the link, or too_many_requests inside the countdown */
export async function sendLinkCode(
  region: Region,
  actor: VisitorActor,
  secret: string,
): Promise<{ resendInMs: number }> {
  const link = await findLink(region, actor, secret, { after: true });
  return await sendCode(region, { purpose: 'candidate', identity: link.interview.id }, async (code) => {
    const id = makeId(region.id, 'mail', region.random(16));
    await region.mail.send({
      id,
      tenantId: link.tenant.id,
      to: link.candidate.email,
      subject: `${code} is your code for the interview at ${link.tenant.name}`,
      text: [
        `Hello ${link.candidate.name},`,
        `your code is ${code}. It works once, for ${LIMITS.codes.livesMs / 60_000} minutes, on the page where you asked for it.`,
        'If you did not ask for it, somebody else has your link; without this code it opens nothing.',
      ].join('\n\n'),
      purpose: 'candidate-code',
      idempotencyKey: `candidate-code:${id}`,
    });
  });
}

/**
 * Opens the candidate's session with link and code.
 * @throws Problem of the link, code_wrong, code_spent, too_many_requests
 */
export async function verifyLink(
  region: Region,
  actor: VisitorActor,
  input: { link: string; code: string; device: string },
): Promise<{ secret: string; expiresAt: Date }> {
  const link = await findLink(region, actor, input.link, { after: true });
  await checkCode(region, { purpose: 'candidate', identity: link.interview.id }, input.code);
  if (link.standing === 'open') await noteOpened(region, link);
  const of = { tenantId: link.tenant.id, interviewId: link.interview.id, candidateId: link.candidate.id };
  return await openCandidateSession(region, of, input.device);
}
