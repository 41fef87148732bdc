/**
 * `npm run test:peers`: the whole database suite against a real PostgreSQL, behind the gateway of the embedded one, and
 * the calls against a real livekit-server. Says which of them it found; with names on the command line only those run.
 */
import { findLiveKit } from './real-livekit.ts';
import { findPostgres, startRealPostgres } from './real-postgres.ts';
import { runVitest } from './run-vitest.ts';

/** Every test that meets a database. */
const DATABASE_SUITE = ['test/contract', 'test/unit/gateway'];
const CALLS_SUITE = ['test/peers'];
const asked = process.argv.slice(2);

const forCalls = asked.filter((name) => name.startsWith('test/peers'));
const forDatabase = asked.filter((name) => !name.startsWith('test/peers'));
/** Null: that peer is not on this machine. */
type Outcome = boolean | null;
const outcomes: Outcome[] = [];
if (asked.length === 0 || forDatabase.length > 0) outcomes.push(await databases(forDatabase));
if (asked.length === 0 || forCalls.length > 0) outcomes.push(await calls(forCalls));
const none = outcomes.every((outcome) => outcome === null);
if (none) console.error('No peer was found: nothing was tested.');
process.exit(none || outcomes.includes(false) ? 1 : 0);

async function databases(names: string[]): Promise<Outcome> {
  const programs = await findPostgres();
  if (programs === null) {
    console.error('Peer not found: no PostgreSQL. Install one, for example Debian’s package "postgresql".');
    return null;
  }
  const peer = await startRealPostgres(programs);
  console.log(`Peer found: PostgreSQL ${peer.version} (${programs}), five databases on port ${peer.port}`);
  const suite = names.length > 0 ? names : DATABASE_SUITE;
  const good = await runVitest({
    config: 'test/vitest.config.ts',
    args: suite,
    env: { INTERLOOP_TEST_GATEWAY_PORT: String(peer.gatewayPort) },
    whole: names.length > 0 ? [] : ['contract'],
  });
  await peer.close();
  return good;
}

async function calls(names: string[]): Promise<Outcome> {
  const found = await findLiveKit((line) => console.log(line));
  if ('why' in found) {
    console.error(`Peer not found: ${found.why}. The emulated one has been examined by "npm test".`);
    return null;
  }
  console.log(`Peer found: livekit-server (${found.program})`);
  const suite = names.length > 0 ? names : CALLS_SUITE;
  return await runVitest({
    config: 'test/peers/vitest.config.ts',
    args: suite,
    env: { INTERLOOP_TEST_LIVEKIT: found.program },
  });
}
