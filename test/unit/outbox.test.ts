/** The outbox without an object: order, waiting, what is given up and what never is. */
import { expect, test } from 'vitest';
import type { Event } from '../../durable-objects/interview/machine-state.ts';
import {
  drain,
  type OutboxDeps,
  PARKED_AFTER,
  REPLY_PATIENCE_MS,
  waitMs,
} from '../../durable-objects/interview/outbox.ts';
import type { Task, Waiting } from '../../durable-objects/interview/tasks.ts';

class Box implements OutboxDeps {
  nowMs = 1_000;
  rows: Waiting[] = [];
  readonly log: string[] = [];
  failing = new Set<string>();

  put(...tasks: Task[]): this {
    for (const task of tasks) {
      const position = this.rows.length + this.log.length;
      this.rows.push({ position, task, sealed: null, madeAtMs: this.nowMs, attempts: 0, dueAtMs: this.nowMs });
    }
    return this;
  }

  now = () => this.nowMs;
  first = () => this.rows[0] ?? null;
  patienceMs = () => REPLY_PATIENCE_MS;
  reply = () => this.rows.find((row) => row.task.type === 'reply') ?? null;
  perform = async ({ task }: Waiting): Promise<Event | null> => {
    if (this.failing.has(task.id)) throw new Error('away');
    this.log.push(task.id);
    return null;
  };
  done = (waiting: Waiting) => {
    this.rows = this.rows.filter((row) => row !== waiting);
  };
  failed = (waiting: Waiting, attempts: number, dueAtMs: number) => {
    Object.assign(waiting, { attempts, dueAtMs });
  };
  parked = ({ task }: Waiting) => {
    this.log.push(`parked ${task.id}`);
  };
  giveUp = (waiting: Waiting) => {
    this.log.push(`gave up ${waiting.task.id}`);
    this.done(waiting);
  };
}

const seal: Task = { type: 'seal', id: 'seal' };
const score: Task = { type: 'score', id: 'score' };
const reply: Task = { type: 'reply', id: 'reply:2', questionId: 'q1', followUpsAsked: [], remainingMs: 60_000 };

test('tasks are done in order, each once', async () => {
  const box = new Box().put(seal, score);
  await drain(box);
  await drain(box);
  expect(box.log).toEqual(['seal', 'score']);
});

test('a task that fails holds back the next, and is tried again when it is due', async () => {
  const box = new Box().put(seal, score);
  box.failing.add('seal');
  await drain(box);
  expect(box.log).toEqual([]);
  box.failing.clear();
  await drain(box);
  expect(box.log).toEqual([]);
  box.nowMs += waitMs(1);
  await drain(box);
  expect(box.log).toEqual(['seal', 'score']);
});

test('waiting grows to a minute, then to ten, and says once that it is stuck', async () => {
  const waits = Array.from({ length: PARKED_AFTER }, (_, i) => waitMs(i + 1));
  expect(waits.slice(0, 3)).toEqual([500, 1_000, 2_000]);
  expect(waits.at(-2)).toBe(60_000);
  expect(waits.at(-1)).toBe(600_000);
  const box = new Box().put(seal);
  box.failing.add('seal');
  for (let i = 0; i < PARKED_AFTER + 3; i += 1) {
    await drain(box);
    box.nowMs += waitMs(PARKED_AFTER);
  }
  expect(box.log).toEqual(['parked seal']);
  box.failing.clear();
  await drain(box);
  expect(box.log).toEqual(['parked seal', 'seal']);
});

test('a reply behind a task that cannot be done is given up in time; the task is not', async () => {
  const box = new Box().put(seal, reply);
  box.failing.add('seal');
  await drain(box);
  expect(box.log).toEqual([]);
  box.nowMs += REPLY_PATIENCE_MS;
  await drain(box);
  expect(box.log).toEqual(['gave up reply:2']);
  expect(box.rows.map((row) => row.task.id)).toEqual(['seal']);
});
