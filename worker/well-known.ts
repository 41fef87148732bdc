/** Small files for machines, which name this installation's own address: robots.txt, sitemap.xml, security.txt. */
import type { Config } from './env.ts';
import { PUBLIC_PAGES } from './page-rules.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** RFC 9116 wants less than a year. */
const SECURITY_DAYS = 180;

type KnownFile = (config: Config, nowMs: number) => { type: string; text: string };

const FILES: Readonly<Record<string, KnownFile>> = {
  '/robots.txt': ({ origin }) => ({
    type: 'text/plain; charset=utf-8',
    text: `User-agent: *\nDisallow: /api/\nDisallow: /app\n\nSitemap: ${origin}/sitemap.xml\n`,
  }),
  '/sitemap.xml': ({ origin }) => ({
    type: 'application/xml; charset=utf-8',
    text: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${PUBLIC_PAGES.map((page) => `<url><loc>${origin}${page}</loc></url>\n`).join('')}</urlset>\n`,
  }),
  '/.well-known/security.txt': securityText,
  // Where it was before RFC 9116, and where some still look.
  '/security.txt': securityText,
};

function securityText({ origin, securityContact }: Config, nowMs: number): { type: string; text: string } {
  const expires = new Date(Math.floor(nowMs / DAY_MS) * DAY_MS + SECURITY_DAYS * DAY_MS);
  const lines = [
    `Contact: ${securityContact}`,
    `Expires: ${expires.toISOString().replace('.000', '')}`,
    'Preferred-Languages: en',
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return { type: 'text/plain; charset=utf-8', text: `${lines.join('\n')}\n` };
}

/** The file at this path, or null when it is none of them. */
export function wellKnown(config: () => Config, pathname: string, nowMs: number): Response | null {
  const file = Object.hasOwn(FILES, pathname) ? FILES[pathname] : undefined;
  if (file === undefined) return null;
  const { type, text } = file(config(), nowMs);
  return new Response(text, { headers: { 'content-type': type, 'cache-control': 'public, max-age=3600' } });
}
