/**
 * Under which host names this installation answers. A name that somebody else points at our address (DNS rebinding)
 * is not one of them. Pure.
 */

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** A name that only this machine can be called by. `hostname` as in a URL, without the port. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/**
 * @param url of the request, whose host is the one that the client named
 * @param own.origin where this installation is reached, as configured
 * @param own.local it was started on this machine, which reaches it by any of its own names and through any port
 */
export function isOwnHost(url: URL, own: { origin: string; local: boolean }): boolean {
  return url.host === new URL(own.origin).host || (own.local && isLoopback(url.hostname));
}
