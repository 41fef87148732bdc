/** Which addresses are pages of the web app; every other one that is no file is not there. Pure. */

/** As the web app's own routes write them; `test/shape.test.ts` holds them together. */
const PAGES = [
  '/',
  '/mailbox',
  '/regions',
  '/i',
  // Links of older mails, with the secret in the path; the page takes it out of the address.
  '/i/:link',
  '/sign-in',
  '/app',
  '/app/roles',
  '/app/roles/:role',
  '/app/roles/:role/plan',
  '/app/roles/:role/plan/preview',
  '/app/roles/:role/compare',
  '/app/roles/:role/invite',
  '/app/roles/:role/settings',
  '/app/interviews/:id',
  '/app/live',
  '/app/requests',
  '/app/privacy',
  '/app/fairness',
  '/app/audit',
  '/app/team',
  '/app/account',
] as const;

/** Pages that need no session and no link, for search engines. */
export const PUBLIC_PAGES = ['/', '/regions', '/sign-in'] as const;

const PATTERNS = PAGES.map((page) => new RegExp(`^${page.replaceAll(/:\w+/g, '[^/]+')}/?$`));

export function isPage(pathname: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(pathname));
}
