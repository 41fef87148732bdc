/** The embedded PostgreSQL of one region: a folder of its own, opened and migrated when it is first used. */
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import type { PGlite } from '@electric-sql/pglite';
import { applyTo, type Connection, readMigrations } from '../../migrations/apply.ts';
import type { RegionId } from '../ids.ts';
import { GuardedPglite } from './guarded-pglite.ts';
import type { Credentials } from './pglite-connection.ts';
import { PgliteWire } from './pglite-wire.ts';

export interface RegionProgress {
  region: RegionId;
  state: 'creating' | 'opening' | 'ready';
}

/**
 * Opens the database in `folder`, creating it if need be. A creation that was killed leaves a marker, and the
 * half-made folder is made again.
 */
export async function openEmbeddedRegion(
  region: RegionId,
  folder: string,
  credentials: Credentials,
  report: (progress: RegionProgress) => void,
): Promise<PgliteWire> {
  const marker = `${folder}.incomplete`;
  if (existsSync(marker)) await rm(folder, { recursive: true, force: true });
  const fresh = !existsSync(folder);
  report({ region, state: fresh ? 'creating' : 'opening' });
  if (fresh) await writeFile(marker, '');
  const migrations = await readMigrations();
  const wire = await PgliteWire.serve(
    async () => {
      const pglite = await GuardedPglite.openGuarded(folder);
      await applyTo(directly(pglite), migrations, () => {});
      return pglite;
    },
    { credentials },
  );
  await rm(marker, { force: true });
  report({ region, state: 'ready' });
  return wire;
}

/** Before the server stands, the migrations have the database to themselves. */
function directly(pglite: PGlite): Connection {
  return {
    async query(text, values) {
      if (values !== undefined) return pglite.query<Record<string, unknown>>(text, values);
      const results = await pglite.exec(text);
      return { rows: results.at(-1)?.rows ?? [] };
    },
  };
}
