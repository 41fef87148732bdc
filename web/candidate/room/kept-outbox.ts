/** The outbox on this device: in IndexedDB until everything in it is durable. One tab at a time holds it. */
import { del, get, set } from 'idb-keyval';
import { type Outbox, worthKeeping } from './outbox-rules.ts';

export interface KeptOutbox {
  box: Outbox;
  keep(box: Outbox): void;
  /** False: what is kept goes with this tab, since the browser stores nothing or another tab has the store. */
  stores(): boolean;
}

export async function takeOutbox(interview: string): Promise<KeptOutbox> {
  const key = `outbox:${interview}`;
  const own = await holdLock(`interloop:${interview}`);
  const stored = own ? await get<Outbox>(key).catch(() => undefined) : undefined;
  let writing: Promise<unknown> = Promise.resolve();
  let stores = own;
  return {
    box: stored ?? { client: newClient(), last: 0, items: [] },
    keep(box) {
      // A second tab has its own line of numbers, which ends with it.
      if (!own) return;
      writing = writing
        .then(() => (worthKeeping(box) || box.last > 0 ? set(key, box) : del(key)))
        .then(
          () => {
            stores = true;
          },
          () => {
            stores = false;
          },
        );
    },
    stores: () => stores,
  };
}

/** True when this tab is the one that keeps; held until the tab goes away. */
async function holdLock(name: string): Promise<boolean> {
  if (!('locks' in navigator)) return true;
  return await new Promise((done) => {
    void navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      done(lock !== null);
      if (lock !== null) await new Promise(() => {});
    });
  });
}

function newClient(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
