/**
 * A page that the browser kept whole and shows again (back-forward cache) may show what its session no longer may see.
 * It is hidden when it is left, and shown only when its session still holds; otherwise it is loaded anew.
 */
export function checkWhenShownAgain(stillMine: () => Promise<boolean>): () => void {
  const page = document.documentElement;
  const leave = ({ persisted }: PageTransitionEvent) => {
    if (persisted) page.hidden = true;
  };
  const show = async ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    page.hidden = true;
    if (await stillMine().catch(() => false)) page.hidden = false;
    else location.reload();
  };
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', show);
  return () => {
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', show);
  };
}
