/** Fisher's exact test, two-sided: how likely a table at least this uneven is when the group makes no difference. Pure. */

/** Tables that are as likely as the one seen, but for the last digits, count too. */
const SAME = 1 + 1e-9;

/** Two groups, each with how many were chosen of how many. */
export function fisher(one: { chosen: number; of: number }, other: { chosen: number; of: number }): number {
  const all = one.of + other.of;
  const chosen = one.chosen + other.chosen;
  const log = logFactorials(all);
  const at = (n: number) => log[n] ?? 0;
  const choose = (n: number, k: number) => at(n) - at(k) - at(n - k);
  const likely = (k: number) => Math.exp(choose(one.of, k) + choose(other.of, chosen - k) - choose(all, chosen));
  const seen = likely(one.chosen);
  let sum = 0;
  for (let k = Math.max(0, chosen - other.of); k <= Math.min(one.of, chosen); k += 1) {
    const here = likely(k);
    if (here <= seen * SAME) sum += here;
  }
  return Math.min(1, sum);
}

function logFactorials(most: number): number[] {
  const log = [0];
  let sum = 0;
  for (let n = 1; n <= most; n += 1) {
    sum += Math.log(n);
    log.push(sum);
  }
  return log;
}
