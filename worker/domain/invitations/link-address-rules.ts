/** The address of an invitation's page. Pure. */

/**
 * The address that opens an interview. Its secret is the fragment, which no browser sends: no server's and no platform's
 * log holds it, and no Referer does.
 */
export function linkAddress(origin: string, secret: string): string {
  return `${origin}/i#${secret}`;
}
