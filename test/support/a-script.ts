/** A script for the machine, and a driver that applies events to it as the session object does. */
import { begin, type Engines, step } from '../../durable-objects/interview/machine.ts';
import type { Effect, Event, Refusal, Script, State } from '../../durable-objects/interview/machine-state.ts';

export const SCRIPT: Script = {
  language: 'en',
  patience: 'normal',
  totalMs: 600_000,
  questionMs: 120_000,
  sections: [{ title: 'First' }, { title: 'Second' }],
  questions: [
    { id: 'q1', section: 0, text: 'How did it begin?', followUpBudget: 2 },
    { id: 'q2', section: 0, text: 'What did you do then?', followUpBudget: 0 },
    { id: 'q3', section: 1, text: 'What came of it?', followUpBudget: 1 },
  ],
  opening: 'Hello.',
  closing: 'Thank you.',
  breaks: 3,
  breakMs: 300_000,
  textOnly: false,
};

export const T0 = 1_800_000_000_000;

export class Run {
  state: State;
  nowMs = T0;
  readonly effects: Effect[] = [];
  readonly history: { event: Event; nowMs: number }[] = [];

  constructor(script: Script = SCRIPT, engines?: Engines) {
    this.state = begin('eu_itv_test', script, engines);
  }

  /** One event after `waitMs`; null when it was taken. */
  does(event: Event, waitMs = 0): Refusal | null {
    this.nowMs += waitMs;
    this.history.push({ event, nowMs: this.nowMs });
    const outcome = step(this.state, event, this.nowMs);
    if (!outcome.ok) return outcome.code;
    this.state = outcome.state;
    this.effects.push(...outcome.effects);
    return null;
  }

  get phase(): State['phase']['kind'] {
    return this.state.phase.kind;
  }

  /** The turn being spoken, or a turn that nobody knows. */
  get turn(): string {
    return this.state.phase.kind === 'speaking' ? this.state.phase.utterance.turn : 'none';
  }

  get replyId(): string {
    return this.state.phase.kind === 'thinking' ? this.state.phase.replyId : 'none';
  }

  /** The answer whose words are waited for. */
  get hearId(): string {
    return this.state.phase.kind === 'thinking' ? (this.state.phase.hearing?.id ?? 'none') : 'none';
  }

  /** Effects of one kind, oldest first. */
  of<K extends Effect['type']>(type: K): Extract<Effect, { type: K }>[] {
    return this.effects.filter((effect): effect is Extract<Effect, { type: K }> => effect.type === type);
  }

  /** The interviewer's words come to their end, as often as it takes until the candidate has the floor. */
  listens(): this {
    while (this.phase === 'speaking') this.does({ type: 'spoken', turn: this.turn }, 2_000);
    return this;
  }

  answers(waitMs = 5_000): Refusal | null {
    return this.does({ type: 'answer', via: 'typed', startMs: 0, endMs: 0 }, waitMs);
  }

  goesOn(waitMs = 100): Refusal | null {
    return this.does({ type: 'replied', replyId: this.replyId, reply: { kind: 'next' } }, waitMs);
  }
}

/** Consented, started and listening to the first question's answer. */
export function underWay(script?: Script, engines?: Engines): Run {
  const run = new Run(script, engines);
  run.does({ type: 'consented', recording: false });
  run.does({ type: 'line-up' });
  run.does({ type: 'start', mode: 'voice' });
  return run.listens();
}
