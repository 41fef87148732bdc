/**
 * Signs of reading: while a report is in view the server hears of it, and of each quote that is played. It counts
 * there, so that a reload, another tab or another device goes on where it was.
 */
import { useCallback, useEffect } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import type { Span } from './listening.ts';

/** The server counts signs as one stretch that lie up to 15 s apart. */
const SIGN_EVERY_MS = 10_000;

export function useOpened(interviewId: string): { played: (span: Span) => void } {
  const tell = useCallback(
    (played: Span | null) => {
      // A sign that is lost counts as not read, which harms nobody.
      api('POST /api/recruiter/interviews/:id/reading', { params: { id: interviewId }, body: { played } }).catch(
        () => {},
      );
    },
    [interviewId],
  );
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) tell(null);
    }, SIGN_EVERY_MS);
    // Coming into view and going out of it are where a stretch begins and ends.
    const turned = () => tell(null);
    document.addEventListener('visibilitychange', turned);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', turned);
      tell(null);
    };
  }, [tell]);
  const played = useCallback(({ startMs, endMs }: Span) => tell({ startMs, endMs }), [tell]);
  return { played };
}
