/** Links that do not open: each says why, and what is not one's own looks as if it were not there. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { interviews, invitations } from '../../worker/domain/tables.ts';
import { makeSecret } from '../../worker/ids.ts';
import { Browser } from '../support/a-browser.ts';
import { anInvited, type Invited } from '../support/room-line.ts';
import { region, request, send } from '../support/story.ts';

/** A fresh secret for the invitation of an interview, as a mail would carry it. */
async function linkOf(invited: Invited, change: Partial<typeof invitations.$inferInsert> = {}): Promise<string> {
  const at = region();
  const link = makeSecret('eu', at.random(32));
  const digest = await at.digests.digest('link', link);
  await at.database.batch({ tenant: invited.owner.tenantId }, (db) => [
    db
      .update(invitations)
      .set({ digest, expiresAt: new Date(Date.now() + 86_400_000), revokedAt: null, ...change })
      .where(eq(invitations.interviewId, invited.interviewId)),
  ]);
  return link;
}

async function codeOf(link: string): Promise<[status: number, code: string]> {
  const answer = await send('POST', '/api/visitor/link', { link });
  const { code = 'open' } = (await answer.json()) as { code?: string };
  return [answer.status, code];
}

test('a link opens, and once it is expired, revoked or used it says so', async () => {
  const invited = await anInvited();
  expect(await codeOf(await linkOf(invited))).toEqual([200, 'open']);
  expect(await codeOf(await linkOf(invited, { expiresAt: new Date(0) }))).toEqual([410, 'link_expired']);
  expect(await codeOf(await linkOf(invited, { revokedAt: new Date() }))).toEqual([410, 'link_revoked']);
  const link = await linkOf(invited);
  await region().database.batch({ tenant: invited.owner.tenantId }, (db) => [
    db.update(interviews).set({ state: 'to-decide' }).where(eq(interviews.id, invited.interviewId)),
  ]);
  expect(await codeOf(link)).toEqual([410, 'link_used']);
});

test('after five wrong codes even the right one is refused', async () => {
  const invited = await anInvited();
  const link = await linkOf(invited);
  const browser = new Browser();
  await browser.send('POST', '/api/visitor/link/code', { link });
  const mails = (await region().mail.mailbox(50)) ?? [];
  const right =
    /\d{6}/.exec(
      mails.find((mail) => mail.tenantId === invited.owner.tenantId && mail.purpose === 'candidate-code')?.subject ??
        '',
    )?.[0] ?? '';
  expect(right).toMatch(/^\d{6}$/);
  const wrong = right === '000000' ? '111111' : '000000';
  for (let i = 0; i < 5; i += 1)
    expect((await browser.send('POST', '/api/visitor/link/verify', { link, code: wrong })).status).toBe(422);
  const refused = await browser.send('POST', '/api/visitor/link/verify', { link, code: right });
  expect(await refused.json()).toMatchObject({ code: 'code_spent' });
});

test('a candidate’s cookie opens nothing of the recruiter’s', async () => {
  const answer = await request('/api/recruiter/me', {
    cookie: `__Host-il-candidate=${makeSecret('eu', region().random(32))}`,
  });
  expect(answer.status).toBe(401);
});
