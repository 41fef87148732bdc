/** The model's side of a Live session: its turns, what they cost, and the handles with which the session goes on. */
import type { Brains } from '../brains.ts';
import type { Line } from '../door.ts';
import { refuse } from './line-refused.ts';
import { speak } from './live-answer.ts';
import { endingOf } from './live-faults.ts';
import { type Setup, textOf } from './live-frames.ts';
import { type Meter, meter, type Spent } from './live-meter.ts';
import { decide } from './live-mind.ts';
import type { Out } from './live-out.ts';
import { SPEAKS_RATE } from './sound.ts';
import { newId } from './words.ts';

/** What a session is continued with. */
export type Kept = Map<string, { asked: number; spent: Spent }>;

export interface LiveModel {
  begins(setup: Setup): void;
  meter(): Meter;
  /** The candidate has said this and waits. */
  answer(heard: string): void;
  /** The candidate speaks. */
  interrupt(): void;
  responded(responses: { id?: string; name?: string }[]): void;
}

interface World {
  line: Line;
  out: Out;
  brains: Brains;
  kept: Kept;
  /** Announces the end of the connection. */
  leave(): void;
}

const REFUSES = { kind: 'nothing' } as const;

export function liveModel({ line, out, brains, kept, leave }: World): LiveModel {
  let setup: Setup | null = null;
  let tokens = meter();
  /** Follow-ups in this session, also before it was continued. */
  let asked = 0;
  let speaking: AbortController | null = null;
  /** Until when what was sent still plays at the other side. */
  let playsUntilAt = 0;
  const calls = new Map<string, string>();

  function offerHandle(): void {
    if (setup?.sessionResumption === undefined) return;
    const newHandle = newId('handle-');
    kept.set(newHandle, { asked, spent: tokens.spent() });
    out.send({ sessionResumptionUpdate: { newHandle, resumable: true } });
  }

  async function turn(heard: string, mine: AbortController): Promise<void> {
    const { signal } = mine;
    const fault = line.fault('live-turn');
    const ending = endingOf(fault);
    if (setup === null || ending?.kind === 'silence' || fault === 'mute') return out.mute();
    if (fault === 'twice') out.twice();
    if (fault === 'go-away') leave();
    if (setup.sessionResumption !== undefined) out.send({ sessionResumptionUpdate: { resumable: false } });
    const decision = fault === 'refusal' ? REFUSES : await decide(brains, setup, heard, asked);
    if (signal.aborted) return interrupted(mine, 0);
    switch (decision.kind) {
      case 'nothing':
        return over(mine, 0, fault === 'refusal' ? { turnCompleteReason: 'PROHIBITED_INPUT_CONTENT' } : {});
      case 'call':
        if (ending !== null) return out.end(ending);
        call(decision.name);
        return over(mine, 0, { generationComplete: true });
      case 'say':
        break;
    }
    asked += 1;
    const { sent, all } = await speak(out, { said: decision.said, fault, delay: line.delay(), signal });
    if (signal.aborted) return interrupted(mine, sent);
    playsUntilAt = Date.now() + (sent * 1000) / SPEAKS_RATE;
    if (all) out.send({ serverContent: { generationComplete: true } });
    over(mine, sent, {});
  }

  function call(name: string): void {
    const id = newId('function-call-');
    calls.set(id, name);
    out.send({ toolCall: { functionCalls: [{ id, name, args: {} }] } });
  }

  function interrupted(mine: AbortController, samples: number): void {
    out.send({ serverContent: { interrupted: true } });
    over(mine, samples, {});
  }

  function over(mine: AbortController, samples: number, also: object): void {
    if (speaking === mine) speaking = null;
    out.send({ serverContent: { ...also, turnComplete: true }, usageMetadata: tokens.turn(samples, SPEAKS_RATE) });
    offerHandle();
  }

  return {
    begins(begun) {
      setup = begun;
      const before = kept.get(begun.sessionResumption?.handle ?? '');
      asked = before?.asked ?? 0;
      tokens = meter(before?.spent);
      if (before === undefined) tokens.wrote(textOf(begun.systemInstruction));
      offerHandle();
    },
    meter: () => tokens,
    answer(heard) {
      speaking?.abort();
      speaking = new AbortController();
      void turn(heard, speaking).catch((thrown: unknown) => out.close(1011, String(thrown)));
    },
    interrupt() {
      speaking?.abort();
      // All is said, but not yet heard.
      if (speaking === null && Date.now() < playsUntilAt) out.send({ serverContent: { interrupted: true } });
      playsUntilAt = 0;
    },
    responded(responses) {
      for (const { id = '', name } of responses) {
        if (calls.get(id) !== name) refuse('A response to a function that was not called.');
        calls.delete(id);
      }
    },
  };
}
