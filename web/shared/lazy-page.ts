/** A page in a chunk of its own; the page before stays until it is there. Needs an `ErrorBoundary` of preact-iso above. */
import type { ComponentType } from 'preact';
import lazy from 'preact-iso/lazy';
import { LoadFailed } from './ui/load-failed.tsx';

/** `const MailboxPage = lazyPage(() => import(…).then((page) => page.MailboxPage))` */
export function lazyPage<P = Record<never, never>>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return lazy<ComponentType<P>>(() => load().catch((): ComponentType<P> => LoadFailed));
}
