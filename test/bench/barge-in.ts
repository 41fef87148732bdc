/** barge_in: from the first sound of speech to the ducked voice and to its stop; and what does not stop it. */
import { type Interrupted, interrupt, scenesOf } from '../evals/turns/interrupt.ts';
import { INTERRUPTIONS } from '../evals/turns/interruptions.ts';
import { type Bench, type BenchResult, quantile } from './bench.ts';

export const bench: Bench = { name: 'barge_in', run };

const TARGET = { duckMs: 100, stopMs: 350, rejected: 0.51 };

async function run(): Promise<BenchResult[]> {
  const heard = (await scenesOf(INTERRUPTIONS)).map((scene) => interrupt(scene));
  const real = heard.filter(({ meant }) => meant === 'take');
  const false_ = heard.filter(({ meant }) => meant !== 'take');
  const ducked = times(real, 'duck');
  const stopped = times(real, 'stop');
  const missed = real.filter((one) => !did(one, 'take-floor'));
  const rejected = false_.filter((one) => !did(one, 'take-floor')).length / false_.length;
  const held = false_.filter((one) => did(one, 'stop'));
  const pauses = held.map((one) => (times([one], 'resume')[0] ?? Number.NaN) - (times([one], 'stop')[0] ?? 0));
  const [duckMs, stopMs] = [quantile(ducked, 0.5), quantile(stopped, 0.5)];
  const spread = (values: number[]) =>
    `p50 ${quantile(values, 0.5).toFixed(0)}, p90 ${quantile(values, 0.9).toFixed(0)} ms`;
  return [
    {
      name: 'barge_in',
      value: Math.round(stopMs),
      unit: `ms from first speech to stop, ${Math.round(duckMs)} ms to duck`,
      target: `≤ ${TARGET.stopMs} and ≤ ${TARGET.duckMs}; > ${TARGET.rejected * 100} % of false stops rejected, none missed`,
      baseline: 'best published: 332 ms median, 51 % rejected',
      ok: duckMs <= TARGET.duckMs && stopMs <= TARGET.stopMs && rejected > TARGET.rejected && missed.length === 0,
      notes: [
        `ducked ${spread(ducked)}; stopped ${spread(stopped)}; ${real.length - missed.length} of ${real.length} interruptions had the floor`,
        `${(rejected * 100).toFixed(0)} % of ${false_.length} signs of listening and noises did not take the floor; ${held.length} of them, all words, held the voice for ${spread(pauses)}`,
        `not stopped at all: ${false_.filter((one) => one.meant === 'noise' && !did(one, 'stop')).length} of ${false_.filter((one) => one.meant === 'noise').length} noises`,
        'on the sound clock, without the time of the audio device and of the model (measured apart)',
      ],
    },
  ];
}

function did(one: Interrupted, action: string): boolean {
  return one.actions.some((done) => done.action === action);
}

function times(all: Interrupted[], action: string): number[] {
  return all.flatMap((one) => one.actions.find((done) => done.action === action)?.afterMs ?? []);
}
