/** The transcript as the room shows it: what the region has, and what is still on its way there. */
import type { SystemActor } from '../../worker/domain/actors.ts';
import { readWords, type Turn } from '../../worker/domain/interviews/save-turn.ts';
import type { Region } from '../../worker/regions/region.ts';
import type { Effect } from './machine-state.ts';
import type { ShownTurn } from './protocol.ts';
import type { Waiting } from './tasks.ts';
import type { Words } from './words.ts';

type SaveTurn = Extract<Effect, { type: 'save-turn' }>;

export function shownTurn(effect: SaveTurn, text: string): ShownTurn {
  const { turn: id, position, speaker, kind, via, startMs, endMs } = effect;
  return { id, position, speaker, kind, text, via, startMs, endMs };
}

function fromRow(row: Turn): ShownTurn {
  const { id, position, speaker, kind, text, via, startMs, endMs } = row;
  return { id, position, speaker, kind, text, via, startMs, endMs };
}

export interface Transcript {
  turns: ShownTurn[];
  draft: Words | null;
}

/** Reads all of it. `open` opens words that still rest here sealed. */
export async function readTranscript(
  region: Region,
  actor: SystemActor,
  waiting: readonly Waiting[],
  open: (sealed: Uint8Array) => Promise<Words>,
): Promise<Transcript> {
  const found = await readWords(region, actor);
  const turns = new Map(found.turns.map((row) => [row.id, fromRow(row)]));
  let { draft } = found;
  for (const { task, sealed } of waiting) {
    if (task.type === 'save-draft') draft = sealed === null ? null : await open(sealed);
    if (task.type !== 'save-turn') continue;
    const words = sealed === null ? draft : await open(sealed);
    turns.set(task.turn, shownTurn(task, task.text ?? words?.text ?? ''));
    if (task.speaker === 'candidate') draft = null;
  }
  return { turns: [...turns.values()].sort((a, b) => a.position - b.position), draft };
}
