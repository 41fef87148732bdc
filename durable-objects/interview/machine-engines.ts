/** Which engine runs the talk: the best there is, until it fails; after a failure, again from the next question on. Pure. */
import type { Moved } from './machine-speech.ts';
import type { Effect, Event, State } from './machine-state.ts';
import type { EngineKind } from './protocol.ts';

/** An engine that failed this often in an interview is not tried again in it. */
const MOST_FAULTS = 2;

/** Noted where there was a choice: the plan's own rules need no mention. */
export function engineChosen({ engine }: State): Effect[] {
  return engine === 'rehearsed'
    ? []
    : [{ type: 'event', id: 'event:engine', kind: 'engine-chosen', detail: { engine } }];
}

/** The engine is not asked any more for this question; what comes next in line goes on from here. */
export function engineFailed(state: State, event: Extract<Event, { type: 'engine-failed' }>, nowMs: number): Moved {
  if (state.engine !== event.engine || event.engine === 'rehearsed') return { state, effects: [] };
  const faults = event.lasting ? MOST_FAULTS : (state.engineFaults[event.engine] ?? 0) + 1;
  const engineFaults = { ...state.engineFaults, [event.engine]: faults };
  const engine = nextAfter({ ...state, engineFaults }, event.engine);
  const { maker, fault } = event;
  return {
    state: { ...state, engine, engineFaults },
    effects: [
      { type: 'tell', id: `tell:moment:${nowMs}`, what: { type: 'moment', engine } },
      {
        type: 'event',
        id: `event:engine:${state.position}:${event.engine}:${engine}`,
        kind: 'engine-changed',
        detail: { from: event.engine, to: engine, maker, fault },
      },
    ],
  };
}

/** With a new question the best engine that is left gets another chance. */
export function bestEngine(state: State): EngineKind {
  return state.engines.find((engine) => usable(state, engine)) ?? 'rehearsed';
}

function nextAfter(state: State, failed: EngineKind): EngineKind {
  const after = state.engines.slice(state.engines.indexOf(failed) + 1);
  return after.find((engine) => usable(state, engine)) ?? 'rehearsed';
}

function usable({ engineFaults }: State, engine: EngineKind): boolean {
  return (engineFaults[engine] ?? 0) < MOST_FAULTS;
}

export function capped(state: State, cap: 'interview' | 'tenant', nowMs: number): Moved {
  if (state.engine === 'rehearsed') return { state, effects: [] };
  return {
    state: { ...state, engine: 'rehearsed', engines: ['rehearsed'] },
    effects: [
      { type: 'tell', id: `tell:moment:${nowMs}`, what: { type: 'moment', engine: 'rehearsed' } },
      { type: 'event', id: `event:cap:${cap}`, kind: 'spend-cap', detail: { cap } },
    ],
  };
}
