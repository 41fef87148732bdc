/** The live interview's object: hands sockets, calls and the clock to the core, and brings home what it decided. */
import { DurableObject } from 'cloudflare:workers';
import { sessionKey } from '../../worker/domain/interviews/session-key.ts';
import { type Env, readConfig } from '../../worker/env.ts';
import { LIMITS } from '../../worker/limits.ts';
import { errorFacts, log } from '../../worker/log.ts';
import type { Outcome } from '../../worker/problems.ts';
import { openRegion } from '../../worker/regions/open.ts';
import { CallLine, type CallState } from './call/call-line.ts';
import type { Line, LineReport } from './call/choose-line-rules.ts';
import { type Carried, SessionCore } from './core.ts';
import { onFrame, onSound } from './desk.ts';
import { type Hands, perform } from './effects.ts';
import { farewell } from './farewell.ts';
import { handsFor } from './hands-for-session.ts';
import { OUTAGE_MS } from './machine-clock.ts';
import { type Promised, type Watch, watchOf } from './machine-promise.ts';
import type { Event } from './machine-state.ts';
import { nextAlarm } from './next-alarm.ts';
import { drain, LONG_REPLY_PATIENCE_MS, PARKED_AFTER, REPLY_PATIENCE_MS, releaseReply } from './outbox.ts';
import { causeOf, needsNothingParked, park } from './parking.ts';
import { type Peek, peekOf } from './peek.ts';
import { DecisionPromise } from './promise.ts';
import { PING, PONG } from './protocol.ts';
import { Room } from './room.ts';
import { type Adjusting, type Opening, type Over, SessionStore } from './store.ts';
import { talk } from './talk-lane.ts';
import type { Waiting } from './tasks.ts';
import { makeTicket, spendTicket, type Tickets, ticketDigest, withTicket } from './tickets.ts';
import { enginesOf } from './voice/engines.ts';
import type { VoiceDesk } from './voice/voice-desk.ts';
import { makersFor, voiceDesk } from './voice-for-session.ts';
import { importKey, openWords } from './words.ts';

export class InterviewSession extends DurableObject<Env> {
  private readonly store: SessionStore;
  private readonly room: Room;
  private readonly core: SessionCore;
  private readonly call: CallLine;
  private readonly promise: DecisionPromise;
  private key: Promise<CryptoKey> | null = null;
  private frames: Promise<void> = Promise.resolve();
  private working: Promise<void> | null = null;
  private talking: Promise<void> | null = null;
  private desk: VoiceDesk | null = null;
  private alarmAtMs: number | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.store = new SessionStore(ctx.storage);
    this.room = new Room(ctx);
    this.core = new SessionCore(this.store, this.room);
    this.promise = new DecisionPromise(this.store, (id) => openRegion(readConfig(env), id));
    this.call = new CallLine({
      read: () => this.store.read<CallState>('call'),
      write: (state) => this.store.write('call', state),
      hands: () => this.hands(),
      sessionMs: (nowMs) => this.core.sessionMs(nowMs),
      onSound: (pcm16k, atMs) => this.onEgressSound(pcm16k, atMs),
      waitUntil: (work) => this.ctx.waitUntil(work),
    });
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG));
    // A line that was up, and no socket that outlived us: the server was away, and that is not the candidate's time.
    if (this.core.state?.lineUp === true && !this.room.anybody()) this.happened({ type: 'server-was-away' });
  }

  /** Sets the session up for an interview; again, it takes over new consents and changes nothing else. */
  async open(opening: Opening, consents: { interview: boolean; recording: boolean }): Promise<Outcome<object>> {
    if (this.store.read<Over>('over') !== undefined) return { ok: false, code: 'wrong_phase' };
    if (this.core.state === undefined)
      this.core.open(opening, enginesOf(makersFor(this.env, opening), opening.plan.engine));
    if (opening.granted !== null) await this.adjust({ ...opening, granted: opening.granted });
    if (consents.interview) this.happened({ type: 'consented', recording: consents.recording });
    return { ok: true };
  }

  /** What a member arranged. `wrong_phase`: it was never opened, or the talk is over. */
  async adjust(adjusting: Adjusting): Promise<Outcome<object>> {
    const refusal = this.core.adjust(adjusting, Date.now());
    this.settle();
    return refusal === null ? { ok: true } : { ok: false, code: 'wrong_phase' };
  }

  /** A single-use ticket for one socket. */
  async ticket(): Promise<Outcome<{ ticket: string; livesMs: number }>> {
    if (this.core.state === undefined && this.store.read<Over>('over') === undefined) {
      return { ok: false, code: 'not_found' };
    }
    const { ticket, digest } = await makeTicket();
    this.store.write('tickets', withTicket(this.tickets(), digest, Date.now()));
    return { ok: true, ticket, livesMs: LIMITS.wire.ticketLivesMs };
  }

  /** The interview's consent was taken back, on whatever page. */
  async withdraw(): Promise<Outcome<object>> {
    if (this.happened({ type: 'withdraw' }) === null) return await this.dismiss();
    // It is over, and what was set aside is not to be done any more.
    if (this.core.state !== undefined) this.store.dropParked();
    this.settle();
    return { ok: false, code: 'wrong_phase' };
  }

  /** Who was let in before is let in no more: lines end, and tickets that were not used open none. */
  async dismiss(): Promise<Outcome<object>> {
    return this.room.dismiss(this.store);
  }

  /** Somebody has what was set aside tried again; says how much that is. */
  async retryParked(): Promise<{ waited: number }> {
    if (this.core.state === undefined) return { waited: 0 };
    const waited = this.store.retryParked(Date.now(), PARKED_AFTER - 1);
    this.settle();
    return { waited };
  }

  /** Consent to the recording was given or taken back while the session is open. */
  async recordingConsent(recording: boolean): Promise<void> {
    this.happened({ type: 'consent-changed', recording });
  }

  /** How the candidate's line was; says over which one the sound is to come. `origin`: where our sockets are reached. */
  async lineReport(report: LineReport, origin: string): Promise<Line> {
    return this.core.state === undefined ? 'socket' : this.call.report(report, origin);
  }

  /** The candidate's track in the call is there, or gone. */
  async callTrack(track: string | null): Promise<void> {
    if (this.core.state !== undefined) this.call.track(track);
  }

  async copyEnded(egress: string): Promise<void> {
    if (this.core.state !== undefined) this.call.copyEnded(egress);
  }

  /** The date by which a decision was promised may have moved, or a letter about one is to leave after this time. */
  async promised(of: Promised, inMs = 0): Promise<void> {
    await this.store.setWatch(watchOf(of, Date.now() + inMs));
    this.alarmAtMs = null;
    this.settle();
  }

  /** Where it stands, in numbers, for whoever watches; null when it was never opened or is over. */
  async peek(): Promise<Peek | null> {
    const view = this.core.view(Date.now());
    return view === null ? null : peekOf(view, this.core.state?.lineUp === true);
  }

  /** The session's clock, in milliseconds from its beginning; null before that and when all is over. */
  async clockMs(): Promise<number | null> {
    return (this.core.state?.startedAtMs ?? null) === null ? null : this.core.sessionMs(Date.now());
  }

  override async fetch(request: Request): Promise<Response> {
    if (new URL(request.url).pathname.startsWith('/ws/egress/')) {
      return (await this.call.enter(request)) ?? new Response(null, { status: 404 });
    }
    const digest = await ticketDigest(new URL(request.url).searchParams.get('ticket') ?? '');
    // No wait between reading and writing: of two who come with one ticket, one gets in.
    const tickets = spendTicket(this.tickets(), digest, Date.now());
    if (tickets === null) return new Response(null, { status: 404 });
    this.store.write('tickets', tickets);
    const { 0: client, 1: server } = new WebSocketPair();
    this.room.enter(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    if (!this.room.bears(socket, Date.now(), data)) return;
    this.frames = this.frames.then(() => this.frame(socket, data));
    await this.frames;
  }

  override async webSocketClose(socket: WebSocket, code: number, reason: string): Promise<void> {
    this.lineLost(socket);
    this.room.answerClose(socket, code, reason);
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    this.lineLost(socket);
  }

  override async alarm(): Promise<void> {
    this.alarmAtMs = null;
    const { state, opening } = this.core;
    if (state === undefined || opening === undefined) return await this.promise.look();
    const nowMs = Date.now();
    const { chargedToMs } = state.clock;
    const silent = chargedToMs !== null && nowMs - chargedToMs > OUTAGE_MS;
    if (state.lineUp && (silent || !this.room.anybody())) this.core.apply({ type: 'line-down' }, nowMs);
    this.core.apply({ type: 'time' }, nowMs);
    if (nowMs >= opening.expiresAtMs) this.core.apply({ type: 'expire' }, nowMs);
    releaseReply(this.replies);
    await this.promise.look();
    // What is worked on is not waited for: the next alarm must come in time whatever hangs.
    this.settle();
  }

  private held(): boolean {
    return this.core.state?.phase.kind === 'done' && this.store.parked().length > 0;
  }

  private async frame(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    try {
      const { core, desk } = this;
      // What the voice makes of sound settles by itself.
      if (typeof data !== 'string' && desk !== null && core.state !== undefined) {
        return onSound({ core, voice: desk, now: Date.now }, socket, data);
      }
      const over = this.store.read<Over>('over');
      if (core.state === undefined) return farewell(this.room, over, socket, data);
      const hands = this.hands();
      await onFrame(
        {
          core,
          region: hands.region,
          actor: hands.actor,
          key: () => this.sealingKey(hands),
          now: Date.now,
          voice: this.voice(hands),
        },
        socket,
        data,
      );
    } catch (error) {
      log('error', { event: 'session.frame-failed', ...errorFacts(error) });
    }
    this.settle();
  }

  /** The candidate's sound from the call, when that is the line: 16 kHz, placed on the session's clock. */
  onEgressSound(pcm16k: Int16Array, atMs: number): void {
    if (this.core.state !== undefined) this.voice(this.hands()).callSound(pcm16k, atMs);
  }

  private lineLost(socket: WebSocket): void {
    if (this.room.penIsHere(this.store.read('pen'), socket)) return;
    this.happened({ type: 'line-down' });
  }

  private happened(event: Event) {
    const refusal = this.core.apply(event, Date.now());
    this.settle();
    return refusal;
  }

  /** After every change: what waits is worked on, and the alarm is set for what comes next by itself. */
  private settle(): void {
    if (this.core.state === undefined) return;
    this.working ??= this.work().finally(() => {
      this.working = null;
      this.setAlarm();
    });
    this.ctx.waitUntil(this.working);
    this.talking ??= this.talk().finally(() => {
      this.talking = null;
      this.setAlarm();
    });
    this.ctx.waitUntil(this.talking);
    this.desk?.moved();
    this.setAlarm();
  }

  private setAlarm(): void {
    const { state, opening } = this.core;
    if (state === undefined || opening === undefined) return;
    const next = nextAlarm(this.store, { state, opening, patienceMs: this.replies.patienceMs() }, Date.now());
    if (next === this.alarmAtMs || next === Number.POSITIVE_INFINITY) return;
    this.alarmAtMs = next;
    this.ctx.waitUntil(this.ctx.storage.setAlarm(next));
  }

  private async work(): Promise<void> {
    const hands = this.hands();
    await drain({
      ...this.replies,
      first: () => (this.core.state === undefined ? null : this.store.first()),
      perform: async (waiting) => {
        needsNothingParked(waiting.task, this.store.parked());
        return await perform(hands, waiting);
      },
      done: (waiting, event) => this.done(waiting, event),
      failed: (waiting, attempts, dueAtMs, error) => this.failed(waiting, attempts, dueAtMs, error),
      park: async (waiting, error) => {
        const { region, actor } = hands;
        const apply = (event: Event) => this.core.apply(event, Date.now());
        await park({ store: this.store, region, actor, apply }, waiting, error);
      },
    });
    const { opening } = this.core;
    if (opening !== undefined && this.held() && (await this.promise.begin(opening))) this.alarmAtMs = null;
  }

  private async talk(): Promise<void> {
    if (this.core.state === undefined || this.store.talk() === null) return;
    const hands = this.hands();
    const desk = this.voice(hands);
    await talk({
      now: () => Date.now(),
      next: () => (this.core.state === undefined ? null : this.store.talk()),
      perform: async ({ task }) => {
        if (task.type === 'hear') return await desk.hear(task);
        if (task.type === 'reply') return await desk.reply(task);
        throw new Error('Not a part of the talk');
      },
      done: (waiting, { event, carried, after }) => {
        this.done(waiting, event, carried);
        after?.();
      },
      failed: (waiting, attempts, dueAtMs, error) => this.failed(waiting, attempts, dueAtMs, error),
      giveUp: ({ task, madeAtMs, position }) => {
        // A candidate who is away brings the sound of an answer along.
        if (task.type !== 'hear' || this.core.state?.lineUp !== true) return;
        this.store.done(position);
        const lostMs = Math.max(0, Date.now() - madeAtMs);
        this.core.apply({ type: 'unheard', hearId: task.id, lostMs, kept: this.core.draft !== null }, Date.now());
      },
    });
  }

  private readonly replies = {
    /** A model may take longer than rules, and what takes its place when it fails is in that time too. */
    patienceMs: () => (this.core.state?.engine === 'rehearsed' ? REPLY_PATIENCE_MS : LONG_REPLY_PATIENCE_MS),
    now: () => Date.now(),
    reply: () => (this.core.state === undefined ? null : this.store.reply()),
    giveUp: (waiting: Waiting) => {
      this.done(waiting, { type: 'replied', replyId: waiting.task.id, reply: { kind: 'next' } });
    },
  };

  private failed(waiting: Waiting, attempts: number, dueAtMs: number, error: unknown): number {
    log('error', { event: 'session.task-failed', code: waiting.task.type, ...errorFacts(error) });
    return this.store.failed(waiting.position, attempts, dueAtMs, causeOf(error));
  }

  private done(waiting: Waiting, event: Event | null, carried: Carried = {}): void {
    this.store.done(waiting.position);
    const nowMs = Date.now();
    if (event !== null) this.core.apply(event, nowMs, carried);
    this.desk?.moved();
    const view = this.core.view(nowMs);
    if (waiting.task.type !== 'wipe' || view === null) return;
    const over = { view: { ...view, question: null, utterance: null }, event: this.store.lastEvent() };
    const { opening } = this.core;
    const watch =
      view.phase === 'done' && opening !== undefined
        ? watchOf(opening, nowMs)
        : (this.store.read<Watch>('promise') ?? null);
    this.ctx.waitUntil(this.store.wipe(over, watch));
    this.core.forget();
    this.desk?.close();
    this.desk = null;
    this.call.end();
    this.key = null;
  }

  private tickets(): Tickets {
    return this.store.read<Tickets>('tickets') ?? {};
  }

  private hands(): Hands {
    const { opening } = this.core;
    if (opening === undefined) throw new Error('The session was not opened');
    const hands = handsFor(this.env, this.store, opening, {
      words: async (sealed) => openWords(await this.sealingKey(hands), sealed),
      seal: (input) => this.ctx.exports.Sealer.seal(input),
    });
    return hands;
  }

  private voice(hands: Hands): VoiceDesk {
    const { opening } = this.core;
    if (opening === undefined) throw new Error('The session was not opened');
    this.desk ??= voiceDesk({
      core: this.core,
      store: this.store,
      hands,
      opening,
      makers: makersFor(this.env, opening),
      key: () => this.sealingKey(hands),
      byCall: () => this.call.carries,
      happened: (event, carried) => {
        const refusal = this.core.apply(event, Date.now(), carried);
        this.settle();
        return refusal;
      },
    });
    return this.desk;
  }

  /** Asked of the region once for as long as this object is awake. */
  private async sealingKey(hands: Pick<Hands, 'region' | 'actor'>): Promise<CryptoKey> {
    this.key ??= sessionKey(hands.region, hands.actor).then(importKey);
    try {
      return await this.key;
    } catch (error) {
      this.key = null;
      throw error;
    }
  }
}
