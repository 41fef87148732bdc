/**
 * Stubs of one region's Durable Objects; the only caller of `.jurisdiction`. On one machine workerd has no
 * jurisdictions, so there the region stands in the object's name; which of the two holds is configuration, and
 * neither falls back to the other.
 */

import type { InterviewSession } from '../../durable-objects/interview/session.ts';
import type { RateLimits } from '../../durable-objects/limits/rate-limits.ts';
import type { OtpChallenge } from '../../durable-objects/otp/challenge.ts';
import type { Config } from '../env.ts';
import type { RegionId } from '../ids.ts';
import { REGIONS } from './regions.ts';

export interface RegionObjects {
  session(interviewId: string): DurableObjectStub<InterviewSession>;
  /** The object of the shard that a digest falls into. */
  otp(digest: string): DurableObjectStub<OtpChallenge>;
  limits(digest: string): DurableObjectStub<RateLimits>;
}

export function regionObjects(config: Config, id: RegionId): RegionObjects {
  const { env } = config;
  return {
    session: (interviewId) => stub(config, id, env.INTERVIEW_SESSION, interviewId),
    otp: (digest) => stub(config, id, env.OTP_CHALLENGE, shardOf(digest)),
    limits: (digest) => stub(config, id, env.RATE_LIMITS, shardOf(digest)),
  };
}

/**
 * The counters that hold across the regions of this installation, wherever the platform puts them: they know digests of
 * networks and numbers, nothing of a person.
 */
export function installationLimits({ env }: Config, digest: string): DurableObjectStub<RateLimits> {
  return env.RATE_LIMITS.get(env.RATE_LIMITS.idFromName(`installation:${shardOf(digest)}`));
}

/** So many objects hold all codes of a region, and so many all its counters. */
const SHARDS = 64;

function shardOf(digest: string): string {
  return `shard-${Number.parseInt(digest.slice(0, 4), 16) % SHARDS}`;
}

function stub<T extends Rpc.DurableObjectBranded>(
  config: Config,
  region: RegionId,
  namespace: DurableObjectNamespace<T>,
  name: string,
): DurableObjectStub<T> {
  const { placement } = REGIONS[region];
  const full = `${region}:${name}`;
  if (config.placement === 'name') return namespace.get(namespace.idFromName(full));
  switch (placement.kept) {
    case 'guarantee': {
      const pinned = namespace.jurisdiction(placement.jurisdiction);
      return pinned.get(pinned.idFromName(full));
    }
    case 'hint':
      return namespace.get(namespace.idFromName(full), { locationHint: placement.locationHint });
  }
}
