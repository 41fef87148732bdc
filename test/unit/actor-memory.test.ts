/** What isolates remember of an actor: apart from each other, and never longer than a revoked session may live. */
import { expect, test, vi } from 'vitest';
import type { CandidateActor } from '../../worker/domain/actors.ts';

const BOUND_MS = 5_000;
const SECRET = 'eu_a-session';
const ACTOR: CandidateActor = {
  kind: 'candidate',
  tenantId: 'eu_ten_1',
  interviewId: 'eu_int_1',
  candidateId: 'eu_can_1',
  sessionId: 'eu_cse_1',
};

/** A memory of its own, as each isolate has. */
async function anIsolate() {
  vi.resetModules();
  return await import('../../worker/audiences/actor-memory.ts');
}

/** How long after `fromMs` this isolate still answers without reading, asked each 100 ms as a busy page does. */
function trustedFor({ knownActor }: Awaited<ReturnType<typeof anIsolate>>, fromMs: number): number {
  let ms = 0;
  while (ms < 60_000 && knownActor('candidate', SECRET, fromMs + ms) !== null) ms += 100;
  return ms;
}

test('the isolate that revokes knows it at once, every other one within the bound however often it is asked', async () => {
  const [here, elsewhere, cold] = [await anIsolate(), await anIsolate(), await anIsolate()];
  const readAtMs = 1_000_000;
  here.rememberActor('candidate', SECRET, ACTOR, readAtMs);
  elsewhere.rememberActor('candidate', SECRET, ACTOR, readAtMs);
  expect(here.knownActor('candidate', SECRET, readAtMs)).toEqual(ACTOR);
  here.forgetActor('candidate', SECRET);
  expect(trustedFor(here, readAtMs)).toBe(0);
  expect(trustedFor(cold, readAtMs)).toBe(0);
  const waited = trustedFor(elsewhere, readAtMs);
  expect(waited).toBeGreaterThan(0);
  expect(waited).toBeLessThan(BOUND_MS);
});

test('a slow reading of the session counts from its beginning', async () => {
  const isolate = await anIsolate();
  const readAtMs = 1_000_000;
  const slowMs = 2_500;
  isolate.rememberActor('candidate', SECRET, ACTOR, readAtMs);
  expect(slowMs + trustedFor(isolate, readAtMs + slowMs)).toBeLessThan(BOUND_MS);
});
