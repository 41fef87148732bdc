/** Entry of the Worker: requests, the clock, and the classes of the Durable Objects. */
import { makeApp } from './app.ts';
import { tick } from './clock.ts';
import type { Env } from './env.ts';

export { InterviewSession } from '../durable-objects/interview/session.ts';
export { RateLimits } from '../durable-objects/limits/rate-limits.ts';
export { OtpChallenge } from '../durable-objects/otp/challenge.ts';
export { Sealer } from './sealer.ts';

const app = makeApp();

export default {
  fetch: app.fetch,
  scheduled: (_controller: ScheduledController, env: Env) => tick(env),
};
