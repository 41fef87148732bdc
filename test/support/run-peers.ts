/**
 * `npm run test:peers`: the whole database suite against a real PostgreSQL, behind the gateway of the embedded one, and
 * the calls against a real livekit-server, and clients that strangers' generators make of the OpenAPI document. Says which of them it found; with names on the command line only those run.
 */
import { LANGUAGES, prepareGenerator } from './client-generators.ts';
import { findLiveKit } from './real-livekit.ts';
import { findPostgres, startRealPostgres } from './real-postgres.ts';
import { runVitest } from './run-vitest.ts';

/** Every test that meets a database. */
const DATABASE_SUITE = ['test/contract', 'test/unit/gateway'];
const CALLS_SUITE = ['test/peers/listening', 'test/peers/livekit'];
const CLIENTS_SUITE = 'test/peers/generated-clients';
const asked = process.argv.slice(2);

const forClients = asked.filter((name) => name.startsWith(CLIENTS_SUITE));
const forCalls = asked.filter((name) => name.startsWith('test/peers') && !forClients.includes(name));
const forDatabase = asked.filter((name) => !name.startsWith('test/peers'));
/** Null: that peer is not on this machine. */
type Outcome = boolean | null;
const outcomes: Outcome[] = [];
if (asked.length === 0 || forDatabase.length > 0) outcomes.push(await databases(forDatabase));
if (asked.length === 0 || forCalls.length > 0) outcomes.push(await calls(forCalls));
if (asked.length === 0 || forClients.length > 0) outcomes.push(await clients());
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

async function clients(): Promise<Outcome> {
  const found: string[] = [];
  for (const language of LANGUAGES) {
    const why = await prepareGenerator(language);
    if (why === null) found.push(language);
    else console.error(`Peer not found: a generator of clients; ${why}`);
  }
  if (found.length === 0) return null;
  console.log(`Peers found: generators of clients for ${found.join(', ')}`);
  return await runVitest({
    config: 'test/peers/vitest.config.ts',
    args: [CLIENTS_SUITE],
    env: { INTERLOOP_TEST_GENERATORS: found.join(' ') },
  });
}
