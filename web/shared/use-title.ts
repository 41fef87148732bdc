import { useEffect } from 'preact/hooks';

/** The tab's title: the page first, then where it belongs. */
export function useTitle(page: string, place = 'Interloop'): void {
  useEffect(() => {
    document.title = page === '' || page === place ? place : `${page} · ${place}`;
  }, [page, place]);
}
