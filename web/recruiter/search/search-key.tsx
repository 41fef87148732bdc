/** The key that opens the search from anywhere in the workspace: Ctrl+K, or ⌘K. */
import { useEffect, useState } from 'preact/hooks';
import { lazyPage } from '../../shared/lazy-page.ts';

const SearchAll = lazyPage(() => import('./search-all.tsx').then((part) => part.SearchAll));

export function SearchKey() {
  const [open, set] = useState(false);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      set(true);
    };
    const asked = () => set(true);
    addEventListener('keydown', pressed);
    addEventListener('interloop:search', asked);
    return () => {
      removeEventListener('keydown', pressed);
      removeEventListener('interloop:search', asked);
    };
  }, []);
  return open ? <SearchAll onClose={() => set(false)} /> : null;
}

/** Opens the search for whoever has no keyboard. */
export function openSearch(): void {
  dispatchEvent(new Event('interloop:search'));
}
