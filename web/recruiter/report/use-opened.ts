/** What a member has had open: time with the page in view, and which quotes were played. Recorded with a decision. */
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Opened } from './decision-form.tsx';
import type { Span } from './listening.ts';

export function useOpened(interviewId: string) {
  const seen = useRef({ ms: 0, since: 0, quotes: new Set<string>() });

  useEffect(() => {
    const now = seen.current;
    now.ms = 0;
    now.quotes.clear();
    now.since = document.hidden ? 0 : performance.now();
    const turned = () => {
      if (document.hidden) {
        now.ms += now.since === 0 ? 0 : performance.now() - now.since;
        now.since = 0;
      } else {
        now.since = performance.now();
      }
    };
    document.addEventListener('visibilitychange', turned);
    return () => document.removeEventListener('visibilitychange', turned);
  }, [interviewId]);

  const opened = useCallback((): Opened => {
    const { ms, since, quotes } = seen.current;
    return {
      openedForMs: Math.round(ms + (since === 0 ? 0 : performance.now() - since)),
      quotesPlayed: quotes.size,
    };
  }, []);
  const played = useCallback((span: Span) => {
    seen.current.quotes.add(`${span.startMs}-${span.endMs}`);
  }, []);
  return { opened, played };
}
