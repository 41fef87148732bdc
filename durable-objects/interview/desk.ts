/** Answers the frames of the room, one after the other: hello, then numbered actions, each settled once. */
import type { SystemActor } from '../../worker/domain/actors.ts';
import type { Region } from '../../worker/regions/region.ts';
import { eventIn, taskIn, wordsIn } from './actions.ts';
import type { Carried, SessionCore } from './core.ts';
import { readFrame } from './frames.ts';
import { heardHere } from './heard-here.ts';
import { type Action, type ClientMessage, PROTOCOL_VERSION, type ServerMessage, type WireCode } from './protocol.ts';
import type { SoundFrame } from './protocol-sound.ts';
import type { Pen } from './store.ts';
import { welcome } from './welcome.ts';
import { sealWords, type Words } from './words.ts';

export interface DeskDeps {
  core: SessionCore;
  region: Region;
  actor: SystemActor;
  /** The key that seals words; throws while the region's database is away. */
  key(): Promise<CryptoKey>;
  now(): number;
  /** Hears and speaks; null where nothing can. */
  voice: { sound(frame: SoundFrame): void; readonly pending: number } | null;
}

const DRAFTS: ReadonlySet<Action['type']> = new Set(['draft', 'turn-over']);

type Hello = Extract<ClientMessage, { type: 'hello' }>;
type Do = Extract<ClientMessage, { type: 'do' }>;

/** Reads one frame and answers it; an accepted `hello` answers for itself. */
export async function onFrame(deps: DeskDeps, socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
  if (typeof data !== 'string') return onSound(deps, socket, data);
  const { room } = deps.core;
  const answer = room.within(socket, deps.now(), 'message')
    ? await answered(deps, socket, data)
    : refused('too_fast', null);
  if (answer !== null) room.send(socket, answer);
}

/**
 * Sound is taken from the pen's holder alone, and is answered when its words are durable. It comes up to fifty times a
 * second: nothing of the interview is read for it.
 */
export function onSound(
  { core, voice, now }: Pick<DeskDeps, 'core' | 'voice' | 'now'>,
  socket: WebSocket,
  data: ArrayBuffer,
): void {
  const code = soundIn(core, socket, data, now(), voice);
  if (code !== null) core.room.send(socket, refused(code, null));
}

function soundIn(
  { room, store }: SessionCore,
  socket: WebSocket,
  data: ArrayBuffer,
  nowMs: number,
  voice: DeskDeps['voice'],
): WireCode | null {
  if (!room.within(socket, nowMs, 'sound')) return 'too_fast';
  const frame = readFrame(data);
  if (!frame.ok) return frame.code;
  if (!room.holds(socket, store.read<Pen>('pen'))) return 'no_pen';
  if (frame.message === null) voice?.sound(frame.sound);
  return null;
}

async function answered(deps: DeskDeps, socket: WebSocket, data: string): Promise<ServerMessage | null> {
  const frame = readFrame(data);
  const { client } = deps.core.room.seat(socket);
  if (!frame.ok) return unreadable(deps, socket, client, frame);
  const { message } = frame;
  if (message === null) return null;
  if (message.type === 'hello') return await hello(deps, socket, message);
  if (client === null) return refused('hello_first', message.seq);
  return await act(deps, socket, client, message);
}

async function hello(deps: DeskDeps, socket: WebSocket, message: Hello): Promise<ServerMessage | null> {
  const { core } = deps;
  if (message.version !== PROTOCOL_VERSION) return refused('version_unknown', null);
  const pen = core.store.read<Pen>('pen');
  const takes = message.takePen || !core.room.heldByAnother(pen, message.client) || core.state?.lineUp === false;
  const epoch = takes ? (pen?.epoch ?? 0) + 1 : 0;
  if (takes) {
    core.store.write('pen', { epoch, client: message.client } satisfies Pen);
    for (const other of core.room.others(socket)) core.room.send(other, { type: 'pen', pen: false, epoch });
    // The same tab comes back before anybody saw it go: the time between is as little theirs to pay.
    if (core.state?.lineUp === true && pen?.client === message.client) core.apply({ type: 'line-down' }, deps.now());
    core.apply({ type: 'line-up' }, deps.now());
  }
  await welcome(deps, socket, message, { epoch, client: message.client, pen: takes });
  return null;
}

/** A frame that cannot be read still uses up its number if that can be: else the client would be stuck at it. */
function unreadable(
  deps: DeskDeps,
  socket: WebSocket,
  client: string | null,
  frame: { code: WireCode; seq: number | null },
): ServerMessage {
  const { store, room } = deps.core;
  const { code, seq } = frame;
  const isNext = client !== null && seq === store.settledSeq(client) + 1;
  if (isNext && room.holds(socket, store.read<Pen>('pen'))) store.settle(client, seq, '', code);
  return refused(code, seq);
}

/** Settles one number: what it asks for is written together with the fact that it was. */
async function act(
  deps: DeskDeps,
  socket: WebSocket,
  client: string,
  { seq, action: asked }: Do,
): Promise<ServerMessage> {
  const { core } = deps;
  const { store, room } = core;
  const hashes = await deps.region.digests.every('message', `${client}:${seq}:${JSON.stringify(asked)}`);
  const before = store.settled(client, seq);
  if (before !== null) return hashes.includes(before.hash) ? outcome(seq, before.code) : refused('number_reused', seq);
  if (!room.holds(socket, store.read<Pen>('pen'))) return refused('no_pen', seq);
  const expected = store.settledSeq(client) + 1;
  if (seq > expected) return { type: 'refused', seq, code: 'number_gap', expected };
  // A number below the settled ones that is no longer kept was settled long ago.
  if (seq < expected) return outcome(seq, null);
  const heard = core.state !== undefined && core.state.engine !== 'rehearsed';
  const action = heard ? heardHere(asked, core.draft, deps.voice?.pending ?? 0) : asked;
  const carried = await carriedBy(deps, action);
  if (carried === null) return refused('storage_away', seq);
  const nowMs = deps.now();
  if (core.state?.lineUp === false) core.apply({ type: 'line-up' }, nowMs);
  const code = core.apply(eventIn(action, core.state?.draft ?? null, core.sessionMs(nowMs)), nowMs, carried);
  if (code === null && action.type === 'parts-complete') store.write('parts', action.segments);
  if (code === null && DRAFTS.has(action.type)) core.draft = wordsIn(action, core.draft?.segments) ?? core.draft;
  store.settle(client, seq, hashes[0] ?? '', code);
  return outcome(seq, code);
}

/** Seals what the candidate said, before anything is written; null while there is no key. */
async function carriedBy(deps: DeskDeps, action: Action): Promise<Carried | null> {
  const plain = action.type === 'repeat' ? saidAgain(deps.core) : wordsIn(action, deps.core.draft?.segments);
  if (plain === null) return {};
  try {
    const sealed = await sealWords(await deps.key(), plain);
    const task = taskIn(action);
    return task === null ? { words: { plain, sealed } } : { first: { task, sealed } };
  } catch {
    return null;
  }
}

/** What a model said is said again in a turn of its own: its words go there too. */
function saidAgain({ state, asked }: SessionCore): Words | null {
  const last = state?.lastUtterance;
  return last?.streamed === true && asked?.turn === last.turn ? { text: asked.text, segments: [] } : null;
}

function outcome(seq: number, code: WireCode | null): ServerMessage {
  return code === null ? { type: 'ack', seq } : refused(code, seq);
}

function refused(code: WireCode, seq: number | null): ServerMessage {
  return { type: 'refused', seq, code };
}
