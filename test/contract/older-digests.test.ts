/** Secrets change and versions too: what people were sent before still opens, until its secret is taken off the list. */
import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { digestsUnder } from '../../worker/digest.ts';
import { candidateOfSession, openCandidateSession } from '../../worker/domain/candidates/candidate-sessions.ts';
import { lookUpLink } from '../../worker/domain/candidates/link.ts';
import { checkCode, sendCode } from '../../worker/domain/codes/one-time-code.ts';
import { candidateSessions, invitations } from '../../worker/domain/tables.ts';
import { makeSecret } from '../../worker/ids.ts';
import type { Region } from '../../worker/regions/region.ts';
import { anInvited, type Invited } from '../support/room-line.ts';
import { freshNetwork, region, uniqueAddress } from '../support/story.ts';

const OLD = 'the secret of last year, which is long enough';
const NEW = 'the secret of this year, which is long enough';

/** The region as an installation with these secrets has it. */
function under(...secrets: [string, ...string[]]): Region {
  return { ...region(), digests: digestsUnder(secrets) };
}

/** As version 0.2.0 kept a link and a session: by their HMAC under the secret itself. */
function keptBefore(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

async function linkKeptAs(invited: Invited, digestOf: (link: string) => string | Promise<string>): Promise<string> {
  const link = makeSecret('eu', region().random(32));
  const digest = await digestOf(link);
  await region().database.batch({ tenant: invited.owner.tenantId }, (db) => [
    db.update(invitations).set({ digest }).where(eq(invitations.interviewId, invited.interviewId)),
  ]);
  return link;
}

async function opened(at: Region, link: string): Promise<string | null> {
  return await lookUpLink(at, { kind: 'visitor' }, link).then(
    ({ invitation }) => invitation.interviewId,
    () => null,
  );
}

async function aSession(at: Region, { owner, interviewId }: Invited) {
  const { tenantId } = owner;
  const [[row]] = await region().database.batch({ tenant: tenantId }, (db) => [
    db
      .select({ candidateId: invitations.candidateId })
      .from(invitations)
      .where(eq(invitations.interviewId, interviewId)),
  ]);
  return await openCandidateSession(at, { tenantId, interviewId, candidateId: row?.candidateId ?? '' }, 'a phone');
}

test('a link and a session that version 0.2.0 kept open what they did, under its secret and no other', async () => {
  const invited = await anInvited();
  const link = await linkKeptAs(invited, (text) => keptBefore(OLD, text));
  expect(await opened(under(OLD), link)).toBe(invited.interviewId);
  expect(await opened(under(NEW, OLD), link)).toBe(invited.interviewId);
  expect(await opened(under(NEW), link)).toBeNull();

  const { secret, actor } = await aSession(under(OLD), invited);
  await region().database.batch({ tenant: invited.owner.tenantId }, (db) => [
    db
      .update(candidateSessions)
      .set({ digest: keptBefore(OLD, secret) })
      .where(eq(candidateSessions.id, actor.sessionId)),
  ]);
  expect(await candidateOfSession(under(OLD), secret)).toEqual(actor);
  expect(await candidateOfSession(under(NEW), secret)).toBeNull();
});

test('what was made under the old secret opens while it is on the list, and not after', async () => {
  const invited = await anInvited();
  const link = await linkKeptAs(invited, (text) => under(OLD).digests.digest('link', text));
  const { secret, actor } = await aSession(under(OLD), invited);
  for (const at of [under(OLD), under(NEW, OLD)]) {
    expect(await opened(at, link)).toBe(invited.interviewId);
    expect(await candidateOfSession(at, secret)).toEqual(actor);
  }
  expect(await opened(under(NEW), link)).toBeNull();
  expect(await candidateOfSession(under(NEW), secret)).toBeNull();
});

test('what is made while both are on the list outlives the old one, and is not kept as before', async () => {
  const invited = await anInvited();
  const { digests } = under(NEW, OLD);
  const link = await linkKeptAs(invited, (text) => digests.digest('link', text));
  expect(await opened(under(NEW), link)).toBe(invited.interviewId);
  expect(await opened(under(OLD), link)).toBeNull();
  expect(await digests.digest('link', link)).not.toBe(keptBefore(NEW, link));
});

test('a code that is in the mail when a new secret comes in front has to be asked for again', async () => {
  const key = { purpose: 'member', identity: uniqueAddress('rotated') } as const;
  const asker = { network: freshNetwork(), browser: 'one browser', marks: [] };
  let code = '';
  await sendCode(under(OLD), key, asker, async (sent) => {
    code = sent;
  });
  await expect(checkCode(under(NEW, OLD), key, asker, code)).rejects.toMatchObject({ code: 'code_spent' });
  await checkCode(under(OLD), key, asker, code);
  await sendCode(under(NEW, OLD), key, asker, async (sent) => {
    code = sent;
  });
  await checkCode(under(NEW, OLD), key, asker, code);
});
