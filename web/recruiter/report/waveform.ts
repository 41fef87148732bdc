/** Levels as bars: so many as fit, each as tall as the loudest moment in it. */

export interface Lanes {
  candidate: readonly number[];
  interviewer: readonly number[];
}

/** `peaks`: two lanes interleaved, candidate first, a byte each; every bar is between 0 and 1. */
export function barsOf(peaks: Uint8Array, count: number): Lanes {
  const steps = Math.floor(peaks.length / 2);
  const loudest = Math.max(
    1,
    peaks.reduce((most, level) => Math.max(most, level), 0),
  );
  const lane = (offset: number) =>
    Array.from({ length: count }, (_, bar) => {
      const from = Math.floor((bar * steps) / count);
      const to = Math.max(from + 1, Math.floor(((bar + 1) * steps) / count));
      let most = 0;
      for (let step = from; step < Math.min(to, steps); step++) most = Math.max(most, peaks[step * 2 + offset] ?? 0);
      return most / loudest;
    });
  return { candidate: lane(0), interviewer: lane(1) };
}

/** The bars from one to another as one path; silence has none. */
export function barsPath(
  bars: readonly number[],
  from: number,
  to: number,
  place: { middle: number; half: number; width: number },
): string {
  return bars
    .slice(from, to)
    .map((level, index) => {
      if (level < 0.02) return '';
      const x = (((from + index + 0.5) * place.width) / bars.length).toFixed(1);
      const half = Math.max(1, level * place.half);
      return `M${x} ${(place.middle - half).toFixed(1)}V${(place.middle + half).toFixed(1)}`;
    })
    .join('');
}
