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
  otp(key: string): DurableObjectStub<OtpChallenge>;
  limits(shard: string): DurableObjectStub<RateLimits>;
}

export function regionObjects(config: Config, id: RegionId): RegionObjects {
  const { env } = config;
  return {
    session: (interviewId) => stub(config, id, env.INTERVIEW_SESSION, interviewId),
    otp: (key) => stub(config, id, env.OTP_CHALLENGE, key),
    limits: (shard) => stub(config, id, env.RATE_LIMITS, shard),
  };
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
