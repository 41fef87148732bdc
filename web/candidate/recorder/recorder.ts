/**
 * Records the interview on the candidate's device: candidate on the left, interviewer on the right. Parts are kept
 * here until the server has them, and leftovers of an earlier tab are sent too.
 */
import { RECORDING_LIMITS } from '../../../durable-objects/interview/protocol.ts';
import { watchLevels } from './levels.ts';
import { openPartStore, type RecordedPart } from './part-store.ts';
import { type Segment, startSegment } from './segment.ts';
import { startUploader } from './uploader.ts';

export interface RecorderOptions {
  interviewId: string;
  sessionNowMs: () => number;
  /** Throws when it should be tried again; see upload-part.ts. */
  upload: (part: RecordedPart) => Promise<'stored' | 'refused'>;
  /** Loudness of the candidate, 20 times a second, from 0 to 1. */
  onLevel: (level: number) => void;
  /** How many parts are on this device only. */
  onWaiting?: (parts: number) => void;
}

export interface RecorderSound {
  context: AudioContext;
  voice: AudioNode;
}

export interface Recorder {
  /** Begins a segment; after a pause or another microphone it is a new one. `voice` is what the interviewer says. */
  start(microphone: MediaStream, sound: RecorderSound): Promise<void>;
  /** Ends the segment: at a pause and at the end. */
  stop(): Promise<void>;
  /** Cuts a part now. */
  flush(): void;
  /** How many parts are not with the server yet. */
  pending(): Promise<number>;
  /** Ends when the server has everything. */
  drained(): Promise<void>;
  /** All segments of this interview on this device, with how many parts each has. */
  segments(): Promise<{ id: string; parts: number }[]>;
  close(): Promise<void>;
}

interface Run {
  segment: Segment;
  end(): Promise<void>;
}

export function createRecorder(options: RecorderOptions): Recorder {
  const store = openPartStore(options.interviewId);
  /** Parts that are still growing here. */
  const open = new Set<string>();
  /** Segments of this tab. */
  const own = new Set<string>();
  const uploader = startUploader({
    store,
    upload: options.upload,
    growing: async (part) => open.has(keyOf(part)) || (!own.has(part.segment) && (await heldElsewhere(part))),
    onWaiting: (parts) => options.onWaiting?.(parts),
  });
  let run: Run | null = null;
  let writes: Promise<void> = Promise.resolve();

  function keep(part: RecordedPart, whole: boolean): void {
    own.add(part.segment);
    open.add(keyOf(part));
    writes = writes.then(async () => {
      await store.keep(part);
      if (!whole) return;
      open.delete(keyOf(part));
      uploader.wake();
    });
  }

  const cutWhenLeaving = () => {
    if (document.visibilityState === 'hidden') run?.segment.cut();
  };
  document.addEventListener('visibilitychange', cutWhenLeaving);
  addEventListener('pagehide', cutWhenLeaving);
  // What an earlier tab left behind.
  uploader.wake();

  // A start that still waits for the sound system must be over before it can be stopped.
  let turn: Promise<void> = Promise.resolve();
  function inTurn(act: () => Promise<void>): Promise<void> {
    const acted = turn.then(act);
    turn = acted.catch(() => {});
    return acted;
  }

  async function begin(microphone: MediaStream, sound: RecorderSound): Promise<void> {
    await end();
    run = await record(microphone, sound, options, keep);
  }

  async function end(): Promise<void> {
    const ending = run;
    run = null;
    if (ending === null) return;
    await ending.end();
    await writes;
  }

  return {
    start: (microphone, sound) => inTurn(() => begin(microphone, sound)),
    stop: () => inTurn(end),
    flush: () => run?.segment.cut(),
    pending: async () => (await store.waiting()).length,
    drained: () => uploader.drained(),
    segments: () => store.made(),
    async close() {
      await inTurn(end);
      document.removeEventListener('visibilitychange', cutWhenLeaving);
      removeEventListener('pagehide', cutWhenLeaving);
      uploader.close();
    },
  };
}

function keyOf({ segment, part }: RecordedPart): string {
  return `${segment}/${part}`;
}

async function record(
  microphone: MediaStream,
  { context, voice }: RecorderSound,
  { interviewId, sessionNowMs, onLevel }: RecorderOptions,
  keep: (part: RecordedPart, whole: boolean) => void,
): Promise<Run> {
  if (context.state !== 'running') await context.resume();
  const merger = new ChannelMergerNode(context, { numberOfInputs: 2 });
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: microphone });
  // To one channel first: a microphone with two would otherwise lose one of them.
  const mono = new GainNode(context, { channelCount: 1, channelCountMode: 'explicit' });
  source.connect(mono).connect(merger, 0, 0);
  const spoken = new GainNode(context, { channelCount: 1, channelCountMode: 'explicit' });
  voice.connect(spoken).connect(merger, 0, 1);
  const mixed = new MediaStreamAudioDestinationNode(context, { channelCount: 2 });
  merger.connect(mixed);
  let segment: Segment | null = null;
  const unwatch = await watchLevels(merger, ([candidate, interviewer]) => {
    segment?.level(candidate, interviewer);
    onLevel(candidate);
  });
  segment = startSegment({
    interviewId,
    stream: mixed.stream,
    sessionNowMs,
    partMs: RECORDING_LIMITS.partMs,
    onPart: keep,
  });
  const release = holdName(segment.id);
  const running = segment;
  return {
    segment: running,
    async end() {
      await running.stop();
      unwatch();
      release();
      source.disconnect();
      voice.disconnect(spoken);
    },
  };
}

/** A lock lives as long as its tab: by it another tab sees that a segment is still being recorded. */
function holdName(segment: string): () => void {
  let release = () => {};
  void navigator.locks?.request(
    lockOf(segment),
    () =>
      new Promise<void>((done) => {
        release = done;
      }),
  );
  return () => release();
}

async function heldElsewhere(part: RecordedPart): Promise<boolean> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return held.some((lock) => lock.name === lockOf(part.segment));
}

function lockOf(segment: string): string {
  return `interloop-recording-${segment}`;
}
