/** Each voice stays in its own lane from the microphone to the drawing: the candidate first, the interviewer second. */
import { afterEach, expect, test, vi } from 'vitest';
import type { RecordedPart } from '../../web/candidate/recorder/part-store.ts';
import { startSegment } from '../../web/candidate/recorder/segment.ts';
import { bars } from '../../web/recruiter/player/waveform.ts';
import { joinPeaks } from '../../worker/domain/recordings/peaks-rules.ts';

/** Stands in for the browser's recorder: a test says when it hands over a second of sound. */
class Recorder {
  static isTypeSupported(type: string): boolean {
    return type.startsWith('audio/webm');
  }

  static last: Recorder;
  state: 'inactive' | 'recording' = 'inactive';
  ondataavailable: (event: { data: Blob }) => void = () => {};
  onstop: () => void = () => {};

  constructor() {
    Recorder.last = this;
  }

  start(): void {
    this.state = 'recording';
  }

  requestData(): void {
    this.give('cut');
  }

  give(bytes: string): void {
    this.ondataavailable({ data: new Blob([bytes]) });
  }

  stop(): void {
    this.state = 'inactive';
    this.give('last');
    this.onstop();
  }
}

function recording(parts: { part: RecordedPart; whole: boolean }[]) {
  vi.stubGlobal('MediaRecorder', Recorder);
  return startSegment({
    interviewId: 'i',
    stream: {} as MediaStream,
    sessionNowMs: () => 7000,
    partMs: 5000,
    onPart: (part, whole) => parts.push({ part, whole }),
  });
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('the candidate is drawn in the candidate’s lane, the interviewer in the other', async () => {
  const parts: { part: RecordedPart; whole: boolean }[] = [];
  const segment = recording(parts);
  for (let n = 0; n < 20; n++) segment.level(0.8, 0);
  for (let n = 0; n < 20; n++) segment.level(0, 0.4);
  await segment.stop();
  const [{ part } = { part: undefined }] = parts;
  if (part === undefined) throw new Error('no part');
  const joined = joinPeaks([{ startMs: 0, peaks: base64(part.peaks) }], 2000);
  const levels = Uint8Array.from(Buffer.from(joined, 'base64'));
  expect([levels[0], levels[1], levels[40], levels[41]]).toEqual([204, 0, 0, 102]);
  const drawn = bars(levels, 2000, 4);
  const places = (path: string) => [...path.matchAll(/M([\d.]+)/g)].map((match) => Number(match[1]));
  expect(places(drawn.candidate)).toEqual([0.5, 1.5]);
  expect(places(drawn.interviewer)).toEqual([2.5, 3.5]);
});

test('a part is kept from its first second on, says where it lies, and a cut ends it there', async () => {
  vi.useFakeTimers();
  const parts: { part: RecordedPart; whole: boolean }[] = [];
  const segment = recording(parts);
  vi.advanceTimersByTime(1000);
  Recorder.last.give('one');
  expect(parts.at(-1)).toMatchObject({ whole: false, part: { part: 0, startMs: 7000, durationMs: 1000 } });
  vi.advanceTimersByTime(1000);
  segment.cut();
  expect(parts.at(-1)).toMatchObject({ whole: true, part: { part: 0, startMs: 7000, durationMs: 2000 } });
  expect(await parts.at(-1)?.part.bytes.text()).toBe('onecut');
  vi.advanceTimersByTime(1000);
  await segment.stop();
  expect(parts.at(-1)).toMatchObject({ whole: true, part: { part: 1, startMs: 9000, durationMs: 1000 } });
  expect(await parts.at(-1)?.part.bytes.text()).toBe('last');
});
