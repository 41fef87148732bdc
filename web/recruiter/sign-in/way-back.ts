/** Signing in leads back to where one was; only ever to a page of our own workspace. */

const WORKSPACE = /^\/app(\/[\w/-]*)?(\?[^#]*)?$/;

export function leaveForSignIn(): void {
  const here = `${location.pathname}${location.search}`;
  location.assign(here === '/app' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(here)}`);
}

export function wayBack(to: string | undefined): string {
  return to !== undefined && WORKSPACE.test(to) ? to : '/app';
}
