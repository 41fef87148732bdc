/** Frames on their way, each with the time that it took: sent at an even pace on many lines at once. */

/** One line's way from one end to the other, in one direction. */
export interface Way {
  send(): void;
  /** Calls back when something has come out at the far end. */
  onArrival(arrived: () => void): void;
  /** So many sends come out as one. */
  perArrival?: number;
}

export interface Pace {
  /** On each line. */
  frames: number;
  everyMs: number;
}

/** What is not there by then is lost. */
const PATIENCE_MS = 3000;

/**
 * The time of each frame from when it was meant to be sent (open loop: a sender that is held up is a late frame) or,
 * with `from: 'sent'`, from when it was; Infinity for one that never arrived.
 */
export async function timesOf(ways: readonly Way[], pace: Pace, from: 'meant' | 'sent' = 'sent'): Promise<number[]> {
  const lines = ways.map((way, at) => ({
    way,
    dueMs: performance.now() + 20 + (at * pace.everyMs) / ways.length,
    sent: 0,
    under: [] as number[],
  }));
  const times: number[] = [];
  for (const { way, under } of lines)
    way.onArrival(() => {
      const at = under.shift();
      if (at !== undefined) times.push(performance.now() - at);
    });
  let last = performance.now();
  await new Promise<void>((done) => {
    const step = () => {
      let open = 0;
      for (const line of lines) {
        const { way } = line;
        const now = performance.now();
        if (line.sent < pace.frames && now >= line.dueMs) {
          line.sent += 1;
          if (line.sent % (way.perArrival ?? 1) === 0)
            line.under.push(from === 'sent' ? performance.now() : line.dueMs);
          way.send();
          line.dueMs += pace.everyMs;
          last = now;
        }
        if (line.sent < pace.frames || line.under.length > 0) open += 1;
      }
      if (open === 0 || performance.now() - last > PATIENCE_MS) done();
      else setTimeout(step, 1);
    };
    step();
  });
  for (const { under } of lines) for (const _ of under.splice(0)) times.push(Number.POSITIVE_INFINITY);
  return times;
}
