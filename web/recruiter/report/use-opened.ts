/**
 * What a member has had open: time with the report in view, and which quotes were played. Recorded with a decision.
 * Leafing on and coming back goes on where it was, for as long as the tab lives.
 */
import { useCallback, useEffect } from 'preact/hooks';
import type { Opened } from './decision-form.tsx';
import type { Span } from './listening.ts';

interface Seen {
  ms: number;
  /** Since when it has been in view; 0 while it is not. */
  since: number;
  quotes: Set<string>;
}

const seen = new Map<string, Seen>();

function seenOf(interviewId: string): Seen {
  const one = seen.get(interviewId) ?? { ms: 0, since: 0, quotes: new Set<string>() };
  seen.set(interviewId, one);
  return one;
}

function rest(one: Seen): void {
  if (one.since !== 0) one.ms += performance.now() - one.since;
  one.since = 0;
}

export function useOpened(interviewId: string) {
  useEffect(() => {
    const one = seenOf(interviewId);
    const turned = () => {
      rest(one);
      if (!document.hidden) one.since = performance.now();
    };
    turned();
    document.addEventListener('visibilitychange', turned);
    return () => {
      document.removeEventListener('visibilitychange', turned);
      rest(one);
    };
  }, [interviewId]);

  const opened = useCallback((): Opened => {
    const { ms, since, quotes } = seenOf(interviewId);
    return {
      openedForMs: Math.round(ms + (since === 0 ? 0 : performance.now() - since)),
      quotesPlayed: quotes.size,
    };
  }, [interviewId]);
  const played = useCallback(
    (span: Span) => {
      seenOf(interviewId).quotes.add(`${span.startMs}-${span.endMs}`);
    },
    [interviewId],
  );
  return { opened, played };
}
