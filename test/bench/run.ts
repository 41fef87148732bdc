/** `npm run bench [-- NAME] [--json]`: each benchmark prints one line and all go to bench-results.json. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Bench, BenchResult } from './bench.ts';

const BENCHES: Record<string, () => Promise<{ bench: Bench }>> = {
  candidate_budget: () => import('./candidate-budget.ts'),
  recruiter_page: () => import('./recruiter-page.ts'),
  worker_size: () => import('./worker-size.ts'),
  embedded_start: () => import('./embedded-start.ts'),
  api_overhead: () => import('./api-overhead.ts'),
  relay_latency: () => import('./relay-latency.ts'),
  relay_capacity: () => import('./relay-capacity.ts'),
  voice_to_voice: () => import('./voice-to-voice.ts'),
  loss_playout: () => import('./loss-playout.ts'),
  crash_recovery: () => import('./crash-recovery.ts'),
  barge_in: () => import('./barge-in.ts'),
  turn_endings: () => import('./turn-endings.ts'),
  quote_playback: () => import('./quote-playback.ts'),
  interview_cost: () => import('./interview-cost.ts'),
  bulk_invite: () => import('./bulk-invite.ts'),
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
const unknown = names.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}

const results: BenchResult[] = [];
for (const name of names) {
  const load = BENCHES[name];
  if (load === undefined) continue;
  const { bench } = await load();
  for (const result of await bench.run()) {
    results.push(result);
    const line = `${result.name} ${format(result.value)} ${result.unit} (target ${result.target}) baseline ${result.baseline}${result.ok ? '' : '  MISSED'}`;
    console.error(line);
    for (const note of result.notes ?? []) console.error(`  ${note}`);
    if (values.json) {
      const { notes: _notes, ...plain } = result;
      console.log(JSON.stringify(plain));
    }
  }
}
writeFileSync('bench-results.json', `${JSON.stringify(results, null, 2)}\n`);

function format(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
