/** What a benchmark is, and the arithmetic that all share: medians and quartiles of ratios measured side by side. */

export interface BenchResult {
  name: string;
  value: number;
  unit: string;
  target: string;
  /** What the value was measured against, in the same run. */
  baseline: string;
  ok: boolean;
  /** Further figures, printed below the line. */
  notes?: string[];
}

export interface Bench {
  name: string;
  run(): Promise<BenchResult[]>;
}

export function quantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export function median(values: number[]): number {
  return quantile(values, 0.5);
}

/** `1.23 (1.18–1.31)`: median and quartiles. */
export function spread(values: number[], digits = 2): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((q) => quantile(values, q).toFixed(digits));
  return `${middle} (${low}–${high})`;
}

/**
 * Runs product and baseline interleaved (A B B A …) so that a noisy machine hits both alike, and returns the
 * ratios of each pair.
 */
export async function paired(
  pairs: number,
  product: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<{ ratios: number[]; product: number[]; baseline: number[] }> {
  const a: number[] = [];
  const b: number[] = [];
  for (let i = 0; i < pairs; i += 1) {
    if (i % 2 === 0) {
      a.push(await product());
      b.push(await baseline());
    } else {
      b.push(await baseline());
      a.push(await product());
    }
  }
  return { ratios: a.map((value, i) => value / (b[i] ?? Number.NaN)), product: a, baseline: b };
}
