/** Parts of a recording leave the device only when the server has them, in order, however often that takes. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PartStore, RecordedPart } from '../../web/candidate/recorder/part-store.ts';
import { startUploader, type Uploader } from '../../web/candidate/recorder/uploader.ts';

let story: string[];
let kept: RecordedPart[];
let back: (() => void) | null;
let uploader: Uploader;
/** What the server answers; parts that are not named are stored. */
let answers: (() => Promise<'stored' | 'refused'>)[];
let growing: Set<number>;

const part = (number: number): RecordedPart => ({
  interviewId: 'i',
  segment: 'one',
  part: number,
  startMs: number * 5000,
  durationMs: 5000,
  mime: 'audio/webm',
  peaks: new Uint8Array(),
  bytes: new Blob(['x']),
});

const store: PartStore = {
  keep: async (one) => void kept.push(one),
  forget: async (one) => {
    story.push(`forgot ${one.part}`);
    kept = kept.filter((other) => other.part !== one.part);
  },
  forgetAll: async () => {
    kept = [];
  },
  waiting: async () => [...kept],
  made: async () => [],
};

function begin(): Uploader {
  return startUploader({
    store,
    upload: async (one) => {
      story.push(`sends ${one.part}`);
      const outcome = await (answers.shift() ?? (async () => 'stored' as const))();
      story.push(`${outcome} ${one.part}`);
      return outcome;
    },
    growing: async (one) => growing.has(one.part),
    onWaiting: (parts) => story.push(`${parts} wait`),
  });
}

const away = () => Promise.reject(new Error('away'));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) => {
    if (name === 'online') back = listener;
  });
  vi.stubGlobal('removeEventListener', () => {
    back = null;
  });
  [story, kept, answers, growing, back] = [[], [part(0), part(1)], [], new Set(), null];
  uploader = begin();
});
afterEach(() => {
  vi.restoreAllMocks();
  uploader.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a part is forgotten only after the server has it, one after the other', async () => {
  await uploader.drained();
  expect(story).toEqual(['sends 0', 'stored 0', 'forgot 0', '1 wait', 'sends 1', 'stored 1', 'forgot 1', '0 wait']);
});

test('while a part is on its way it stays on the device', async () => {
  let arrive = () => {};
  answers = [
    () =>
      new Promise((done) => {
        arrive = () => done('stored');
      }),
  ];
  uploader.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(kept.map((one) => one.part)).toEqual([0, 1]);
  arrive();
  await vi.advanceTimersByTimeAsync(0);
  expect(kept).toEqual([]);
});

test('what fails stays, is tried again ever later, and arrives in the end', async () => {
  // Waits are spread by chance; in the middle of the spread they are 1 s, 2 s, 4 s.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  answers = [away, away, away];
  const drained = uploader.drained();
  await vi.advanceTimersByTimeAsync(0);
  expect(story).toEqual(['sends 0']);
  await vi.advanceTimersByTimeAsync(700);
  expect(story).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(600);
  expect(story).toEqual(['sends 0', 'sends 0']);
  await vi.advanceTimersByTimeAsync(1400);
  expect(story).toHaveLength(2);
  expect(kept).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(60_000);
  await drained;
  expect(kept).toEqual([]);
});

test('when the line is back nothing waits for its turn', async () => {
  answers = [away, away, away, away, away];
  uploader.wake();
  await vi.advanceTimersByTimeAsync(20_000);
  answers = [];
  back?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(kept).toEqual([]);
});

test('a part that is still being recorded is not sent, and is when it is whole', async () => {
  growing.add(1);
  uploader.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(kept.map((one) => one.part)).toEqual([1]);
  growing.clear();
  uploader.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(kept).toEqual([]);
});

test('a refused part does not stop those after it', async () => {
  answers = [async () => 'refused'];
  await uploader.drained();
  expect(story).toContain('refused 0');
  expect(story).toContain('stored 1');
  expect(kept).toEqual([]);
});

test('after it was closed nothing is sent', async () => {
  uploader.close();
  uploader.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(story).toEqual([]);
});
