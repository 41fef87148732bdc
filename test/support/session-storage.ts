/** The storage of a session object on SQLite in Node: enough of it that the real store runs its own SQL in fast tests. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** Only what `SessionStore` uses is here. */
export function sessionStorage(): DurableObjectStorage {
  const database = new DatabaseSync(':memory:');
  const kept = new Map<string, unknown>();
  const storage = {
    sql: {
      exec(query: string, ...values: SQLInputValue[]) {
        const rows = database.prepare(query).all(...values.map(bytes));
        return { toArray: () => rows.map((row) => Object.fromEntries(Object.entries(row).map(asStored))) };
      },
    },
    kv: {
      get: (key: string) => structuredClone(kept.get(key)),
      put: (key: string, value: unknown) => void kept.set(key, structuredClone(value)),
      delete: (key: string) => kept.delete(key),
      list: () => kept.entries(),
    },
    transactionSync: (run: () => unknown) => run(),
    setAlarm: async () => {},
    deleteAlarm: async () => {},
  };
  return storage as unknown as DurableObjectStorage;
}

function bytes(value: SQLInputValue | ArrayBuffer): SQLInputValue {
  return value instanceof ArrayBuffer ? new Uint8Array(value) : value;
}

/** A blob is an ArrayBuffer on the platform. */
function asStored([name, value]: [string, unknown]): [string, unknown] {
  return [name, value instanceof Uint8Array ? value.slice().buffer : value];
}
