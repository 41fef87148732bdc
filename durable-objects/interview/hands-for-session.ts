/** What an interview works with: its region, who acts, its sealed words, its sealer. */
import type { SystemActor } from '../../worker/domain/actors.ts';
import { type Env, readConfig } from '../../worker/env.ts';
import { regionOf } from '../../worker/ids.ts';
import { type Outcome, Problem } from '../../worker/problems.ts';
import { openRegion } from '../../worker/regions/open.ts';
import type { Region } from '../../worker/regions/region.ts';
import type { Hands } from './effects.ts';
import type { Opening, SessionStore } from './store.ts';
import { Spending } from './voice/spending.ts';

interface Own {
  words: Hands['words'];
  seal(input: {
    tenantId: string;
    interviewId: string;
    parts: readonly { id: string; parts: number }[];
  }): Promise<Outcome<object>>;
}

export function handsFor(env: Env, store: SessionStore, opening: Opening, { words, seal }: Own): Hands {
  const { tenantId, interviewId, candidateId, plan } = opening;
  const actor: SystemActor = { kind: 'system', tenantId, interviewId };
  return {
    region: regionFor(env, interviewId),
    actor,
    candidateId,
    plan,
    words,
    meter: () => new Spending(store).meter,
    seal: async () => {
      const outcome = await seal({ tenantId, interviewId, parts: store.read('parts') ?? [] });
      if (!outcome.ok) throw new Problem(outcome.code);
    },
  };
}

function regionFor(env: Env, interviewId: string): Region {
  const id = regionOf(interviewId);
  if (id === null) throw new Error('An interview has a region');
  return openRegion(readConfig(env), id);
}
