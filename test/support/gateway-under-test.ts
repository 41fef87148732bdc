/** A gateway for tests in Node: in front of an embedded database in memory, or of the peer that a run names. */
import { Client, neon, neonConfig } from '@neondatabase/serverless';
import { type Gateway, serveGateway } from '../../worker/local/gateway.ts';
import { GuardedPglite } from '../../worker/local/guarded-pglite.ts';
import { PgliteWire, type WireOptions } from '../../worker/local/pglite-wire.ts';
import { CREDENTIALS, regionUrl } from '../../worker/local/postgres.ts';

neonConfig.fetchEndpoint = (host, port) => `http://${host}:${port}/sql`;

export interface GatewayUnderTest {
  url: string;
  port: number;
  close(): Promise<void>;
}

/** The peer's gateway when this is a peers run. */
export const PEER_PORT = process.env.INTERLOOP_TEST_GATEWAY_PORT;

export async function openGateway(): Promise<GatewayUnderTest> {
  if (PEER_PORT === undefined) return await openEmbeddedGateway({});
  return { url: regionUrl(Number(PEER_PORT), 'eu'), port: Number(PEER_PORT), close: async () => {} };
}

/** Always the embedded database, with other patience than in the product; in memory, or in a folder. */
export async function openEmbeddedGateway(
  patience: Omit<WireOptions, 'credentials'>,
  folder?: string,
): Promise<GatewayUnderTest> {
  const wire = await PgliteWire.serve(() => GuardedPglite.openGuarded(folder), {
    credentials: CREDENTIALS,
    ...patience,
  });
  const gateway: Gateway = await serveGateway(0, async (name) => (name === 'interloop_eu' ? wire : null));
  return {
    url: regionUrl(gateway.port, 'eu'),
    port: gateway.port,
    async close() {
      await gateway.close();
      await wire.close();
    },
  };
}

/** One connection over the WebSocket; the caller ends it. */
export async function connect(url: string): Promise<Client> {
  const client = new Client(url);
  client.neonConfig.useSecureWebSocket = false;
  client.neonConfig.wsProxy = (host, port) => `${host}:${port}/v2`;
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** How a connection is refused. The driver does not wait to be let in, so it is its first query that hears. */
export async function refusedConnection(url: string): Promise<string | null> {
  const client = await connect(url);
  const lost = new Promise<never>((_, fail) => client.on('error', fail));
  return await codeOf(Promise.race([lost, client.query('select 1')]));
}

/** Queries over HTTP; every one carries the code of its error. */
export function overHttp(url: string) {
  return neon(url, { fullResults: true });
}

/** The code that PostgreSQL gave to a refusal; null when there was none. */
export async function codeOf(attempt: Promise<unknown>): Promise<string | null> {
  try {
    await attempt;
    return null;
  } catch (error) {
    return String((error as { code?: unknown }).code ?? error);
  }
}
