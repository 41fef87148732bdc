/**
 * One run of the browser's recorder. It gives a second of sound at a time; some seconds make a part. A part is kept
 * from its first second on, so that a tab which is killed loses one second at most.
 */
import type { RecordedPart } from './part-store.ts';

interface Options {
  interviewId: string;
  stream: MediaStream;
  sessionNowMs: () => number;
  partMs: number;
  /** Called each second with the part as far as it goes; `whole` when nothing more is added to it. */
  onPart: (part: RecordedPart, whole: boolean) => void;
}

export interface Segment {
  id: string;
  level(candidate: number, interviewer: number): void;
  /** Cuts here: what is recorded so far becomes a part. */
  cut(): void;
  /** Ends after the last sound has been handed over. */
  stop(): Promise<void>;
}

const SLICE_MS = 1000;
const BITS_PER_SECOND = 32_000;
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4;codecs=opus', 'audio/mp4'];

export function startSegment({ interviewId, stream, sessionNowMs, partMs, onPart }: Options): Segment {
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? '';
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
  const id = crypto.randomUUID();
  const mime = mimeType.split(';')[0] ?? '';
  let part = 0;
  let from = 0;
  let slices: Blob[] = [];
  let peaks: number[] = [];
  let cutting = false;

  // The first sound lies at the call, not at the `start` event, which comes some 50 ms later.
  const beganMs = Math.round(sessionNowMs());
  const began = performance.now();
  recorder.ondataavailable = ({ data }) => {
    const to = Math.round(performance.now() - began);
    if (data.size > 0) slices.push(data);
    const whole = cutting || recorder.state === 'inactive' || to - from >= partMs;
    if (slices.length > 0) {
      const facts = {
        interviewId,
        segment: id,
        part,
        startMs: beganMs + from,
        durationMs: Math.max(1, to - from),
        mime,
      };
      onPart({ ...facts, peaks: Uint8Array.from(peaks), bytes: new Blob(slices, { type: mime }) }, whole);
    }
    if (!whole || slices.length === 0) return;
    cutting = false;
    part += 1;
    from = to;
    slices = [];
    peaks = [];
  };
  recorder.start(SLICE_MS);

  return {
    id,
    level: (candidate, interviewer) => peaks.push(byte(candidate), byte(interviewer)),
    cut() {
      if (recorder.state !== 'recording') return;
      cutting = true;
      recorder.requestData();
    },
    stop: () =>
      new Promise((done) => {
        if (recorder.state === 'inactive') return done();
        recorder.onstop = () => done();
        recorder.stop();
      }),
  };
}

function byte(level: number): number {
  return Math.min(255, Math.round(level * 255));
}
