/** Sends kept parts to the server, one after the other, until each is there; waits longer after each failure. */
import type { PartStore, RecordedPart } from './part-store.ts';

interface Options {
  store: PartStore;
  /** Throws when it should be tried again. */
  upload: (part: RecordedPart) => Promise<'stored' | 'refused'>;
  /** Parts that are still being recorded, here or in another tab. */
  growing: (part: RecordedPart) => Promise<boolean>;
  onWaiting: (parts: number) => void;
}

export interface Uploader {
  /** Something was added. */
  wake(): void;
  /** Ends when nothing is left to send. */
  drained(): Promise<void>;
  close(): void;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

export function startUploader({ store, upload, growing, onWaiting }: Options): Uploader {
  let running: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: (() => void)[] = [];

  async function round(): Promise<void> {
    for (const part of await store.waiting()) {
      if (closed) return;
      if (await growing(part)) continue;
      await upload(part);
      await store.forget(part);
      failures = 0;
      onWaiting((await store.waiting()).length);
    }
  }

  async function run(): Promise<void> {
    try {
      do {
        again = false;
        await round();
      } while (again && !closed);
      for (const done of idle) done();
      idle = [];
    } catch {
      // The line or the server is away: the parts stay, and it is tried again.
      const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
      failures += 1;
      timer = setTimeout(wake, wait * (0.75 + Math.random() / 2));
    } finally {
      running = null;
    }
  }

  function wake(): void {
    again = true;
    if (closed || running !== null) return;
    clearTimeout(timer);
    running = run();
  }

  const online = () => {
    failures = 0;
    wake();
  };
  addEventListener('online', online);
  return {
    wake,
    drained: () =>
      new Promise((done) => {
        idle.push(done);
        wake();
      }),
    close() {
      closed = true;
      clearTimeout(timer);
      removeEventListener('online', online);
    },
  };
}
