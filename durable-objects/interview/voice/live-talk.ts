/**
 * One question's session with a live model: it hears the answers and says the follow-ups. It is opened while the
 * question is still being said, and closed with the question, so that no sound is billed twice and no limit on its
 * life is met.
 */
import type { Usage } from '../../../worker/domain/spend/usage-shape.ts';
import { ProviderFault } from '../../../worker/provider-faults.ts';
import type { Live, LiveBrief, LiveEvents, LiveSession } from '../../../worker/providers/conversation/live.ts';
import type { Segment } from '../protocol.ts';
import type { SoundFrame } from '../protocol-sound.ts';
import type { Caption, Listener } from './listener.ts';
import { LIVE_ANSWERS_MS, LIVE_OPENS_MS, LIVE_WORDS_LATEST_MS, LIVE_WORDS_SETTLE_MS } from './patience.ts';
import { ReplyStream } from './reply-stream.ts';

export interface LiveDeps {
  live: Live;
  brief(): Promise<Omit<LiveBrief, 'signal'>>;
  onCaption(caption: Caption): void;
  onWords(): void;
  onUsage(usage: Usage): void;
  onHandle(handle: string | null): void;
  /** It broke in the middle of an answer; what was said must be heard by something else. */
  onBroken(fault: ProviderFault): void;
}

export class LiveTalk implements Listener {
  segments: Segment[] = [];
  private readonly deps: LiveDeps;
  private readonly closing = new AbortController();
  private opening: Promise<LiveSession> | null = null;
  private session: LiveSession | null = null;
  private early: SoundFrame[] = [];
  /** The candidate's turn is open at the model. */
  private active = false;
  private stretch = 0;
  private heardAtMs = 0;
  /** What the model is saying, until it is over. */
  private reply: ReplyStream | null = null;
  /** The same, until somebody listens to it. */
  private untaken: ReplyStream | null = null;
  private fault: ProviderFault | null = null;

  constructor(deps: LiveDeps) {
    this.deps = deps;
    this.open().catch(() => {});
  }

  frame(frame: SoundFrame): void {
    if (this.session === null) {
      this.early.push(frame);
      this.open().catch((error: unknown) => this.broke(asFault(error, this.deps.live.maker)));
      return;
    }
    this.give(this.session, frame);
  }

  async finish(): Promise<void> {
    const session = this.session ?? (await this.open());
    if (this.fault !== null) throw this.fault;
    const reply = new ReplyStream();
    this.reply = reply;
    this.untaken = reply;
    this.active = false;
    session.end();
    const sign = await inTime(reply.first(), LIVE_ANSWERS_MS, this.deps.live.maker);
    if (sign === null && this.segments.length === 0) throw new ProviderFault(this.deps.live.maker, 'malformed');
    await this.settled();
  }

  /** What it says to the answer that was finished; null when there was none. */
  takeReply(): ReplyStream | null {
    const { untaken } = this;
    this.untaken = null;
    return untaken;
  }

  /** The answer is kept: what is heard from here on is another one. */
  next(): void {
    this.segments = [];
  }

  close(): void {
    this.closing.abort();
    this.session?.close();
    this.session = null;
  }

  private open(): Promise<LiveSession> {
    this.opening ??= this.begin();
    return this.opening;
  }

  private async begin(): Promise<LiveSession> {
    // At rest once the session is open: the signal closes whatever it opened, at any time.
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), LIVE_OPENS_MS);
    try {
      const signal = AbortSignal.any([this.closing.signal, late.signal]);
      const session = await this.deps.live.open({ ...(await this.deps.brief()), signal }, this.events());
      if (this.closing.signal.aborted) session.close();
      this.session = session;
      for (const frame of this.early.splice(0)) this.give(session, frame);
      return session;
    } catch (error) {
      this.opening = null;
      throw asFault(error, this.deps.live.maker);
    } finally {
      clearTimeout(timer);
    }
  }

  private give(session: LiveSession, frame: SoundFrame): void {
    if (!this.active) {
      this.active = true;
      session.begin();
    }
    if (frame.stretch !== this.stretch || this.segments.length === 0) {
      this.stretch = frame.stretch;
      this.segments.push({ text: '', startMs: frame.timeMs, endMs: frame.timeMs });
    }
    const now = this.segments.at(-1);
    if (now !== undefined) now.endMs = frame.timeMs + Math.round(frame.pcm.length / 16);
    session.hear(frame.pcm);
  }

  private events(): LiveEvents {
    return {
      heard: (text) => this.heard(text),
      spoke: (text) => this.reply?.push({ kind: 'text', text }),
      sound: (pcm) => this.reply?.push({ kind: 'sound', pcm }),
      goOn: () => this.reply?.push({ kind: 'go-on' }),
      turnOver: () => this.replied(),
      interrupted: () => this.replied(),
      handle: (handle) => this.deps.onHandle(handle),
      used: (usage) => this.deps.onUsage(usage),
      leaving: () => {
        // Between two turns a new connection costs nothing; in the middle of one the break itself is handled.
        if (!this.active && this.reply === null) this.reopen();
      },
      closed: (fault) => {
        if (fault !== null) this.broke(fault);
      },
    };
  }

  private replied(): void {
    this.reply?.end();
    this.reply = null;
  }

  private heard(text: string): void {
    this.heardAtMs = Date.now();
    // Words can come behind the stretch that they belong to; the last one that has none yet takes them.
    const now = this.segments.at(-1);
    if (now === undefined) return;
    now.text = `${now.text}${text}`.trimStart();
    const { startMs, endMs } = now;
    const caption = { speaker: 'candidate', turn: null, stretch: this.stretch, startMs, endMs } as const;
    this.deps.onCaption({ ...caption, text: now.text.trim(), final: false });
    this.deps.onWords();
  }

  private reopen(): void {
    this.session?.close();
    this.session = null;
    this.opening = null;
    this.open().catch(() => {});
  }

  private broke(fault: ProviderFault): void {
    this.session = null;
    this.opening = null;
    if (this.closing.signal.aborted) return;
    const inAnswer = this.active || this.early.length > 0;
    this.active = false;
    this.reply?.fail(fault);
    this.reply = null;
    if (inAnswer) {
      this.fault = fault;
      this.deps.onBroken(fault);
    }
  }

  private async settled(): Promise<void> {
    const latestMs = Date.now() + LIVE_WORDS_LATEST_MS;
    while (Date.now() < latestMs) {
      const quietMs = Date.now() - this.heardAtMs;
      if (this.segments.some(({ text }) => text !== '') && quietMs >= LIVE_WORDS_SETTLE_MS) break;
      await new Promise((done) => setTimeout(done, 50));
    }
    this.segments = this.segments
      .map((segment) => ({ ...segment, text: segment.text.trim() }))
      .filter(({ text }) => text !== '');
  }
}

function asFault(error: unknown, maker: ProviderFault['maker']): ProviderFault {
  return error instanceof ProviderFault ? error : new ProviderFault(maker, 'unavailable');
}

async function inTime<T>(work: Promise<T>, ms: number, maker: ProviderFault['maker']): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new ProviderFault(maker, 'timeout')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
