/** Hands on a session object from outside: its disk, its region's database, its alarm at another hour. */
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { vi } from 'vitest';
import type { InterviewSession } from '../../durable-objects/interview/session.ts';
import { readConfig } from '../../worker/env.ts';
import { openRegion } from '../../worker/regions/open.ts';
import { region } from './story.ts';

export function objectOf(interviewId: string): DurableObjectStub<InterviewSession> {
  return region().objects.session(interviewId);
}

/** Everything that rests in the object, as text: what a thief of its disk would read. */
export async function diskOf(interviewId: string): Promise<string> {
  return await runInDurableObject(objectOf(interviewId), (_, { storage }) => {
    const tables = storage.sql.exec<{ name: string }>(
      "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'",
    );
    const rows = tables.toArray().flatMap(({ name }) => storage.sql.exec(`select * from "${name}"`).toArray());
    return JSON.stringify([[...storage.kv.list()], rows], (_key, value: unknown) =>
      value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
    );
  });
}

/** Cuts the object off from its region's database; call what is returned to bring it back. */
export async function cutOff(interviewId: string): Promise<() => Promise<void>> {
  const found = await runInDurableObject(objectOf(interviewId), (instance) => {
    const own = openRegion(readConfig(instance['env']), 'eu');
    const { database } = own;
    const away = () => Promise.reject(new Error('away'));
    own.database = { batch: away, transaction: away };
    return { own, database };
  });
  return async () => {
    found.own.database = found.database;
  };
}

/** The alarm, as if this much time had passed. */
export async function later(interviewId: string, ms: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
  try {
    await runDurableObjectAlarm(objectOf(interviewId));
  } finally {
    vi.useRealTimers();
  }
}
