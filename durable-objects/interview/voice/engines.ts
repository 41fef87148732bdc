/** What may run a talk: what is set up for the region and allowed for the tenant, in order, and never without an end. */
import type { Plan } from '../../../worker/domain/plans/plan-shape.ts';
import type { Calls } from '../../../worker/providers/calls/calls.ts';
import type { Live } from '../../../worker/providers/conversation/live.ts';
import type { Model } from '../../../worker/providers/model/model.ts';
import type { Ears, Voice } from '../../../worker/providers/speech/speech.ts';
import { eligible, type Processing } from '../../../worker/regions/eligible-rules.ts';
import type { Makers } from '../../../worker/regions/region.ts';
import type { Engines } from '../machine.ts';
import type { EngineKind } from '../protocol.ts';

/** The makers that this tenant's interviews may use. */
export interface Allowed {
  ears: Ears[];
  voices: Voice[];
  models: Model[];
  live: Live[];
  calls: Calls[];
}

export function allowed(makers: Makers, processing: Processing): Allowed {
  return {
    ears: eligible(makers.ears, processing),
    voices: eligible(makers.voices, processing),
    models: eligible(makers.models, processing),
    live: eligible(makers.live, processing),
    calls: eligible(makers.calls, processing),
  };
}

/** The engines that can be had, best first; a plan may ask for a cheaper one. */
export function enginesOf(makers: Allowed, wanted: Plan['engine']): Engines {
  const cascade = makers.ears.length > 0 && makers.models.length > 0;
  const all: EngineKind[] = [
    ...(makers.live.length > 0 ? (['live'] as const) : []),
    ...(cascade ? (['cascade'] as const) : []),
    'rehearsed',
  ];
  const from = wanted === undefined ? 0 : Math.max(0, all.indexOf(wanted));
  const kinds = all.slice(from);
  return { kinds, voiceServed: makers.voices.length > 0 && kinds[0] !== 'rehearsed' };
}
