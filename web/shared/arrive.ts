/**
 * After a change of page the focus goes to its content, so that a screen reader and the Tab key begin there:
 * `<Router onRouteChange={arrive}>`, with `<main id="main" tabindex={-1}>` on every page.
 */
export function arrive(): void {
  document.getElementById('main')?.focus({ preventScroll: true });
}
