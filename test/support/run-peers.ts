/** `npm run test:peers`: the whole database suite against a real PostgreSQL, behind the gateway of the embedded one. */
import { spawn } from 'node:child_process';
import { findPostgres, startRealPostgres } from './real-postgres.ts';

/** Every test that meets a database; names given on the command line run instead. */
const SUITE = ['test/contract', 'test/unit/gateway'];
const asked = process.argv.slice(2);

const programs = await findPostgres();
if (programs === null) {
  console.error('Peers found: none. Install one, for example Debian’s package "postgresql", and run again.');
  process.exit(1);
}
const peer = await startRealPostgres(programs);
console.log(`Peers found: PostgreSQL ${peer.version} (${programs}), five databases on port ${peer.port}`);

const vitest = spawn('vitest', ['run', '--config', 'test/vitest.config.ts', ...(asked.length > 0 ? asked : SUITE)], {
  stdio: 'inherit',
  env: { ...process.env, INTERLOOP_TEST_GATEWAY_PORT: String(peer.gatewayPort) },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => vitest.kill(signal));
vitest.once('exit', async (code) => {
  await peer.close();
  process.exit(code ?? 1);
});
