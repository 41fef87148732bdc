/** A process of its own with the embedded databases of one test run: prints its port, ends when its parent does. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalPostgres } from '../../worker/local/postgres.ts';

const folder = await mkdtemp(join(tmpdir(), 'interloop-test-'));
const postgres = await openLocalPostgres(folder, () => {});
process.stdout.write(`${postgres.port}\n`);

// The parent holds our standard input open; when it goes, however it goes, the input ends.
process.stdin.resume();
process.stdin.on('end', async () => {
  await postgres.close();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
});
