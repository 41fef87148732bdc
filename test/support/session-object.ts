/** Hands on a session object from outside: its disk, its region's database, its alarm at another hour. */
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { getTableName } from 'drizzle-orm';
import { vi } from 'vitest';
import type { InterviewSession } from '../../durable-objects/interview/session.ts';
import { readConfig } from '../../worker/env.ts';
import { openRegion } from '../../worker/regions/open.ts';
import { region } from './story.ts';
import { until } from './until.ts';

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

/**
 * The object's own region refuses every batch that writes a row with this value into the table, as PostgreSQL refuses a text that it cannot keep,
 * while all else goes through; call what is returned to mend it.
 */
export async function refusing(interviewId: string, table: string, value: string): Promise<() => void> {
  const found = await runInDurableObject(objectOf(interviewId), (instance) => {
    const own = openRegion(readConfig(instance['env']), 'eu');
    const { database } = own;
    const refused = (query: unknown) => {
      const { sql, params } = written(query);
      return sql.includes(`insert into "${table}"`) && params.includes(value);
    };
    own.database = {
      batch: (scope, build) =>
        database.batch(scope, (db) => {
          const queries = build(db);
          if (queries.some(refused)) throw noSuchText();
          return queries;
        }),
      transaction: (scope, run) =>
        database.transaction(scope, (tx) => {
          const insert: typeof tx.insert = (into) => {
            if (getTableName(into) === table) throw noSuchText();
            return tx.insert(into);
          };
          return run(Object.assign(Object.create(tx), { insert }));
        }),
    };
    return { own, database };
  });
  return () => {
    found.own.database = found.database;
  };
}

function noSuchText(): Error {
  return Object.assign(new Error('no such text'), { code: '22021' });
}

function written(query: unknown): { sql: string; params: unknown[] } {
  return (query as { toSQL(): { sql: string; params: unknown[] } }).toSQL();
}

/** The object tries what waits, minutes apart, until something is set aside; returns the tasks that are. */
export async function untilParked(interviewId: string): Promise<string[]> {
  for (let minutes = 2; ; minutes += 2) {
    const before = await waitingOf(interviewId);
    await later(interviewId, minutes * 60_000);
    const now = await until(async () => {
      const rows = await waitingOf(interviewId);
      return JSON.stringify(rows) === JSON.stringify(before) ? undefined : rows;
    }, 'a try');
    const parked = now.filter((row) => row.parked === 1).map((row) => String(row.id));
    if (parked.length > 0) return parked;
  }
}

async function waitingOf(interviewId: string) {
  return await runInDurableObject(objectOf(interviewId), (_, { storage }) =>
    storage.sql
      .exec<{ id: string; attempts: number; parked: number }>(
        'select id, attempts, parked from outbox order by position',
      )
      .toArray(),
  );
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
