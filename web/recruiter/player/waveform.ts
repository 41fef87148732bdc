/** Both lanes of a recording as bars: levels, 20 a second, become as many bars as there is room for. */

export interface Bars {
  candidate: string;
  interviewer: string;
}

const LANES = 2;
/** Softer than this is no voice. */
const SILENCE = 6;
const MIDDLE = { interviewer: 14, candidate: 45 } as const;
const HALF = { interviewer: 11, candidate: 16 } as const;
const SHORTEST = 1.25;

/** Paths over a width of `count` units, one bar in each, in the heights of the track's drawing. */
export function bars(levels: Uint8Array, durationMs: number, count: number): Bars {
  const steps = Math.max(1, Math.ceil((durationMs * 20) / 1000));
  const loudest = [0, 1].map((lane) => Math.max(40, ...quantile(levels, lane)));
  const paths = [0, 1].map((lane) => {
    const name = lane === 0 ? 'candidate' : 'interviewer';
    let path = '';
    for (let bar = 0; bar < count; bar++) {
      const from = Math.floor((bar * steps) / count);
      const to = Math.max(from + 1, Math.floor(((bar + 1) * steps) / count));
      const level = average(levels, lane, from, to);
      if (level < SILENCE) continue;
      const half = Math.max(SHORTEST, Math.min(1, Math.sqrt(level / (loudest[lane] ?? 255))) * HALF[name]);
      path += `M${bar + 0.5} ${(MIDDLE[name] - half).toFixed(1)}v${(half * 2).toFixed(1)}`;
    }
    return path;
  });
  return { candidate: paths[0] ?? '', interviewer: paths[1] ?? '' };
}

function average(levels: Uint8Array, lane: number, from: number, to: number): number {
  let sum = 0;
  for (let step = from; step < to; step++) sum += levels[step * LANES + lane] ?? 0;
  return sum / (to - from);
}

/** The level that one moment in fifty exceeds: a single knock must not flatten all the rest. */
function quantile(levels: Uint8Array, lane: number): number[] {
  const own = Array.from({ length: Math.floor(levels.length / LANES) }, (_, step) => levels[step * LANES + lane] ?? 0);
  const sorted = own.sort((a, b) => a - b);
  return sorted.length === 0 ? [] : [sorted[Math.floor(sorted.length * 0.98)] ?? 0];
}
