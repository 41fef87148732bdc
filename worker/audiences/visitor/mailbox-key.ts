/**
 * Who may read the embedded mailbox: a browser on this machine that has opened the address printed by `npm start` once.
 * The key in that address is exchanged for a cookie and leaves the address at once.
 */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { sameSecret } from '../../digest.ts';
import { type Config, type Env, readConfig } from '../../env.ts';
import { isLoopback } from '../../host-rules.ts';

const MAILBOX_COOKIE = 'il-mailbox';
const PARAMETER = 'key';

/** Whether this request may read the mailbox. Always false where the installation has none. */
export async function mayReadMailbox(c: Context, config: Config): Promise<boolean> {
  return await isKey(config, c.req.url, getCookie(c, MAILBOX_COOKIE));
}

/** The answer to a page that is opened with the key in its address; null for every other page. */
export async function exchangedKey(c: Context): Promise<Response | null> {
  const url = new URL(c.req.url);
  const sent = url.searchParams.get(PARAMETER);
  if (sent === null || !(await isKey(readConfig(c.env as Env), c.req.url, sent))) return null;
  url.searchParams.delete(PARAMETER);
  const headers = new Headers({ location: `${url.pathname}${url.search}`, 'cache-control': 'no-store' });
  // Lax: the address is opened from a terminal or a mail, and the redirect after it must bring the cookie already.
  headers.set('set-cookie', `${MAILBOX_COOKIE}=${sent}; Path=/; HttpOnly; SameSite=Lax`);
  return new Response(null, { status: 303, headers });
}

async function isKey(config: Config, url: string, sent: string | undefined): Promise<boolean> {
  if (config.mailboxKey === null || sent === undefined || !isLoopback(new URL(url).hostname)) return false;
  return await sameSecret(config.digests, sent, config.mailboxKey);
}
