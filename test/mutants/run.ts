/**
 * `npm run test:mutants`: how many faults the tests see. `-- PART …` runs only those parts, `-- --list` names them.
 * Mutants of the pure rules must be seen to 85 %, planted faults to 95 %.
 */
import { PLANTED } from './planted/all.ts';
import { runPlanted } from './planted.ts';
import { RULE_PARTS, runRules } from './rules.ts';

const LEAST = { rules: 85, planted: 95 };

const asked = process.argv.slice(2);
const names = [...Object.keys(RULE_PARTS), ...Object.keys(PLANTED)];
const unknown = asked.filter((name) => name !== '--list' && !names.includes(name));
if (asked.includes('--list') || unknown.length > 0) {
  for (const name of unknown) console.error(`There is no part "${name}".`);
  console.log(`rules:   ${Object.keys(RULE_PARTS).join(' ')}\nplanted: ${Object.keys(PLANTED).join(' ')}`);
  process.exit(unknown.length > 0 ? 2 : 0);
}

const wanted = (name: string) => asked.length === 0 || asked.includes(name);
const rows: { part: string; of: number; killed: number; least: number }[] = [];

for (const [part, mutate] of Object.entries(RULE_PARTS).filter(([name]) => wanted(name))) {
  const { mutants, killed, survived } = await runRules(part, mutate);
  rows.push({ part, of: mutants, killed, least: LEAST.rules });
  for (const line of survived) console.log(`SURVIVED ${line}`);
}

const planted = Object.fromEntries(Object.entries(PLANTED).filter(([name]) => wanted(name)));
for (const result of await runPlanted(planted, (line) => console.log(line))) {
  rows.push({ part: result.part, of: result.planted, killed: result.killed, least: LEAST.planted });
}

console.log('\npart            faults  seen  share  least');
for (const { part, of, killed, least } of rows) {
  const share = of === 0 ? 0 : (100 * killed) / of;
  console.log(
    `${part.padEnd(14)}  ${String(of).padStart(6)}  ${String(killed).padStart(4)}  ${share.toFixed(1).padStart(4)}%  ${least}%`,
  );
}
process.exit(rows.some(({ of, killed, least }) => of === 0 || (100 * killed) / of < least) ? 1 : 0);
