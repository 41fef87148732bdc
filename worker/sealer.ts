/**
 * Sealing runs in an entry point of its own, without state: objects of one class share one isolate's memory, and a
 * recording must not pass through it.
 */
import { WorkerEntrypoint } from 'cloudflare:workers';
import { type SealInput, sealInterview } from './domain/interviews/seal-interview.ts';
import { type Env, readConfig } from './env.ts';
import { regionOf } from './ids.ts';
import { errorFacts, log } from './log.ts';
import type { Outcome } from './problems.ts';
import { openRegion } from './regions/open.ts';

export class Sealer extends WorkerEntrypoint<Env> {
  async seal(input: SealInput & { tenantId: string; interviewId: string }): Promise<Outcome<object>> {
    const { tenantId, interviewId, parts } = input;
    try {
      const id = regionOf(interviewId);
      if (id === null) return { ok: false, code: 'not_found' };
      await sealInterview(openRegion(readConfig(this.env), id), { kind: 'system', tenantId, interviewId }, { parts });
      return { ok: true };
    } catch (error) {
      log('error', { event: 'seal.failed', ...errorFacts(error) });
      return { ok: false, code: 'internal' };
    }
  }
}
