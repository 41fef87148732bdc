/** Whole seconds until something may be done again. */
import { useCallback, useEffect, useState } from 'preact/hooks';

export function useCountdown(ms: number): { seconds: number; restart: (ms: number) => void } {
  const [endsAtMs, setEnd] = useState(() => Date.now() + ms);
  const [nowMs, setNow] = useState(() => Date.now());
  const over = nowMs >= endsAtMs;
  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [over, endsAtMs]);
  const restart = useCallback((next: number) => {
    setNow(Date.now());
    setEnd(Date.now() + next);
  }, []);
  return { seconds: Math.max(0, Math.ceil((endsAtMs - nowMs) / 1000)), restart };
}
