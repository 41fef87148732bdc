/** The talk by voice, around the machine: the candidate's sound becomes words, a reply becomes sound. */
import { type Question, questionIn } from '../../../worker/domain/plans/plan-shape.ts';
import { ProviderFault } from '../../../worker/provider-faults.ts';
import type { Live } from '../../../worker/providers/conversation/live.ts';
import type { Effect } from '../machine-state.ts';
import type { EngineKind } from '../protocol.ts';
import type { SoundFrame } from '../protocol-sound.ts';
import { BestFirst } from './best-first.ts';
import type { DeskDeps } from './desk-deps.ts';
import { Hearing } from './hearing.ts';
import { carriedText, liveInstructions, resumeData } from './interviewer-rules.ts';
import { LiveTalk } from './live-talk.ts';
import { type Replied, Replying } from './replying.ts';

/** These do not heal within an interview. */
const LASTING: ReadonlySet<string> = new Set(['wrong-key', 'quota']);

export class VoiceDesk {
  private readonly deps: DeskDeps;
  private readonly hearing: Hearing;
  private readonly replying: Replying;
  private talk: { at: number; live: LiveTalk; breaks: number } | null = null;
  private speaking: string | null = null;

  constructor(deps: DeskDeps) {
    this.deps = deps;
    const now = () => Date.now();
    const onFault = (fault: ProviderFault) => deps.noted(fault);
    const { makers } = deps;
    const shared = {
      ...deps,
      live: () => this.live(),
      engineFailed: (engine: EngineKind, fault: unknown) => this.engineFailed(engine, fault),
    };
    this.hearing = new Hearing({ ...shared, ears: new BestFirst(makers.ears, now, onFault) });
    this.replying = new Replying({
      ...shared,
      models: new BestFirst(makers.models, now, onFault),
      voices: new BestFirst(makers.voices, now, onFault),
    });
    deps.core.onAnswer = () => this.hearing.answerOver();
    deps.core.onFalseStop = () => this.hearing.dropped();
  }

  /** A frame of the candidate's sound. */
  sound(frame: SoundFrame): void {
    this.hearing.frame(frame);
  }

  /** Sound of the call, in order. */
  callSound(pcm: Int16Array, atMs: number): void {
    this.hearing.call(pcm, atMs);
  }

  /** The last frame whose words are not durable yet; 0 for none. */
  get pending(): number {
    return this.hearing.pending;
  }

  async hear(task: Extract<Effect, { type: 'hear' }>): Promise<Replied> {
    return await this.hearing.finish(task);
  }

  async reply(task: Extract<Effect, { type: 'reply' }>): Promise<Replied> {
    return await this.replying.reply(task);
  }

  /** After every step: a live session is made ready with its question, and nothing is said when it must not be. */
  moved(): void {
    const { state } = this.deps.core;
    if (state === undefined) {
      this.close();
      return;
    }
    const { phase } = state;
    const speaking = phase.kind === 'speaking' ? phase.utterance.turn : null;
    if (this.speaking !== null && speaking !== this.speaking) this.replying.hush();
    this.speaking = speaking;
    this.withinCaps();
    const talks = phase.kind === 'speaking' || phase.kind === 'listening' || phase.kind === 'thinking';
    // A break may be long; a session that waits is billed and times out.
    if (!talks || state.engine !== 'live') this.endTalk();
    else if (state.mode === 'voice' && state.lineUp && state.at >= 0) this.live();
  }

  close(): void {
    this.endTalk();
    this.replying.close();
  }

  private live(breaks = 0): LiveTalk | null {
    const { core, makers } = this.deps;
    const at = core.state?.at ?? -1;
    if (this.talk?.at === at) return this.talk.live;
    this.endTalk();
    const [live] = makers.live;
    const question = questionIn(this.deps.plan, core.state?.script.questions[at]?.id);
    if (live === undefined || question === undefined) return null;
    this.talk = { at, breaks, live: this.begin(at, live, question) };
    return this.talk.live;
  }

  private begin(at: number, live: Live, question: Question): LiveTalk {
    const { core, plan, spending } = this.deps;
    return new LiveTalk({
      live,
      brief: async () => {
        const kept = core.store.read<{ at: number; handle: string | null }>('handle');
        const [{ before }, resume] = await Promise.all([this.deps.answers(question.id), this.deps.resume()]);
        return {
          instructions: liveInstructions(question, plan.language),
          carried: `${resumeData(resume)}${carriedText(before)}`,
          language: plan.language,
          handle: kept?.at === at ? kept.handle : null,
        };
      },
      onCaption: (caption) => this.hearing.caption(caption),
      onWords: () => this.hearing.words(),
      onUsage: (usage) => spending.used(usage),
      onHandle: (handle) => core.store.write('handle', { at, handle }),
      onBroken: (fault) => this.broken(at, fault),
    });
  }

  /** Once in a question a new session hears all of the answer again; after that the engine is given up. */
  private broken(at: number, fault: ProviderFault): void {
    const { talk } = this;
    if (talk === null || talk.at !== at) return;
    this.deps.core.store.write('handle', { at, handle: null });
    talk.live.close();
    if (talk.breaks === 0 && !LASTING.has(fault.kind)) {
      this.deps.noted(fault);
      this.talk = null;
      this.live(1);
    } else this.engineFailed('live', fault);
    this.hearing.again();
  }

  private engineFailed(engine: EngineKind, error: unknown): void {
    const fault = error instanceof ProviderFault ? error : null;
    if (engine === 'live') {
      this.endTalk();
      if (fault !== null) this.deps.noted(fault);
    }
    this.deps.happened({
      type: 'engine-failed',
      engine,
      maker: fault?.maker ?? 'none',
      fault: fault?.kind ?? 'unavailable',
      lasting: LASTING.has(fault?.kind ?? ''),
    });
  }

  /** What may be spent is spent: the talk goes on by the plan's own rules, which cost nothing. */
  private withinCaps(): void {
    const { core, spending, tenantLeftMicros } = this.deps;
    const engine = core.state?.engine ?? 'rehearsed';
    if (engine === 'rehearsed' || core.state?.phase.kind !== 'speaking') return;
    const cap = spending.cap(tenantLeftMicros);
    if (cap === null) return;
    this.deps.capped(cap);
  }

  private endTalk(): void {
    this.talk?.live.close();
    this.talk = null;
  }
}
