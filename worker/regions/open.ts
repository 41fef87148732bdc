/** The only door to a region, and the only caller of provider factories. */
import type { RateLimits } from '../../durable-objects/limits/rate-limits.ts';
import type { Config } from '../env.ts';
import type { RegionId } from '../ids.ts';
import { log } from '../log.ts';
import { Problem } from '../problems.ts';
import { rehearsed } from '../providers/conversation/rehearsed.ts';
import { neonDatabase } from '../providers/database/neon.ts';
import { r2Files } from '../providers/files/r2.ts';
import { embeddedLimits, type LimitCounter } from '../providers/limits/embedded.ts';
import { embeddedMail } from '../providers/mail/embedded.ts';
import { fittedMail } from '../providers/mail/fitted.ts';
import { noMail } from '../providers/mail/none.ts';
import { makersOf } from './makers.ts';
import { installationLimits, regionObjects } from './objects.ts';
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
    mail: fittedMail(config.mailboxKey === null ? noMail() : embeddedMail(database)),
    conversation: rehearsed(),
    makers: makersOf(own.providers),
    limits: embeddedLimits(counterIn(config, objects.limits)),
    installation: embeddedLimits(counterIn(config, (digest) => installationLimits(config, digest))),
    objects,
    digests: config.digests,
    origin: config.origin,
    alert: (event) => log('error', { event }),
    now: () => new Date(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  };
}

/** What is counted is known to the counters by a digest: no address rests there. */
function counterIn(config: Config, shard: (digest: string) => DurableObjectStub<RateLimits>) {
  return async (key: string): Promise<LimitCounter> => {
    const digest = await config.digests.digest('limit', key);
    const counter = shard(digest);
    return {
      lease: async (rule, wanted) => await counter.lease(digest, rule, wanted),
      turn: async (everyMs, mostMs) => await counter.turn(digest, everyMs, mostMs),
    };
  };
}
