/**
 * Changes of state come from our own pages or from programs, never from another site's page: browsers say where a
 * request comes from in Sec-Fetch-Site and Origin, programs send neither.
 */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export function fromOwnOrigin(request: Request): boolean {
  const upgrade = request.headers.get('upgrade') !== null;
  if (SAFE.has(request.method) && !upgrade) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.get('origin');
  return origin === null || origin === new URL(request.url).origin;
}
