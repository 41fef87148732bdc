/** Work that can never succeed is set aside with its cause and told to people; nothing else waits for it. */
import type { SystemActor } from '../../worker/domain/actors.ts';
import { parkTask, reachable } from '../../worker/domain/interviews/park-task.ts';
import { PARKED_TASKS, type ParkedTask } from '../../worker/domain/interviews/parked-shape.ts';
import { errorFacts, log } from '../../worker/log.ts';
import type { Region } from '../../worker/regions/region.ts';
import type { Event } from './machine-state.ts';
import type { SessionStore } from './store.ts';
import type { Parked, Task, Waiting } from './tasks.ts';

/** Thrown for a task that needs what a task set aside would have brought. */
export class WaitsForParked extends Error {
  constructor() {
    super('waits for a task that was set aside');
    this.name = 'WaitsForParked';
  }
}

/** Answers, and corrections of them. */
const WORDS: ReadonlySet<Task['type']> = new Set(['save-turn', 'save-review']);

/** @throws WaitsForParked: nobody is judged on half of what they said, and an answer that time cut is in its draft */
export function needsNothingParked(task: Task, parked: readonly Parked[]): void {
  const waits =
    (task.type === 'score' && parked.some((one) => WORDS.has(one.task.type))) ||
    (task.type === 'save-turn' && task.fromDraft && parked.some((one) => one.task.type === 'save-draft'));
  if (waits) throw new WaitsForParked();
}

/** An error's class and code: enough to tell it from another, without its message, which may quote what was said. */
export function causeOf(error: unknown): string {
  let name: string = typeof error;
  let code = '';
  let one: unknown = error;
  for (let depth = 0; one instanceof Error && depth < 5; depth += 1) {
    name = one.name;
    if ('code' in one && typeof one.code === 'string' && /^[\w-]{1,40}$/.test(one.code)) code = one.code;
    one = one.cause;
  }
  return code === '' ? name : `${name} ${code}`;
}

export interface ParkingDeps {
  store: SessionStore;
  region: Region;
  actor: SystemActor;
  apply(event: Event): void;
}

/** Told to the region first, so that nothing is set aside in silence. A region that is away is no fault of the task. */
export async function park({ store, region, actor, apply }: ParkingDeps, waiting: Waiting, error: unknown) {
  const { task, position } = waiting;
  const kind = parkable(task);
  if (kind === null || !(await reachable(region, actor))) return;
  const cause = causeOf(error);
  try {
    await parkTask(region, actor, { id: task.id, task: kind, cause, at: region.now() });
  } catch (telling) {
    log('error', { event: 'session.parking-failed', code: task.type, ...errorFacts(telling) });
    return;
  }
  log('error', { event: 'session.task-parked', code: task.type });
  store.park(position, cause);
  if (task.type === 'seal' || task.type === 'score' || task.type === 'notify')
    apply({ type: 'parked', task: task.type });
}

/** Forgetting at the end is tried for ever, and the talk has a lane of its own. */
function parkable(task: Task): ParkedTask | null {
  return PARKED_TASKS.find((one) => one === task.type) ?? null;
}
