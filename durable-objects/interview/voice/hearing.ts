/** Hears the answer that is being given: by whatever runs the talk, and by the next in line when that fails. */
import { ProviderFault } from '../../../worker/provider-faults.ts';
import type { Ears } from '../../../worker/providers/speech/speech.ts';
import type { Carried } from '../core.ts';
import type { Effect, Event } from '../machine-state.ts';
import type { EngineKind, Segment } from '../protocol.ts';
import type { SoundFrame } from '../protocol-sound.ts';
import { AnswerSound } from './answer-sound.ts';
import type { BestFirst } from './best-first.ts';
import { callGate } from './call-gate-rules.ts';
import { CascadeEars } from './cascade-ears.ts';
import type { DeskDeps } from './desk-deps.ts';
import type { Caption, Listener } from './listener.ts';
import type { LiveTalk } from './live-talk.ts';
import { CALL_ARRIVES_MS, SOUND_ARRIVES_MS } from './patience.ts';
import { twoLines } from './two-lines-rules.ts';
import { together, typedPart, viaOf } from './words-rules.ts';

/** Sound that begins this shortly after a segment's end is not in it. */
const TOUCH_MS = 60;
/** Words of a live answer are kept no more often than this: they come syllable by syllable. */
const KEEP_EVERY_MS = 1_000;

export interface HearingDeps extends DeskDeps {
  ears: BestFirst<Ears>;
  /** The live session of the question at hand. */
  live(): LiveTalk | null;
  engineFailed(engine: EngineKind, fault: unknown): void;
}

export class Hearing {
  private readonly deps: HearingDeps;
  private readonly sound: AnswerSound;
  private listener: { engine: EngineKind; hears: Listener; base: Segment[] } | null = null;
  private keepAt = 0;
  private keeping: Promise<void> = Promise.resolve();
  private readonly gate = callGate();
  private readonly lines = twoLines();
  private callReached: () => void = () => {};
  private finishing = false;
  /** The last frame of the answer whose words are being waited for. */
  private soundTo = 0;

  constructor(deps: HearingDeps) {
    this.deps = deps;
    this.sound = new AnswerSound(deps.core.store.read<number>('sound-taken') ?? 0);
  }

  frame(frame: SoundFrame): void {
    if (frame.seq <= this.sound.top) return;
    const heard = this.lines.room(frame, this.deps.byCall());
    if (!heard.includes(frame)) this.sound.seen(frame.seq);
    for (const one of heard) this.fromEither(one, frame);
  }

  /** Sound of the call, when that is the line. */
  call(pcm: Int16Array, atMs: number): void {
    const { state } = this.deps.core;
    // The interviewer's own voice comes back over a loudspeaker, and a pause is nobody's answer.
    if (state?.phase.kind !== 'listening' && !this.finishing) return;
    const fresh = this.lines.call(pcm, atMs);
    if (fresh !== null) {
      for (const frame of [...fresh.before, ...this.gate.push(fresh.pcm, fresh.atMs)]) this.fromEither(frame, null);
    }
    this.callReached();
  }

  /** `numbered`: the frame that has just come under a number of the room's. */
  private fromEither(frame: SoundFrame, numbered: SoundFrame | null): void {
    if (frame !== numbered) this.given(this.sound.addFromCall(frame));
    else if (this.sound.add(frame)) this.given(frame);
  }

  private given(frame: SoundFrame): void {
    const { state } = this.deps.core;
    if (state === undefined || state.engine === 'rehearsed' || state.phase.kind === 'paused') {
      this.take(frame.seq);
      return;
    }
    if (!this.listens(state.engine)) this.listenAnew(state.engine);
    else this.listener?.hears.frame(frame);
  }

  /** Frames whose words are not durable yet: the last of them, 0 for none. */
  get pending(): number {
    return this.sound.any ? this.sound.top : 0;
  }

  /** The words of the answer to their end, as the machine must hear of them. @throws Error while sound is missing */
  async finish(task: Extract<Effect, { type: 'hear' }>): Promise<{ event: Event; carried: Carried }> {
    this.soundTo = task.soundTo;
    const came = this.deps.byCall() && (await this.callUpTo(task.endMs));
    const arrived = came || (await this.sound.reaches(task.soundTo, SOUND_ARRIVES_MS));
    for (const frame of this.lines.rest()) this.fromEither(frame, null);
    if (!arrived && this.deps.core.state?.lineUp === false) throw new Error('The sound of an answer is still to come');
    const lost = await this.hearAll();
    await this.keeping;
    const { core } = this.deps;
    const segments = this.segments();
    const typed = core.draft === null ? '' : typedPart(core.draft);
    const words = together(segments, typed);
    const silent = words.text === '' && (task.soundTo > 0 || this.deps.byCall()) && task.endMs > task.startMs;
    if (lost !== null || silent) {
      const lostMs = Math.max(0, task.endMs - (segments.at(-1)?.endMs ?? task.startMs));
      this.forget();
      return { event: { type: 'unheard', hearId: task.id, lostMs, kept: words.text !== '' }, carried: {} };
    }
    const startMs = segments[0]?.startMs ?? task.startMs;
    const draft = { via: viaOf(segments, typed), startMs, endMs: Math.max(startMs, task.endMs) };
    return {
      event: { type: 'heard', hearId: task.id, draft },
      carried: { words: { plain: words, sealed: await this.deps.seal(words) } },
    };
  }

  /** The answer is kept: what comes next is another one. */
  answerOver(): void {
    // Time that cut an answer names no frame: all that came belongs to it.
    this.take(this.soundTo > 0 ? this.soundTo : this.sound.top);
    this.soundTo = 0;
    this.forget();
  }

  /** What was heard was no answer: a cough. */
  dropped(): void {
    this.take(this.sound.top);
    this.forget();
  }

  /** A live session broke in the middle of an answer: all of it is heard again by what runs the talk now. */
  again(): void {
    const { state } = this.deps.core;
    if (state !== undefined && state.engine !== 'rehearsed') this.listenAnew(state.engine);
  }

  private forget(): void {
    if (this.listener?.engine === 'cascade') this.listener.hears.close();
    else this.deps.live()?.next();
    this.listener = null;
  }

  private async hearAll(): Promise<unknown> {
    for (;;) {
      const { state } = this.deps.core;
      if (state === undefined || state.engine === 'rehearsed') {
        return this.sound.any ? new Error('Nobody hears here') : null;
      }
      const { engine } = state;
      if (!this.listens(engine) && this.sound.any) this.listenAnew(engine);
      if (this.listener === null) return null;
      try {
        await this.listener.hears.finish();
        return null;
      } catch (error) {
        this.deps.engineFailed(engine, error);
        if (this.deps.core.state?.engine === engine) return error;
      }
    }
  }

  private listens(engine: EngineKind): boolean {
    return this.listener?.engine === engine;
  }

  /** Gives all sound whose words are not durable to what listens from now on. */
  private listenAnew(engine: EngineKind): void {
    this.listener?.hears.close();
    const frames = this.sound.frames();
    const [first] = frames;
    const draft = this.deps.core.draft?.segments ?? [];
    const base = first === undefined ? draft : draft.filter(({ endMs }) => endMs <= first.timeMs + TOUCH_MS);
    const hears = engine === 'live' ? this.deps.live() : this.cascade();
    if (hears === null) {
      this.deps.engineFailed(engine, new ProviderFault('gemini', 'unavailable'));
      return;
    }
    this.listener = { engine, hears, base };
    for (const frame of frames) hears.frame(frame);
  }

  private cascade(): Listener {
    const { plan } = this.deps;
    return new CascadeEars({
      ears: this.deps.ears,
      language: plan.language,
      hints: [plan.title],
      onCaption: (caption) => this.caption(caption),
      onSegment: (toSeq) => this.keep(toSeq),
      onUsage: (usage) => this.deps.spending.used(usage),
    });
  }

  caption(caption: Caption): void {
    this.deps.core.room.tell({ type: 'caption', ...caption });
  }

  /** Words of a live answer: kept now and then, so that time that cuts it finds them. */
  words(): void {
    const nowMs = Date.now();
    if (nowMs - this.keepAt < KEEP_EVERY_MS) return;
    this.keepAt = nowMs;
    this.keep(null);
  }

  private segments(): Segment[] {
    const heard = this.listener === null ? (this.deps.core.draft?.segments ?? []) : this.listener.base;
    return [...heard, ...(this.listener?.hears.segments ?? [])]
      .map((segment) => ({ ...segment, text: segment.text.trim() }))
      .filter(({ text }) => text !== '');
  }

  /** The words so far become the draft, sealed and durable; then the sound up to `toSeq` may be forgotten. */
  private keep(toSeq: number | null): void {
    const { listener } = this;
    this.keeping = this.keeping.then(async () => {
      if (listener === null || listener !== this.listener) return;
      const { core } = this.deps;
      const segments = this.segments();
      const typed = core.draft === null ? '' : typedPart(core.draft);
      const plain = together(segments, typed);
      const [first] = segments;
      if (first !== undefined) {
        try {
          const sealed = await this.deps.seal(plain);
          if (listener !== this.listener) return;
          core.draft = plain;
          const draft = { via: viaOf(segments, typed), startMs: first.startMs, endMs: segments.at(-1)?.endMs ?? 0 };
          this.deps.happened(
            { type: 'draft', draft },
            { first: { task: { type: 'save-draft', id: 'draft' }, sealed } },
          );
        } catch {
          // No key: the region is away. The sound stays with the room until its words can be kept.
          return;
        }
      }
      if (toSeq !== null) this.take(toSeq);
    });
  }

  /** What was said before `endMs` comes over the call a little later. */
  private async callUpTo(endMs: number): Promise<boolean> {
    this.finishing = true;
    const latest = new Promise<void>((done) => setTimeout(done, CALL_ARRIVES_MS));
    const reached = new Promise<void>((done) => {
      this.callReached = () => {
        if (this.gate.toMs >= endMs) done();
      };
      this.callReached();
    });
    await Promise.race([reached, latest]);
    this.finishing = false;
    this.callReached = () => {};
    const came = this.gate.toMs >= endMs;
    for (const frame of this.gate.end()) this.fromEither(frame, null);
    return came;
  }

  private take(upTo: number): void {
    const { store, room } = this.deps.core;
    this.sound.take(upTo);
    const seq = Math.floor(upTo);
    if ((store.read<number>('sound-taken') ?? 0) >= seq) return;
    store.write('sound-taken', seq);
    room.tell({ type: 'sound-taken', seq });
  }
}
