/**
 * What browsers report of a page's policy, as far as it is counted: which rule was broken, and by what kind of thing. No
 * address and no text of a page is taken over: they may hold a link's secret. Pure.
 */

/** The rules of our policy, and what stands for any other. */
const DIRECTIVES = [
  'default-src',
  'script-src',
  'style-src',
  'img-src',
  'font-src',
  'connect-src',
  'media-src',
  'worker-src',
  'manifest-src',
  'base-uri',
  'form-action',
  'frame-ancestors',
  'require-trusted-types-for',
  'trusted-types',
  'other',
] as const;
const BLOCKED = ['inline', 'eval', 'trusted-types', 'own', 'foreign'] as const;

export interface PageReport {
  directive: (typeof DIRECTIVES)[number];
  blocked: (typeof BLOCKED)[number];
}

/** The report in a parsed body; null for anything else. */
export function pageReport(body: unknown, origin: string): PageReport | null {
  if (!isObject(body) || !isObject(body['csp-report'])) return null;
  const report = body['csp-report'];
  const directive = text(report['effective-directive']) || text(report['violated-directive']);
  return { directive: directiveOf(directive), blocked: blockedOf(text(report['blocked-uri']), origin) };
}

function directiveOf(named: string): PageReport['directive'] {
  // `script-src-elem` and `script-src-attr` are script-src to us.
  const base = named.split(' ', 1)[0]?.replace(/-(elem|attr)$/, '');
  return DIRECTIVES.find((one) => one === base) ?? 'other';
}

function blockedOf(named: string, origin: string): PageReport['blocked'] {
  if (named === 'inline' || named === 'eval') return named;
  if (named.startsWith('trusted-types')) return 'trusted-types';
  return URL.canParse(named) && new URL(named).origin === origin ? 'own' : 'foreign';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
