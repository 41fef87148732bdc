/**
 * Keeps a provider's stream to its time: until the first piece, between two pieces, and in all. Whoever waits for a
 * provider waits through here, so that no silence, no trickle and no endless answer holds a conversation up.
 */

export interface Patience {
  /** From the question to the first piece. */
  firstMs: number;
  /** From one piece to the next, and to the end. */
  gapMs: number;
  /** From the question to the end, beyond what the answer takes by itself ({@link patienceFor}). */
  totalMs: number;
}

/**
 * A candidate hears "one moment" after about 3 s of nothing and another maker must have answered within 10 s. Every
 * maker's median first piece is below 1.5 s, so that 6 s is not slowness but a fault, and leaves the other maker its
 * 4 s. Pieces come some hundred milliseconds apart at worst; 4 s without one is a lost line.
 */
export const PATIENCE: Patience = { firstMs: 6_000, gapMs: 4_000, totalMs: 15_000 };

/** Patience with an answer that, at the slowest that is of use, takes `workMs`. */
export function patienceFor(patience: Patience, workMs: number): Patience {
  return { ...patience, totalMs: patience.totalMs + workMs };
}

/** Thrown when the time is over, or when `signal` said that it is. */
export class OutOfTime extends Error {
  constructor() {
    super('out of time');
    this.name = 'OutOfTime';
  }
}

export interface Timers {
  /** Runs `run` after `ms`, unless the function that it gives back is called before. */
  after(ms: number, run: () => void): () => void;
}

export const platformTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * The pieces of the stream that `ask` opens, as long as they come in time.
 * @param ask gets a signal that ends when the guard has had enough, or when the reader leaves
 * @throws OutOfTime, and whatever the stream throws before that
 */
export async function* guarded<T>(
  ask: (signal: AbortSignal) => AsyncIterable<T>,
  patience: Patience,
  signal: AbortSignal,
  timers: Timers = platformTimers,
): AsyncGenerator<T, void, undefined> {
  const line = new AbortController();
  const over = Promise.withResolvers<never>();
  // Nobody may be waiting when the time is over.
  over.promise.catch(() => {});
  const end = () => over.reject(new OutOfTime());
  if (signal.aborted) end();
  signal.addEventListener('abort', end);
  const stopTotal = timers.after(patience.totalMs, end);
  let stopGap = timers.after(patience.firstMs, end);
  const pieces = ask(line.signal)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([over.promise, pieces.next()]);
      stopGap();
      if (next.done === true) return;
      yield next.value;
      // The reader's own time between two pieces is not the provider's.
      stopGap = timers.after(patience.gapMs, end);
    }
  } finally {
    stopGap();
    stopTotal();
    signal.removeEventListener('abort', end);
    line.abort();
    // Not waited for: a stream that hangs would hang here too.
    void Promise.resolve(pieces.return?.()).catch(() => {});
  }
}

/** The one answer that `ask` brings, in time. @throws OutOfTime, and whatever `ask` throws before that */
export async function guardedAnswer<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  patience: Patience,
  signal: AbortSignal,
  timers: Timers = platformTimers,
): Promise<T> {
  async function* one(line: AbortSignal): AsyncGenerator<T> {
    yield await ask(line);
  }
  for await (const answer of guarded(one, patience, signal, timers)) return answer;
  throw new OutOfTime();
}
