/** Recording in the room, where that was agreed to: both lanes, in parts that are sent until all are there. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { createRecorder, type Recorder } from '../recorder/recorder.ts';
import { uploadPart } from '../recorder/upload-part.ts';
import type { SoundSystem } from './sound-system.ts';
import type { Session } from './use-session.ts';

export interface RecordingInputs {
  /** What is recorded now; null: nothing is. */
  microphone: MediaStream | null;
  system: SoundSystem | null;
  /** Nothing more will be said. */
  over: boolean;
  onLevel: (level: number) => void;
}

export interface Recording {
  /** Parts that are on this device only. */
  waiting: number;
  /** The recorder takes sound in now. */
  running: boolean;
}

export function useRecording(
  interview: string,
  session: Session,
  { microphone, system, over, onLevel }: RecordingInputs,
): Recording {
  const recorder = useRef<Recorder | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [running, setRunning] = useState(false);
  const told = useRef(false);
  const level = useRef(onLevel);
  level.current = onLevel;
  const recording = session.view?.recording === true;

  useEffect(() => {
    if (!recording) return;
    const made = createRecorder({
      interviewId: interview,
      sessionNowMs: session.nowMs,
      upload: uploadPart,
      onLevel: (next) => level.current(next),
      onWaiting: setWaiting,
    });
    recorder.current = made;
    return () => {
      recorder.current = null;
      void made.close();
    };
  }, [interview, recording]);

  useEffect(() => {
    if (microphone === null || system === null || !recording) return;
    const own = recorder.current;
    let gone = false;
    // Said to run from the moment on when it does, and not before.
    void own?.start(microphone, system).then(
      () => gone || setRunning(true),
      () => gone || setRunning(false),
    );
    return () => {
      gone = true;
      setRunning(false);
      if (own !== null) system.neededFor(own.stop());
    };
  }, [microphone, system, recording]);

  useEffect(() => {
    const now = recorder.current;
    if (!over || told.current || now === null) return;
    told.current = true;
    void now
      .stop()
      .then(() => now.drained())
      .then(() => now.segments())
      .then((segments) => session.act({ type: 'parts-complete', segments }));
  }, [over, recording]);

  return { waiting, running };
}
