/** The practice question: hear yourself. The sound stays in this tab's memory and is gone with it. */

export interface Practice {
  /** Ends the take and gives an address for an `<audio>`; revoke it with `forget`. */
  finish(): Promise<string>;
  forget(): void;
}

export function startPractice(microphone: MediaStream): Practice {
  const recorder = new MediaRecorder(microphone);
  const pieces: Blob[] = [];
  let address: string | null = null;
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  recorder.start();
  return {
    finish: () =>
      new Promise((done) => {
        recorder.onstop = () => {
          address = URL.createObjectURL(new Blob(pieces, { type: recorder.mimeType }));
          done(address);
        };
        recorder.stop();
      }),
    forget() {
      if (recorder.state !== 'inactive') recorder.stop();
      if (address !== null) URL.revokeObjectURL(address);
      pieces.length = 0;
      address = null;
    },
  };
}
