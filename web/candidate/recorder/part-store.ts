/** Parts of the recording on this device, each kept until the server has it. They outlive the tab that recorded them. */
import { createStore, del, delMany, entries, get, keys, set, type UseStore, update } from 'idb-keyval';

export interface RecordedPart {
  interviewId: string;
  /** One recorder's run; a reload begins another. */
  segment: string;
  part: number;
  /** Place on the session's clock. */
  startMs: number;
  durationMs: number;
  mime: string;
  /** Two lanes interleaved, 20 a second. */
  peaks: Uint8Array<ArrayBuffer>;
  bytes: Blob;
}

export interface PartStore {
  keep(part: RecordedPart): Promise<void>;
  forget(part: RecordedPart): Promise<void>;
  /** Everything that waits here: it may not be sent any more. */
  forgetAll(): Promise<void>;
  /** In the order in which they were recorded. */
  waiting(): Promise<RecordedPart[]>;
  /** How many parts each segment has had, sent or not. */
  made(): Promise<{ id: string; parts: number }[]>;
}

/** The parts of one interview. Where the browser refuses to store, they are kept in memory. */
export function openPartStore(interviewId: string): PartStore {
  const disk: UseStore = createStore('interloop-recording', 'parts');
  const memory = new Map<string, RecordedPart>();
  const counted = new Map<string, number>();
  const prefix = `${interviewId}/`;
  const keyOf = ({ segment, part }: RecordedPart) => `${prefix}${segment}/${part}`;
  const counts = `count/${interviewId}`;

  return {
    async keep(part) {
      counted.set(part.segment, Math.max(counted.get(part.segment) ?? 0, part.part + 1));
      try {
        await set(keyOf(part), part, disk);
        memory.delete(keyOf(part));
        await update<Record<string, number>>(counts, (old) => ({ ...old, ...Object.fromEntries(counted) }), disk);
      } catch {
        memory.set(keyOf(part), part);
      }
    },
    async forget(part) {
      memory.delete(keyOf(part));
      await del(keyOf(part), disk).catch(() => {});
    },
    async forgetAll() {
      memory.clear();
      const stored = await keys<string>(disk).catch(() => []);
      await delMany(
        stored.filter((key) => key.startsWith(prefix)),
        disk,
      ).catch(() => {});
    },
    async waiting() {
      const stored = await entries<string, RecordedPart>(disk).catch(() => []);
      const own = stored.filter(([key]) => key.startsWith(prefix)).map(([, part]) => part);
      return [...own, ...memory.values()].sort((a, b) => a.startMs - b.startMs || a.part - b.part);
    },
    async made() {
      const before = (await get<Record<string, number>>(counts, disk).catch(() => undefined)) ?? {};
      return Object.entries({ ...before, ...Object.fromEntries(counted) }).map(([id, parts]) => ({ id, parts }));
    },
  };
}
