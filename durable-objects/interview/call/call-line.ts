/**
 * The call beside the room: which line carries the candidate's sound, and the copy of it that comes in over a socket of
 * its own when that line is the call. Nothing here may hold up the interview.
 */
import type { SystemActor } from '../../../worker/domain/actors.ts';
import { beginCopy, endCopy } from '../../../worker/domain/calls/copy-sound.ts';
import { LIMITS } from '../../../worker/limits.ts';
import { errorFacts, log } from '../../../worker/log.ts';
import type { Region } from '../../../worker/regions/region.ts';
import { makeTicket, spendTicket, type Tickets, ticketDigest, withTicket } from '../tickets.ts';
import { chooseLine, FIRST_LINE, type Line, type LineReport, type LineState } from './choose-line-rules.ts';
import { hearCopy } from './copy-socket.ts';

/** What of it outlives an eviction. */
export interface CallState {
  line: LineState;
  /** The candidate's published track. */
  track: string | null;
  /** The copy that runs, or is being started: then its name is empty. */
  copy: string | null;
  /** Apart from the room's: neither opens the other's door. */
  tickets: Tickets;
}

export interface CallDeps {
  read(): CallState | undefined;
  write(state: CallState): void;
  hands(): { region: Region; actor: SystemActor };
  /** Where the session's clock stands. */
  sessionMs(nowMs: number): number;
  onSound(pcm16k: Int16Array, atMs: number): void;
  /** Keeps the object awake until it is done. */
  waitUntil(work: Promise<void>): void;
}

const NO_CALL: CallState = { line: FIRST_LINE, track: null, copy: null, tickets: {} };

export class CallLine {
  private readonly deps: CallDeps;
  private socket: WebSocket | null = null;

  constructor(deps: CallDeps) {
    this.deps = deps;
  }

  /** Over which line the candidate's sound is to come now. `origin`: where our sockets are reached. */
  report(report: LineReport, origin: string): Line {
    const line = chooseLine(this.state.line, report);
    this.change({ line });
    this.settle(origin);
    return line.line;
  }

  /** The candidate's sound comes this way now. */
  get carries(): boolean {
    return this.state.line.line === 'call' && this.socket !== null;
  }

  /** The candidate's track is there, or gone. */
  track(track: string | null): void {
    const before = this.state;
    if (before.track === track) return;
    // Another track is another copy; the one of the old track ends with it.
    this.change({ track, copy: null });
  }

  copyEnded(egress: string): void {
    if (this.state.copy === egress) this.change({ copy: null });
  }

  /** The socket of a copy, by a ticket that was made for it; null when the ticket is none. */
  async enter(request: Request): Promise<Response | null> {
    const digest = await ticketDigest(new URL(request.url).searchParams.get('ticket') ?? '');
    // No wait between reading and writing: of two who come with one ticket, one gets in.
    const tickets = spendTicket(this.state.tickets, digest, Date.now());
    if (tickets === null) return null;
    this.change({ tickets });
    const { 0: client, 1: server } = new WebSocketPair();
    this.socket?.close(1000, 'another copy');
    this.socket = server;
    hearCopy(server, {
      nowMs: () => this.deps.sessionMs(Date.now()),
      onSound: (pcm, atMs) => this.deps.onSound(pcm, atMs),
      onEnd: () => {
        if (this.socket === server) this.socket = null;
      },
    });
    return new Response(null, { status: 101, webSocket: client });
  }

  /** The talk is over: nothing more is heard. */
  end(): void {
    this.socket?.close(1000, 'over');
    this.socket = null;
  }

  private get state(): CallState {
    return this.deps.read() ?? NO_CALL;
  }

  private change(some: Partial<CallState>): void {
    this.deps.write({ ...this.state, ...some });
  }

  private settle(origin: string): void {
    const { line, track, copy } = this.state;
    if (line.line === 'call' && track !== null && copy === null) this.deps.waitUntil(this.begin(track, origin));
    if (line.line === 'socket' && copy !== null && copy !== '') this.deps.waitUntil(this.stop(copy));
  }

  private async begin(track: string, origin: string): Promise<void> {
    this.change({ copy: '' });
    const { ticket, digest } = await makeTicket();
    this.change({ tickets: withTicket(this.state.tickets, digest, Date.now(), LIMITS.call.copyTicketLivesMs) });
    const { region, actor } = this.deps.hands();
    const socketUrl = `${origin.replace(/^http/, 'ws')}/ws/egress/${actor.interviewId}?ticket=${ticket}`;
    const copy = await beginCopy(region, actor, { track, socketUrl }).catch((error: unknown) => {
      log('error', { event: 'call.copy-failed', ...errorFacts(error) });
      return null;
    });
    // Another track may have come meanwhile; then this copy is nobody's.
    if (this.state.copy === '') this.change({ copy });
    else if (copy !== null) await this.stop(copy);
  }

  private async stop(copy: string): Promise<void> {
    if (this.state.copy === copy) this.change({ copy: null });
    const { region, actor } = this.deps.hands();
    await endCopy(region, actor, { egress: copy }).catch((error: unknown) =>
      log('error', { event: 'call.copy-not-stopped', ...errorFacts(error) }),
    );
  }
}
