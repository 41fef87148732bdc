/** Loads what a page shows: loading, ready or failed, and loading again. A late answer never replaces a newer one. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type ApiProblem, asProblem } from './api.ts';

export type Load<T> = {
  /** Asks again; what is shown stays until the new answer is there. */
  reload: () => void;
  /** Shows a value that is already known, for example the answer of a change. */
  put: (data: T) => void;
} & ({ state: 'loading' } | { state: 'ready'; data: T } | { state: 'failed'; problem: ApiProblem });

type Shown<T> = { state: 'loading' } | { state: 'ready'; data: T } | { state: 'failed'; problem: ApiProblem };

/** `needs`: the values that the request depends on; a change of one loads anew from the loading state. */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>, needs: readonly unknown[]): Load<T> {
  const [shown, show] = useState<Shown<T>>({ state: 'loading' });
  const [round, setRound] = useState(0);

  useEffect(() => show({ state: 'loading' }), needs);
  useEffect(() => {
    const gone = new AbortController();
    load(gone.signal).then(
      (data) => gone.signal.aborted || show({ state: 'ready', data }),
      (error: unknown) => gone.signal.aborted || show({ state: 'failed', problem: asProblem(error) }),
    );
    return () => gone.abort();
  }, [...needs, round]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  const put = useCallback((data: T) => show({ state: 'ready', data }), []);
  return { ...shown, reload, put };
}
