/**
 * The cookies of this product. Each is HttpOnly and carries the `__Host-` prefix, so that no neighbour domain can set
 * it. Over plain http on this machine a browser may refuse prefix and Secure (WebKit does); there, and only there, they
 * go without.
 */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isLoopback } from '../host-rules.ts';

/** `code`: the browser that asked for a code. `device`: marks of those who signed in here before. */
export type CookieName = 'il-member' | 'il-candidate' | 'il-code' | 'il-device';

/** The name under which this browser holds it. */
export function nameOfCookie(c: Context, name: CookieName): string {
  return isPlain(c) ? name : `__Host-${name}`;
}

export function readCookie(c: Context, name: CookieName): string | undefined {
  return getCookie(c, nameOfCookie(c, name));
}

export function giveCookie(c: Context, name: CookieName, value: string, expires: Date): void {
  const secure = !isPlain(c);
  setCookie(c, nameOfCookie(c, name), value, { path: '/', secure, httpOnly: true, sameSite: 'Lax', expires });
}

export function dropCookie(c: Context, name: CookieName): void {
  deleteCookie(c, nameOfCookie(c, name), { path: '/', secure: !isPlain(c) });
}

function isPlain(c: Context): boolean {
  const { protocol, hostname } = new URL(c.req.url);
  return protocol === 'http:' && isLoopback(hostname);
}
