/**
 * The headers of every answer. The policy allows our own origin and no inline code or style; a script's address must be
 * made by the one named rule (web/shared/own-script.ts); a page may also connect to the media servers that are set up,
 * if any are. What a browser refuses by it, it tells to REPORTS.
 */

const REPORTS = '/api/visitor/page-reports';

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
    'trusted-types interloop',
    // Not report-to: with it Chromium sends nothing from an address without TLS, and every browser knows this one.
    `report-uri ${REPORTS}`,
  ].join('; ');

/** Microphone and camera are allowed on the candidate's page only. */
function permissions(path: string): string {
  const own = /^\/i(\/[^/]+)?\/?$/.test(path) ? '(self)' : '()';
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
