import { useEffect, useState } from 'preact/hooks';

/** Whole seconds until a moment; 0 once it has come. */
export function useCountdown(): { seconds: number; start: (ms: number) => void } {
  const [endsAt, setEndsAt] = useState(0);
  const [now, setNow] = useState(() => performance.now());
  const seconds = Math.max(0, Math.ceil((endsAt - now) / 1000));
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [seconds === 0]);
  return {
    seconds,
    start: (ms) => {
      setNow(performance.now());
      setEndsAt(performance.now() + ms);
    },
  };
}
