/**
 * The headers of every answer. The policy allows our own origin and no inline code or style; a page may also connect to
 * the media servers that are set up, if any are.
 */

const policy = (connect: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "media-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** Microphone and camera are allowed on the candidate's page only. */
function permissions(path: string): string {
  const own = path.startsWith('/i/') ? '(self)' : '()';
  return `microphone=${own}, camera=${own}, geolocation=(), payment=(), usb=(), interest-cohort=()`;
}

/** `connect`: origins beside our own. */
export function setSecurityHeaders(headers: Headers, path: string, connect: readonly string[]): void {
  headers.set('content-security-policy', policy(connect));
  headers.set('permissions-policy', permissions(path));
  headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains; preload');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('x-frame-options', 'DENY');
}
