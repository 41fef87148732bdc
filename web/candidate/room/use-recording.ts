/** The microphone in the room: recording where that was agreed to, levels for the ring, parts sent until all are there. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { closeMicrophone, type MicrophoneFault, openMicrophone } from '../recorder/microphone.ts';
import { createRecorder, type Recorder } from '../recorder/recorder.ts';
import { uploadPart } from '../recorder/upload-part.ts';
import type { Session } from './use-session.ts';

export interface Recording {
  /** Why speaking is not possible now; null when it is. */
  fault: MicrophoneFault | 'lost' | null;
  live: boolean;
  /** Parts that are on this device only. */
  waiting: number;
  retry: () => void;
}

/** `wanted`: the microphone should be open now. `over`: nothing more will be said. */
export function useRecording(
  interview: string,
  session: Session,
  wanted: boolean,
  over: boolean,
  onLevel: (level: number) => void,
): Recording {
  const recorder = useRef<Recorder | null>(null);
  const [fault, setFault] = useState<Recording['fault']>(null);
  const [live, setLive] = useState(false);
  const [waiting, setWaiting] = useState(0);
  const [round, setRound] = useState(0);
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
      onState: (state) => setLive(state === 'recording'),
      onLost: (what) => what === 'microphone' && setFault('lost'),
      onWaiting: setWaiting,
    });
    recorder.current = made;
    return () => {
      recorder.current = null;
      void made.close();
    };
  }, [interview, recording]);

  useEffect(() => {
    if (!wanted || !recording) return;
    let stream: MediaStream | null = null;
    let gone = false;
    void openMicrophone().then(async (microphone) => {
      if (!microphone.ok) return setFault(microphone.fault);
      stream = microphone.stream;
      if (gone) return closeMicrophone(stream);
      setFault(null);
      await recorder.current?.start(stream);
    });
    return () => {
      gone = true;
      const closing = stream;
      void recorder.current?.stop().then(() => closing !== null && closeMicrophone(closing));
    };
  }, [wanted, recording, round]);

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

  return { fault, live, waiting, retry: () => setRound((before) => before + 1) };
}
