/** Sets the voice desk up for a session: its region, its plan, its meter, and where a fault is noted. */

import { questionIn } from '../../worker/domain/plans/plan-shape.ts';
import { resumeForFollowUps } from '../../worker/domain/resumes/resume.ts';
import { type Env, readConfig } from '../../worker/env.ts';
import { regionOf } from '../../worker/ids.ts';
import { log } from '../../worker/log.ts';
import type { ProviderFault } from '../../worker/provider-faults.ts';
import { openRegion } from '../../worker/regions/open.ts';
import type { Carried, SessionCore } from './core.ts';
import type { Hands } from './effects.ts';
import type { Event, Refusal } from './machine-state.ts';
import type { Opening, SessionStore } from './store.ts';
import { type Allowed, allowed } from './voice/engines.ts';
import { Spending } from './voice/spending.ts';
import { talkWords } from './voice/talk-words.ts';
import { VoiceDesk } from './voice/voice-desk.ts';
import { sealWords } from './words.ts';

/** A provider that is down fails at every try: these many of its faults tell the story. */
const MOST_NOTED = 40;

interface Around {
  core: SessionCore;
  store: SessionStore;
  hands: Hands;
  opening: Opening;
  makers: Allowed;
  key(): Promise<CryptoKey>;
  happened(event: Event, carried?: Carried): Refusal | null;
  byCall(): boolean;
}

export function voiceDesk({ core, store, hands, opening, makers, key, happened, byCall }: Around): VoiceDesk {
  const { region, actor, plan } = hands;
  let noted = 0;
  let resume: Promise<string> | null = null;
  return new VoiceDesk({
    core,
    // What was arranged meanwhile is in the plan that the session holds now.
    get plan() {
      return core.opening?.plan ?? plan;
    },
    makers,
    happened,
    byCall,
    spending: new Spending(store),
    tenantLeftMicros: opening.spendLeftMicros,
    seal: async (words) => await sealWords(await key(), words),
    resume: () => {
      // A talk goes on without it.
      resume ??= resumeForFollowUps(region, actor).catch(() => '');
      return resume;
    },
    answers: (questionId) => talkWords({ core, region, actor, plan, open: hands.words }, questionId),
    rehearsed: async (questionId, answers, followUpsAsked, remainingMs) => {
      const question = questionIn(plan, questionId);
      if (question === undefined) return { kind: 'next' };
      return await region.conversation.reply({ plan, question, answers, followUpsAsked, remainingMs });
    },
    noted(fault: ProviderFault) {
      const { maker, kind, status } = fault;
      log('error', { event: 'provider.fault', code: `${maker}:${kind}`, ...(status === null ? {} : { status }) });
      noted += 1;
      if (noted > MOST_NOTED) return;
      const nowMs = Date.now();
      const detail = { maker, fault: kind, ...(status === null ? {} : { status }) };
      const id = `event:fault:${nowMs}:${noted}`;
      store.enqueue({ type: 'event', id, kind: 'provider-fault', detail }, null, nowMs);
    },
    capped: (cap) => {
      happened({ type: 'capped', cap });
    },
  });
}

/** The makers that this interview's tenant lets hear, think and speak. */
export function makersFor(env: Env, { interviewId, processing }: Opening): Allowed {
  const id = regionOf(interviewId);
  if (id === null) throw new Error('An interview has a region');
  return allowed(openRegion(readConfig(env), id).makers, processing);
}
