/** The answer to `hello`: where the interview stands, and what the client missed. */
import type { SystemActor } from '../../worker/domain/actors.ts';
import type { Region } from '../../worker/regions/region.ts';
import type { SessionCore } from './core.ts';
import { lastWord } from './farewell.ts';
import { PROTOCOL_VERSION, type SessionEvent, type ShownTurn } from './protocol.ts';
import type { Over } from './store.ts';
import { readTranscript, type Transcript } from './transcript.ts';
import { openWords } from './words.ts';

interface WelcomeDeps {
  core: SessionCore;
  region: Region;
  actor: SystemActor;
  key(): Promise<CryptoKey>;
  now(): number;
}

/** Reading again when something was said meanwhile; more often than this nobody speaks. */
const TRIES = 3;

export async function welcome(
  deps: WelcomeDeps,
  socket: WebSocket,
  asked: { client: string; lastEvent: number },
  seat: { epoch: number; client: string; pen: boolean },
): Promise<void> {
  const { core } = deps;
  const transcript = await settledTranscript(deps);
  const nowMs = deps.now();
  remind(core, transcript);
  const view = core.view(nowMs);
  if (view === null) {
    // It ended while the words were read.
    core.room.send(socket, lastWord(core.store.read<Over>('over')));
    return;
  }
  if (transcript !== null) core.draft = transcript.draft;
  core.room.sit(socket, { client: seat.client, epoch: seat.epoch });
  const missed = asked.lastEvent === 0 ? null : core.store.eventsAfter(asked.lastEvent);
  const sessionMs = core.sessionMs(nowMs);
  core.room.send(socket, {
    type: 'welcome',
    version: PROTOCOL_VERSION,
    sessionMs,
    epoch: seat.epoch,
    pen: seat.pen,
    acked: core.store.settledSeq(asked.client),
    event: missed === null ? core.store.lastEvent() : asked.lastEvent,
    view,
    // A region that is away can't tell the words: the client keeps those that it has.
    turns: missed === null ? (transcript?.turns ?? null) : null,
    draft: core.draft ?? { text: '', segments: [] },
    soundTaken: core.store.read<number>('sound-taken') ?? 0,
  });
  for (const { n, event } of missed ?? []) {
    const told = withWords(JSON.parse(event), transcript?.turns ?? []);
    if (told === 'view') core.room.send(socket, { type: 'event', sessionMs, n, event: { type: 'view', view } });
    else if (told !== null) core.room.send(socket, { type: 'event', sessionMs, n, event: told });
  }
}

/** What a model said last is known again after a sleep from its turn. */
function remind(core: SessionCore, transcript: Transcript | null): void {
  const last = core.state?.lastUtterance;
  if (last?.streamed !== true || core.asked?.turn === last.turn) return;
  const turn = transcript?.turns.find(({ id }) => id === last.turn);
  if (turn !== undefined) core.asked = { turn: turn.id, text: turn.text };
}

/** The transcript, read at a moment at which nothing was added to it; null when the region is away. */
async function settledTranscript(deps: WelcomeDeps): Promise<Transcript | null> {
  const { store } = deps.core;
  try {
    const open = async (sealed: Uint8Array) => openWords(await deps.key(), sealed);
    let read: Transcript | null = null;
    for (let i = 0; i < TRIES; i += 1) {
      const before = store.lastEvent();
      // With the key in hand the object can go on when the region is away later.
      [read] = await Promise.all([readTranscript(deps.region, deps.actor, store.waiting(), open), deps.key()]);
      if (store.lastEvent() === before) return read;
    }
    return read;
  } catch {
    return null;
  }
}

type Kept = { type: 'turn'; turn: string } | { type: 'view' } | Exclude<SessionEvent, { type: 'turn' | 'view' }>;

function withWords(kept: Kept, turns: ShownTurn[]): SessionEvent | 'view' | null {
  if (kept.type === 'view') return 'view';
  if (kept.type !== 'turn') return kept;
  const turn = turns.find(({ id }) => id === kept.turn);
  return turn === undefined ? null : { type: 'turn', turn };
}
