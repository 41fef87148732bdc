/** The outbox over the real store: order, waiting, what is given up, what is set aside, and what never is. */
import { expect, test } from 'vitest';
import type { Event } from '../../durable-objects/interview/machine-state.ts';
import {
  drain,
  type OutboxDeps,
  PARKED_AFTER,
  REPLY_PATIENCE_MS,
  waitMs,
} from '../../durable-objects/interview/outbox.ts';
import { causeOf, needsNothingParked } from '../../durable-objects/interview/parking.ts';
import { SessionStore } from '../../durable-objects/interview/store.ts';
import type { Task, Waiting } from '../../durable-objects/interview/tasks.ts';
import { sessionStorage } from '../support/session-storage.ts';

class Box implements OutboxDeps {
  nowMs = 1_000;
  readonly store = new SessionStore(sessionStorage());
  readonly log: string[] = [];
  /** Tasks that fail, and how. */
  readonly failing = new Map<string, () => Error>();
  reachable = true;

  put(...tasks: Task[]): this {
    this.store.prepare();
    for (const task of tasks) this.store.enqueue(task, null, this.nowMs);
    return this;
  }

  fail(id: string, error: () => Error = () => new TypeError('away')): this {
    this.failing.set(id, error);
    return this;
  }

  now = () => this.nowMs;
  first = () => this.store.first();
  patienceMs = () => REPLY_PATIENCE_MS;
  reply = () => this.store.reply();
  perform = async ({ task }: Waiting): Promise<Event | null> => {
    needsNothingParked(task, this.store.parked());
    const error = this.failing.get(task.id);
    if (error !== undefined) throw error();
    this.log.push(task.id);
    return null;
  };
  done = (waiting: Waiting) => this.store.done(waiting.position);
  failed = (waiting: Waiting, attempts: number, dueAtMs: number, error: unknown) =>
    this.store.failed(waiting.position, attempts, dueAtMs, causeOf(error));
  park = async ({ task, position }: Waiting, error: unknown) => {
    if (!this.reachable) return;
    this.log.push(`parked ${task.id}`);
    this.store.park(position, causeOf(error));
  };
  giveUp = (waiting: Waiting) => {
    this.log.push(`gave up ${waiting.task.id}`);
    this.done(waiting);
  };

  ids = () => this.store.waiting().map(({ task }) => task.id);

  /** Works again and again, each time when the next is due. */
  async times(n: number): Promise<void> {
    for (let i = 0; i < n; i += 1) {
      await drain(this);
      this.nowMs += waitMs(20);
    }
  }
}

const seal: Task = { type: 'seal', id: 'seal' };
const score: Task = { type: 'score', id: 'score' };
const wipe: Task = { type: 'wipe', id: 'wipe' };
const reply: Task = { type: 'reply', id: 'reply:2', questionId: 'q1', followUpsAsked: [], remainingMs: 60_000 };

function turn(position: number, fromDraft = false): Task {
  return {
    type: 'save-turn',
    id: `turn:${position}`,
    turn: `itv#${position}`,
    position,
    speaker: 'candidate',
    kind: 'answer',
    questionId: 'q1',
    text: null,
    fromDraft,
    via: 'typed',
    startMs: 0,
    endMs: 1,
  };
}

test('tasks are done in order, each once', async () => {
  const box = new Box().put(seal, score);
  await drain(box);
  await drain(box);
  expect(box.log).toEqual(['seal', 'score']);
});

test('a task that fails is not overtaken by later ones, and is tried again when it is due', async () => {
  const box = new Box().put(turn(1), turn(2), seal, score).fail('turn:1');
  await drain(box);
  box.nowMs += 1;
  await drain(box);
  expect(box.log).toEqual([]);
  expect(box.ids()).toEqual(['turn:1', 'turn:2', 'seal', 'score']);
  box.failing.clear();
  await drain(box);
  expect(box.log).toEqual([]);
  box.nowMs += waitMs(1);
  await drain(box);
  expect(box.log).toEqual(['turn:1', 'turn:2', 'seal', 'score']);
});

test('a task that fails now, after others were done, holds back only those behind it', async () => {
  const box = new Box().put(turn(1), turn(2), turn(3)).fail('turn:2');
  await drain(box);
  expect(box.log).toEqual(['turn:1']);
  box.put(turn(4));
  await box.times(2);
  expect(box.log).toEqual(['turn:1']);
  box.failing.clear();
  await box.times(1);
  expect(box.log).toEqual(['turn:1', 'turn:2', 'turn:3', 'turn:4']);
});

test('waiting grows to a minute', () => {
  const waits = Array.from({ length: 30 }, (_, i) => waitMs(i + 1));
  expect(waits.slice(0, 3)).toEqual([500, 1_000, 2_000]);
  expect(Math.max(...waits)).toBe(60_000);
});

test('what fails the same way ten times is set aside with its cause, and what is behind it is done', async () => {
  const box = new Box().put(seal, score).fail('seal', () => Object.assign(new Error('x'), { code: '22021' }));
  await box.times(PARKED_AFTER - 1);
  expect(box.log).toEqual([]);
  await box.times(1);
  expect(box.log).toEqual(['parked seal', 'score']);
  expect(box.store.parked()).toMatchObject([{ task: seal, cause: 'Error 22021' }]);
});

test('failures of different causes are not ten of one', async () => {
  let n = 0;
  const box = new Box().put(seal).fail('seal', () => (n++ % 2 === 0 ? new TypeError('a') : new RangeError('b')));
  await box.times(PARKED_AFTER * 3);
  expect(box.log).toEqual([]);
  expect(box.ids()).toEqual(['seal']);
});

test('while the region cannot be reached nothing is set aside, however long it takes', async () => {
  const box = new Box().put(turn(1), score).fail('turn:1');
  box.reachable = false;
  await box.times(PARKED_AFTER * 5);
  expect(box.log).toEqual([]);
  box.failing.clear();
  await box.times(1);
  expect(box.log).toEqual(['turn:1', 'score']);
});

test('nobody is judged on half of what they said: the judgement is set aside with the answer', async () => {
  const box = new Box().put(turn(1), seal, score).fail('turn:1');
  await box.times(PARKED_AFTER);
  expect(box.log).toEqual(['parked turn:1', 'seal', 'parked score']);
});

test('an answer that time cut waits for the draft that it is in', async () => {
  const box = new Box().put({ type: 'save-draft', id: 'draft' }, turn(1, true), seal).fail('draft');
  await box.times(PARKED_AFTER);
  expect(box.log).toEqual(['parked draft', 'parked turn:1', 'seal']);
});

test('tried again by hand, everything set aside is done in its order, and only then forgotten', async () => {
  const box = new Box().put(turn(1), seal, score).fail('turn:1');
  await box.times(PARKED_AFTER);
  box.put(wipe);
  await box.times(2);
  expect(box.log).not.toContain('wipe');
  box.failing.clear();
  box.log.length = 0;
  expect(box.store.retryParked(box.nowMs, PARKED_AFTER - 1)).toBe(2);
  await drain(box);
  expect(box.log).toEqual(['turn:1', 'score', 'wipe']);
  expect(box.ids()).toEqual([]);
});

test('tried again by hand and failing as before, it is set aside at once', async () => {
  const box = new Box().put(seal).fail('seal');
  await box.times(PARKED_AFTER);
  box.log.length = 0;
  box.store.retryParked(box.nowMs, PARKED_AFTER - 1);
  await drain(box);
  expect(box.log).toEqual(['parked seal']);
});

test('an object from before tasks could be set aside goes on with what waits in it', async () => {
  const storage = sessionStorage();
  storage.sql.exec(`create table outbox (position integer primary key autoincrement, id text unique,
    task text, sealed blob, made_at_ms integer, attempts integer, due_at_ms integer)`);
  storage.sql.exec(
    'insert into outbox (id, task, made_at_ms, attempts, due_at_ms) values (?, ?, 0, 3, 0)',
    'seal',
    JSON.stringify(seal),
  );
  const store = new SessionStore(storage);
  expect(store.first()?.task).toEqual(seal);
  expect(store.failed(1, 4, 0, 'Error')).toBe(1);
  store.park(1, 'Error');
  expect(store.first()).toBeNull();
});

test('a reply behind a task that cannot be done is given up in time; the task is not', async () => {
  const box = new Box().put(seal, reply).fail('seal');
  await drain(box);
  expect(box.log).toEqual([]);
  box.nowMs += REPLY_PATIENCE_MS;
  await drain(box);
  expect(box.log).toEqual(['gave up reply:2']);
  expect(box.ids()).toEqual(['seal']);
});

test('a cause names class and code, and nothing of what was said', () => {
  const inner = Object.assign(new Error('invalid input "my words"'), { name: 'NeonDbError', code: '22P05' });
  expect(causeOf(new Error('Failed query: my words', { cause: inner }))).toBe('NeonDbError 22P05');
  expect(causeOf('words')).toBe('string');
});
