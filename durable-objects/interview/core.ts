/**
 * The interview as it stands in this object. Every change goes through `apply`: one step of the machine, written
 * with its effects in one piece, then told to the room. No wait lies between reading and writing.
 */
import { begin, type Engines, step } from './machine.ts';
import type { Effect, Event, Refusal, State } from './machine-state.ts';
import { viewOf } from './machine-view.ts';
import type { SessionEvent, View } from './protocol.ts';
import type { Room } from './room.ts';
import { scriptOf } from './script.ts';
import type { Adjusting, Opening, SessionStore } from './store.ts';
import type { Task } from './tasks.ts';
import { shownTurn } from './transcript.ts';
import type { Words } from './words.ts';

/** What comes along with an event from the candidate. */
export interface Carried {
  /** The candidate's words, to show, and sealed, to keep. */
  words?: { plain: Words; sealed: Uint8Array };
  /** Brought home before what the machine wants done. */
  first?: { task: Task; sealed: Uint8Array };
}

/** What nobody needs after a withdrawal. */
const OF_NO_USE = new Set<Task['type']>(['seal', 'score', 'notify', 'reply', 'save-draft', 'save-review']);

/** Events that carry words of the interviewer's own. */
const SAYS: ReadonlySet<Event['type']> = new Set(['replied', 'said-more', 'repeat']);

export class SessionCore {
  readonly store: SessionStore;
  readonly room: Room;
  /** The words of the draft, as far as this object has seen them since it woke. */
  draft: Words | null = null;
  /** What a model said last, as far as this object has seen it: the machine never sees a model's words. */
  asked: { turn: string; text: string } | null = null;
  /** Answers to the question at hand, if this object has been awake since it was asked. */
  answers: { questionId: string; texts: string[] } | null = null;
  onAnswer: () => void = () => {};
  onFalseStop: () => void = () => {};
  private known: State | undefined;
  private shown = '';

  constructor(store: SessionStore, room: Room) {
    this.store = store;
    this.room = room;
    this.known = store.read<State>('state');
    if (this.known !== undefined) this.shown = lasting(viewOf(this.known, 0));
  }

  get state(): State | undefined {
    return this.known;
  }

  get opening(): Opening | undefined {
    return this.store.read<Opening>('opening');
  }

  open(opening: Opening, engines: Engines): void {
    this.store.prepare();
    this.known = begin(opening.interviewId, scriptOf(opening.plan, opening.granted?.adjustments), engines);
    this.store.open(opening, this.known);
  }

  /** Takes over what a member arranged: once, however often and in whatever order it is told. */
  adjust({ granted, plan, expiresAtMs }: Adjusting, nowMs: number): Refusal | null {
    const { opening } = this;
    if (opening === undefined || this.known === undefined) return 'over';
    if ((opening.granted?.number ?? 0) >= granted.number) return null;
    const { adjustments } = granted;
    const script = scriptOf(plan, adjustments);
    const refusal = this.apply({ type: 'adjusted', script, person: adjustments.person }, nowMs);
    if (refusal === null) this.store.adjust(opening, { granted, plan, expiresAtMs });
    return refusal;
  }

  /** Everything of this interview is gone from here. */
  forget(): void {
    this.known = undefined;
    this.draft = null;
  }

  view(nowMs: number): View | null {
    if (this.known === undefined) return null;
    const view = viewOf(this.known, nowMs);
    const { utterance } = view;
    if (utterance === null || !utterance.streamed || this.asked?.turn !== utterance.turn) return view;
    return { ...view, utterance: { ...utterance, text: this.asked.text } };
  }

  /** One step; a refusal changes nothing. */
  apply(event: Event, nowMs: number, carried: Carried = {}): Refusal | null {
    const before = this.known;
    if (before === undefined) return 'over';
    const outcome = step(before, event, nowMs);
    if (!outcome.ok) return outcome.code;
    if (carried.first !== undefined) {
      if (carried.first.task.type === 'save-draft') this.store.dropDraft();
      this.store.enqueue(carried.first.task, carried.first.sealed, nowMs);
    }
    if (SAYS.has(event.type)) this.heed(outcome.state, carried);
    for (const effect of outcome.effects) this.keep(effect, carried, nowMs);
    if (outcome.state !== before) {
      this.known = outcome.state;
      this.store.saveState(outcome.state);
    }
    if (event.type === 'false-stop') this.drop();
    if (outcome.effects.some((effect) => effect.type === 'save-turn' && effect.kind === 'answer')) this.onAnswer();
    this.tellView(nowMs);
    return null;
  }

  /** Tells everyone, under the next number. */
  tell(event: SessionEvent, nowMs: number): void {
    const n = this.store.lastEvent() + 1;
    this.store.addEvent(n, JSON.stringify(withoutWords(event)));
    this.room.tell({ type: 'event', sessionMs: this.sessionMs(nowMs), n, event });
  }

  sessionMs(nowMs: number): number {
    const startedAtMs = this.known?.startedAtMs ?? null;
    return startedAtMs === null ? 0 : Math.max(0, nowMs - startedAtMs);
  }

  /** A model's words come along with what the machine hears of them. */
  private heed({ lastUtterance }: State, { words }: Carried): void {
    if (lastUtterance?.streamed !== true || words === undefined) return;
    this.asked = { turn: lastUtterance.turn, text: words.plain.text };
  }

  private drop(): void {
    this.draft = null;
    this.store.dropDraft();
    this.onFalseStop();
  }

  private keep(effect: Effect, carried: Carried, nowMs: number): void {
    switch (effect.type) {
      case 'tell':
        this.tell(effect.what, nowMs);
        break;
      case 'save-turn':
        this.keepTurn(effect, carried, nowMs);
        break;
      case 'withdrawn':
        for (const { task, position } of this.store.waiting()) if (OF_NO_USE.has(task.type)) this.store.done(position);
        this.store.dropParked();
        this.store.enqueue(effect, null, nowMs);
        break;
      default:
        this.store.enqueue(effect, null, nowMs);
    }
  }

  private keepTurn(effect: Extract<Effect, { type: 'save-turn' }>, carried: Carried, nowMs: number): void {
    const own = effect.text === null && !effect.fromDraft;
    if (own && effect.speaker === 'candidate') this.store.dropDraft();
    this.store.enqueue(effect, own ? (carried.words?.sealed ?? null) : null, nowMs);
    const asked = this.asked?.turn === effect.turn ? this.asked.text : undefined;
    const text = effect.text ?? (effect.fromDraft ? this.draft?.text : (carried.words?.plain.text ?? asked));
    this.remember(effect, text);
    if (effect.speaker === 'candidate') this.draft = null;
    if (text !== undefined) this.tell({ type: 'turn', turn: shownTurn(effect, text) }, nowMs);
  }

  private remember({ kind, questionId }: Extract<Effect, { type: 'save-turn' }>, text: string | undefined): void {
    if (kind === 'question' && questionId !== null && this.answers?.questionId !== questionId)
      this.answers = { questionId, texts: [] };
    if (kind !== 'answer') return;
    if (text === undefined || this.answers?.questionId !== questionId) this.answers = null;
    else this.answers.texts.push(text);
  }

  /** The view goes out when more changed than the time, which the room counts down by itself. */
  private tellView(nowMs: number): void {
    const view = this.view(nowMs);
    if (view === null) return;
    const now = lasting(view);
    if (now === this.shown) return;
    this.shown = now;
    this.tell({ type: 'view', view }, nowMs);
  }
}

function lasting(view: View): string {
  const { remainingMs, questionRemainingMs, ...clock } = view.clock;
  return JSON.stringify({ ...view, clock, timed: questionRemainingMs === null && remainingMs === 0 });
}

/** Events rest here without words: those of a turn are read from the region again, a view is made anew. */
function withoutWords(event: SessionEvent): unknown {
  switch (event.type) {
    case 'turn':
      return { type: 'turn', turn: event.turn.id };
    case 'view':
      return { type: 'view' };
    default:
      return event;
  }
}
