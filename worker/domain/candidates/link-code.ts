/** The code that goes with a link: mailed to the invited address only, so that a forwarded link opens nothing. */
import { makeId } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import type { Region } from '../../regions/region.ts';
import type { VisitorActor } from '../actors.ts';
import type { Asker } from '../codes/asker.ts';
import { checkCode, deviceMark, sendCode } from '../codes/one-time-code.ts';
import { openCandidateSession } from './candidate-sessions.ts';
import { findLink, noteOpened } from './link.ts';

/** @throws Problem of the link, or too_many_requests inside the countdown */
export async function sendLinkCode(
  region: Region,
  actor: VisitorActor,
  input: { link: string; asker: Asker & { browser: string } },
): Promise<{ resendInMs: number }> {
  const link = await findLink(region, actor, input.link, { after: true });
  const key = { purpose: 'candidate', identity: link.interview.id } as const;
  const { resendInMs } = await sendCode(region, key, input.asker, async (code) => {
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
  return { resendInMs };
}

/**
 * Opens the candidate's session with link and code.
 * @throws Problem of the link, code_elsewhere, code_wrong, code_spent
 */
export async function verifyLink(
  region: Region,
  actor: VisitorActor,
  input: { link: string; code: string; device: string; asker: Asker },
): Promise<{ secret: string; expiresAt: Date; mark: string }> {
  const link = await findLink(region, actor, input.link, { after: true });
  const key = { purpose: 'candidate', identity: link.interview.id } as const;
  await checkCode(region, key, input.asker, input.code);
  if (link.standing === 'open') await noteOpened(region, link);
  const of = { tenantId: link.tenant.id, interviewId: link.interview.id, candidateId: link.candidate.id };
  return { ...(await openCandidateSession(region, of, input.device)), mark: await deviceMark(region, key) };
}
