/** A candidate's line to the session object, as a room would use it: numbered messages, kept answers. */
import { exports } from 'cloudflare:workers';
import {
  type Action,
  PROTOCOL_VERSION,
  type ServerMessage,
  type SessionEvent,
  type View,
} from '../../durable-objects/interview/protocol.ts';
import { type SoundFrame, unpackSound } from '../../durable-objects/interview/protocol-sound.ts';
import type { CandidateActor } from '../../worker/domain/actors.ts';
import { openCandidateSession } from '../../worker/domain/candidates/candidate-sessions.ts';
import { recordConsent } from '../../worker/domain/interviews/consents.ts';
import { openInterview } from '../../worker/domain/interviews/enter-interview.ts';
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import { anInterview, aRole, PLAN } from './finished-interview.ts';
import { aTenant, ORIGIN, type Person, region } from './story.ts';

export interface Invited {
  owner: Person;
  actor: CandidateActor;
  interviewId: string;
}

/** A candidate who has opened the link and agreed to what is named. */
export async function anInvited(
  consents: { recording: boolean } = { recording: false },
  plan: Plan = PLAN,
): Promise<Invited> {
  const owner = await aTenant();
  const role = await aRole(owner, plan);
  const { interviewId, candidateId } = await anInterview(owner, role, { state: 'opened', fresh: true });
  const of = { tenantId: owner.tenantId, interviewId, candidateId };
  const { actor } = await openCandidateSession(region(), of, 'test');
  await recordConsent(region(), actor, {
    purposes: { interview: true, recording: consents.recording, analytics: false },
    textVersion: '1',
    language: 'en',
    device: 'test',
  });
  return { owner, actor, interviewId };
}

type Welcome = Extract<ServerMessage, { type: 'welcome' }>;

export class RoomLine {
  readonly heard: ServerMessage[] = [];
  /** The interviewer's voice. */
  readonly sounds: SoundFrame[] = [];
  seq = 0;
  readonly socket: WebSocket;
  private readonly waiting = new Set<() => void>();

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.accept();
    socket.addEventListener('message', ({ data }) => {
      // The session sends nothing but text of its own protocol, and frames of sound.
      if (typeof data === 'string') this.heard.push(JSON.parse(data) as ServerMessage);
      else this.sounds.push(unpackSound(new Uint8Array(data as ArrayBuffer)) ?? fail());
      for (const look of [...this.waiting]) look();
    });
  }

  raw(data: string | ArrayBuffer): void {
    this.socket.send(data);
  }

  /** Sends under a number, the next one unless another is named, and waits for its answer. */
  async act(action: Action, seq = this.seq + 1): Promise<ServerMessage> {
    const from = this.heard.length;
    this.raw(JSON.stringify({ type: 'do', seq, action }));
    const answer = await this.next((m) => (m.type === 'ack' || m.type === 'refused') && m.seq === seq, from);
    if (answer.type === 'ack') this.seq = Math.max(this.seq, seq);
    if (answer.type === 'refused' && answer.code !== 'number_gap' && answer.code !== 'no_pen') {
      this.seq = Math.max(this.seq, seq);
    }
    return answer;
  }

  async hello(client: string, more: { lastEvent?: number; takePen?: boolean } = {}): Promise<Welcome> {
    const from = this.heard.length;
    const { lastEvent = 0, takePen = false } = more;
    this.raw(JSON.stringify({ type: 'hello', version: PROTOCOL_VERSION, client, lastEvent, takePen }));
    const welcome = await this.next((m) => m.type === 'welcome', from);
    if (welcome.type !== 'welcome') throw new Error('not a welcome');
    this.seq = welcome.acked;
    return welcome;
  }

  /** The first message from `from` on that fits, when it is there. */
  async next(fits: (message: ServerMessage) => boolean, from = 0): Promise<ServerMessage> {
    return await new Promise((done) => {
      const look = () => {
        const found = this.heard.slice(from).find(fits);
        if (found === undefined) return;
        this.waiting.delete(look);
        done(found);
      };
      this.waiting.add(look);
      look();
    });
  }

  events(): SessionEvent[] {
    return this.heard.flatMap((m) => (m.type === 'event' ? [m.event] : []));
  }

  lastEvent(): number {
    return Math.max(0, ...this.heard.map((m) => (m.type === 'event' ? m.n : m.type === 'welcome' ? m.event : 0)));
  }

  /** Waits until the room shows this phase; returns the view. */
  async phase(phase: View['phase'], from = 0): Promise<View> {
    const found = await this.next((m) => viewIn(m)?.phase === phase, from);
    const view = viewIn(found);
    if (view === null) throw new Error('no view');
    return view;
  }

  /** The phase that the room shows last, once the interviewer has made up their mind. */
  async settled(): Promise<View['phase']> {
    const last = () => this.heard.map(viewIn).findLast((view) => view !== null)?.phase ?? 'thinking';
    await this.next(() => last() !== 'thinking');
    return last();
  }

  /** The code with which the session closes. */
  async closed(): Promise<number> {
    return await new Promise((done) => this.socket.addEventListener('close', ({ code }) => done(code)));
  }

  close(): void {
    this.socket.close(1000, 'bye');
  }
}

function fail(): never {
  throw new Error('Not a frame of sound');
}

function viewIn(message: ServerMessage): View | null {
  if (message.type === 'welcome') return message.view;
  return message.type === 'event' && message.event.type === 'view' ? message.event.view : null;
}

/** Comes to the room by a fresh ticket. */
export async function comesIn({ actor, interviewId }: Invited): Promise<RoomLine> {
  const { ticket } = await openInterview(region(), actor);
  const response = await knocks(interviewId, ticket);
  if (response.webSocket === null) throw new Error(`The room did not open: ${response.status}`);
  return new RoomLine(response.webSocket);
}

export async function knocks(interviewId: string, ticket: string): Promise<Response> {
  const headers = { upgrade: 'websocket', origin: ORIGIN };
  return await exports.default.fetch(
    new Request(`${ORIGIN}/ws/interview/${interviewId}?ticket=${ticket}`, { headers }),
  );
}

/** The turn that is being spoken. */
export function spokenTurn(line: RoomLine): string {
  const views = line.heard.map(viewIn).filter((view) => view !== null);
  return views.at(-1)?.utterance?.turn ?? '';
}

export function answerOf(text: string, startMs = 0, endMs = 1): Action {
  return { type: 'answer', text, via: 'typed', startMs, endMs, segments: [] };
}
