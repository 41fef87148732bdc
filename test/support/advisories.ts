/**
 * What is known of weaknesses in the packages of the lock file, for CI. Not every registry serves advisories; where ours
 * does not, the day of the lock file (`.ci/advisories.json`) must not lie too far back.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { advisoriesIn, advisoryFaults, type Review } from './advisory-rules.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ASK_MS = 60_000;

/** npm answers with 1 where it found something: what counts is what it wrote. */
function asked(): Promise<string> {
  return new Promise((done) => {
    const options = { cwd: ROOT, timeout: ASK_MS, maxBuffer: 64 * 1024 * 1024 };
    execFile('npm', ['audit', '--json'], options, (_, written) => done(written));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const review: Review = JSON.parse(await readFile(resolve(ROOT, '.ci/advisories.json'), 'utf8'));
const told = advisoriesIn(parsed(await asked()));
const faults = advisoryFaults(review, told, Date.now());
console.log(
  told === null
    ? `This registry tells no advisories; the lock file is of ${review.lockedAt}.`
    : `${told.length} advisories, ${review.allowed.length} of them allowed.`,
);
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
