/** One PostgreSQL per region on this machine, behind one gateway that speaks Neon's protocol. */
import { mkdir } from 'node:fs/promises';
import { REGION_IDS, type RegionId } from '../ids.ts';
import { openEmbeddedRegion, type RegionProgress } from './embedded-region.ts';
import { serveGateway } from './gateway.ts';
import type { PgliteWire } from './pglite-wire.ts';

/** Only this machine reaches the gateway; the name and the password only satisfy the driver. */
export const CREDENTIALS = { user: 'interloop', password: 'interloop' };

export interface LocalPostgres {
  port: number;
  urls: Record<RegionId, string>;
  close(): Promise<void>;
}

/** The connection string of a region behind the gateway on `port`. */
export function regionUrl(port: number, region: RegionId): string {
  const { user, password } = CREDENTIALS;
  return `postgres://${user}:${password}@127.0.0.1:${port}/interloop_${region}`;
}

/** The region whose database is called `database`, or null. */
export function regionOfDatabase(database: string): RegionId | null {
  return REGION_IDS.find((region) => database === `interloop_${region}`) ?? null;
}

/** Serves the databases in `folder`, which the caller has locked. None is opened before it is asked for. */
export async function openLocalPostgres(
  folder: string,
  report: (progress: RegionProgress) => void,
  port = 0,
): Promise<LocalPostgres> {
  await mkdir(folder, { recursive: true });
  const opened = new Map<RegionId, Promise<PgliteWire>>();
  const wireOf = (region: RegionId) => {
    let wire = opened.get(region);
    if (wire === undefined) {
      wire = openEmbeddedRegion(region, `${folder}/${region}`, CREDENTIALS, report);
      // One that failed is tried again by the next request, which then hears why.
      wire.catch(() => opened.delete(region));
      opened.set(region, wire);
    }
    return wire;
  };
  const gateway = await serveGateway(port, async (database) => {
    const region = regionOfDatabase(database);
    return region === null ? null : wireOf(region);
  });
  const urls = Object.fromEntries(REGION_IDS.map((region) => [region, regionUrl(gateway.port, region)]));
  return {
    port: gateway.port,
    urls: urls as Record<RegionId, string>,
    async close() {
      await gateway.close();
      const wires = await Promise.allSettled(opened.values());
      await Promise.all(wires.map((wire) => (wire.status === 'fulfilled' ? wire.value.close() : undefined)));
    },
  };
}
