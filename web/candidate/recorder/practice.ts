/** The practice question: hear yourself. The sound stays in this tab's memory and is gone with it. */
import { watchLevels } from './levels.ts';

export interface Take {
  /** For an `<audio>`; gone after `forget`. */
  address: string;
  /** How loud it was, 20 times a second, from 0 to 1. */
  levels: number[];
}

export interface Practice {
  finish(): Promise<Take>;
  forget(): void;
}

/** `onLevel`: as it is spoken, 20 times a second, from 0 to 1. */
export async function startPractice(microphone: MediaStream, onLevel: (level: number) => void): Promise<Practice> {
  const context = new AudioContext();
  await context.resume();
  const levels: number[] = [];
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: microphone });
  const unwatch = await watchLevels(source, (lanes) => {
    const level = Math.max(...lanes);
    levels.push(level);
    onLevel(level);
  });
  const recorder = new MediaRecorder(microphone);
  const pieces: Blob[] = [];
  let address: string | null = null;
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  recorder.start();
  let listening = true;
  const deaf = () => {
    if (!listening) return;
    listening = false;
    unwatch();
    void context.close();
  };
  return {
    finish: () =>
      new Promise((done) => {
        recorder.onstop = () => {
          deaf();
          address = URL.createObjectURL(new Blob(pieces, { type: recorder.mimeType }));
          done({ address, levels });
        };
        recorder.stop();
      }),
    forget() {
      deaf();
      if (recorder.state !== 'inactive') recorder.stop();
      if (address !== null) URL.revokeObjectURL(address);
      pieces.length = 0;
      address = null;
    },
  };
}
