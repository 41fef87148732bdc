/** Whether this device is too slow for the model: its mean time for a block of 32 ms, over 3 s. */
const BLOCKS = 94;
const MOST_MS = 12;

/** Feed it the time of each block; it says true once the device has proved too slow. */
export function watchdog(): (tookMs: number) => boolean {
  const taken: number[] = [];
  let sum = 0;
  return (tookMs) => {
    taken.push(tookMs);
    sum += tookMs;
    if (taken.length > BLOCKS) sum -= taken.shift() ?? 0;
    return taken.length === BLOCKS && sum / BLOCKS > MOST_MS;
  };
}
