/** One thing a person does that the server must answer: busy while it runs, a problem when it was refused. */
import { useCallback, useRef, useState } from 'preact/hooks';
import { type ApiProblem, asProblem } from './api.ts';

export interface Action<A extends unknown[]> {
  run: (...args: A) => Promise<void>;
  busy: boolean;
  problem: ApiProblem | null;
  clear: () => void;
}

/** A second press while the first runs does nothing. */
export function useAction<A extends unknown[]>(act: (...args: A) => Promise<unknown>): Action<A> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const running = useRef(false);
  const latest = useRef(act);
  latest.current = act;

  const run = useCallback(async (...args: A) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await latest.current(...args);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setProblem(null), []);
  return { run, busy, problem, clear };
}
