/** Decides what follows an answer, and says it: by what runs the talk, by the next in line, and at last by the plan. */
import { type Question, questionIn } from '../../../worker/domain/plans/plan-shape.ts';
import type { Model } from '../../../worker/providers/model/model.ts';
import type { Voice } from '../../../worker/providers/speech/speech.ts';
import type { Carried } from '../core.ts';
import { spokenLengthMs } from '../machine-speech.ts';
import type { Effect, Event, Reply } from '../machine-state.ts';
import type { EngineKind } from '../protocol.ts';
import { VOICE_RATE } from '../protocol-sound.ts';
import type { BestFirst } from './best-first.ts';
import type { DeskDeps } from './desk-deps.ts';
import { asData, resumeData, thinkInstructions } from './interviewer-rules.ts';
import type { LiveTalk } from './live-talk.ts';
import { Mouth } from './mouth.ts';
import { SPEAK_MS } from './patience.ts';
import type { ReplyStream } from './reply-stream.ts';
import { type Thought, think } from './thought.ts';

/** Between two sentences: each is made on its own, and would run into the next. */
const BREATH = new Int16Array((VOICE_RATE * 200) / 1000);

export interface ReplyDeps extends DeskDeps {
  models: BestFirst<Model>;
  voices: BestFirst<Voice>;
  live(): LiveTalk | null;
  engineFailed(engine: EngineKind, fault: unknown): void;
}

/** `after` is called once the machine has heard of the event. */
export interface Replied {
  event: Event;
  carried: Carried;
  after?: () => void;
}

type ReplyTask = Extract<Effect, { type: 'reply' }>;

export class Replying {
  private readonly deps: ReplyDeps;
  private readonly closing = new AbortController();
  private mouth: Mouth | null = null;
  private growing: Promise<void> = Promise.resolve();

  constructor(deps: ReplyDeps) {
    this.deps = deps;
  }

  /** Never fails: the plan's own rules always know what comes next. */
  async reply(task: ReplyTask): Promise<Replied> {
    const question = questionIn(this.deps.plan, task.questionId);
    if (question === undefined || task.followUpsAsked.length >= question.followUps.budget)
      return replied(task, { kind: 'next' });
    const spoken = await this.byLive(task);
    if (spoken !== null) return spoken;
    const { here } = await this.deps.answers(question.id);
    const thought = await this.byModel(task, question, here);
    if (thought !== null) return thought;
    const reply = await this.deps.rehearsed(question.id, here, task.followUpsAsked, task.remainingMs);
    return replied(task, reply);
  }

  /** The candidate speaks: nothing more is said. */
  hush(): void {
    this.mouth?.end();
    this.mouth = null;
  }

  close(): void {
    this.closing.abort();
    this.hush();
  }

  private async byLive(task: ReplyTask): Promise<Replied | null> {
    if (this.deps.core.state?.engine !== 'live') return null;
    const stream = this.deps.live()?.takeReply() ?? null;
    if (stream === null) return null;
    try {
      const sign = await stream.first();
      if (sign === null || sign.kind === 'go-on') return replied(task, { kind: 'next' });
      return await this.asks(task.id, '', (mouth) => this.passOn(stream, mouth));
    } catch (error) {
      this.deps.engineFailed('live', error);
      return null;
    }
  }

  private async byModel(task: ReplyTask, question: Question, answers: string[]): Promise<Replied | null> {
    const { models, plan, spending, core, tenantLeftMicros } = this.deps;
    if (core.state?.engine === 'rehearsed' || !models.any || spending.cap(tenantLeftMicros) !== null) return null;
    const resume = await this.deps.resume();
    const asked = {
      instructions: thinkInstructions(question, plan.language),
      input: `${resumeData(resume)}${asData(question, answers)}`,
    };
    try {
      const thought = await models.run((model) =>
        think(model, asked, this.closing.signal, (usage) => spending.used(usage)),
      );
      if (thought.first === null) return replied(task, { kind: 'next' });
      return await this.asks(task.id, thought.first, (mouth) => this.speak(thought, mouth));
    } catch (error) {
      if (core.state?.engine === 'cascade') this.deps.engineFailed('cascade', error);
      return null;
    }
  }

  private async asks(replyId: string, first: string, say: (mouth: Mouth) => Promise<void>): Promise<Replied> {
    const words = { text: first, segments: [] };
    const sealed = await this.deps.seal(words);
    return {
      event: { type: 'replied', replyId, reply: { kind: 'asks', lengthMs: spokenLengthMs(first), growing: true } },
      carried: { words: { plain: words, sealed } },
      after: () => this.open(first, say),
    };
  }

  private open(first: string, say: (mouth: Mouth) => Promise<void>): void {
    const { core } = this.deps;
    const utterance = core.state?.phase.kind === 'speaking' ? core.state.phase.utterance : null;
    // Budget or time may have decided otherwise meanwhile.
    if (utterance === null || !utterance.streamed) return;
    const mouth = new Mouth(
      {
        position: utterance.position,
        send: (frame) => core.room.sendSound(core.store.read('pen'), frame),
        grew: (text, lengthMs, growing) => this.grew(utterance.turn, text, lengthMs, growing),
      },
      first,
    );
    this.mouth = mouth;
    void say(mouth)
      .catch(() => {})
      .finally(() => mouth.end());
  }

  /** Sealed one after the other, so that an older text never comes after a newer one. */
  private grew(turn: string, text: string, lengthMs: number, growing: boolean): void {
    const { core } = this.deps;
    const startMs = core.state?.lastUtterance?.startMs ?? 0;
    const place = { stretch: 0, startMs, endMs: startMs + lengthMs };
    core.room.tell({ type: 'caption', speaker: 'interviewer', turn, text, final: !growing, ...place });
    this.growing = this.growing.then(async () => {
      try {
        const plain = { text, segments: [] };
        const carried = { words: { plain, sealed: await this.deps.seal(plain) } };
        this.deps.happened({ type: 'said-more', turn, lengthMs, growing }, carried);
      } catch {
        // The region is away: the turn keeps the words that it has.
      }
    });
  }

  private async passOn(stream: ReplyStream, mouth: Mouth): Promise<void> {
    for await (const piece of stream) {
      if (mouth.stopping.signal.aborted) return;
      if (piece.kind === 'text') mouth.word(piece.text);
      else if (piece.kind === 'sound') mouth.sound(piece.pcm);
    }
  }

  private async speak(thought: Thought, mouth: Mouth): Promise<void> {
    const signal = AbortSignal.any([mouth.stopping.signal, this.closing.signal, AbortSignal.timeout(SPEAK_MS)]);
    if (thought.first !== null) await this.sentence(thought.first, mouth, signal);
    for await (const sentence of thought.rest) {
      if (signal.aborted) return;
      mouth.word(` ${sentence}`);
      // Without a voice there is no breath either.
      if (mouth.sounds) mouth.sound(BREATH);
      await this.sentence(sentence, mouth, signal);
    }
  }

  /** Without a voice the words stand on the screen, and the room says them with its own. */
  private async sentence(text: string, mouth: Mouth, signal: AbortSignal): Promise<void> {
    const { voices, plan, spending, core } = this.deps;
    if (!voices.any || core.state?.mode === 'text') return;
    await voices.run(async (voice) => {
      const onUsage = (usage: Parameters<typeof spending.used>[0]) => spending.used(usage);
      for await (const pcm of voice.speak({ text, language: plan.language, signal, onUsage })) mouth.sound(pcm);
    });
  }
}

function replied({ id }: ReplyTask, reply: Reply): Replied {
  return { event: { type: 'replied', replyId: id, reply }, carried: {} };
}
