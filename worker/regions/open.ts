/** The only door to a region, and the only caller of provider factories. */
import type { Config } from '../env.ts';
import type { RegionId } from '../ids.ts';
import { Problem } from '../problems.ts';
import { rehearsed } from '../providers/conversation/rehearsed.ts';
import { neonDatabase } from '../providers/database/neon.ts';
import { r2Files } from '../providers/files/r2.ts';
import { embeddedLimits } from '../providers/limits/embedded.ts';
import { embeddedMail } from '../providers/mail/embedded.ts';
import { noMail } from '../providers/mail/none.ts';
import { makersOf } from './makers.ts';
import { regionObjects } from './objects.ts';
import type { Region } from './region.ts';
import { REGIONS } from './regions.ts';

const opened = new WeakMap<Config, Map<RegionId, Region>>();

/**
 * Opens a region. It never borrows another's database: a region that is not configured refuses.
 * @throws Problem region_unavailable
 */
export function openRegion(config: Config, id: RegionId): Region {
  const byId = opened.get(config) ?? new Map<RegionId, Region>();
  opened.set(config, byId);
  const before = byId.get(id);
  if (before !== undefined) return before;
  const region = build(config, id);
  byId.set(id, region);
  return region;
}

function build(config: Config, id: RegionId): Region {
  const own = config.regions[id];
  if (own === undefined) throw new Problem('region_unavailable', { detail: `Region "${id}" is not set up here.` });
  const database = neonDatabase(own.databaseUrl);
  const objects = regionObjects(config, id);
  return {
    id,
    kept: REGIONS[id].placement.kept,
    database,
    files: r2Files(own.files),
    mail: config.mailboxKey === null ? noMail() : embeddedMail(database),
    conversation: rehearsed(),
    makers: makersOf(own.providers),
    limits: embeddedLimits((shard) => objects.limits(shard)),
    objects,
    secret: config.sessionSecret,
    origin: config.origin,
    now: () => new Date(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  };
}
