/** The recording has the candidate left and the interviewer right; a listener hears both in both ears. */

export interface BothEars {
  /** Call it from a press of a button: browsers start sound only then. */
  open(): void;
  close(): void;
}

/** Mixing down halves each voice; they rarely speak at once. */
const LOUDER = 1.7;

/**
 * Opens the way to the loudspeaker as soon as the browser lets a page have one, at the first press of anything: opening
 * it can take longer than everything else between a press on a quote and its sound.
 */
export function bothEars(audio: HTMLAudioElement): BothEars {
  let context: AudioContext | null = null;

  function open(): void {
    if (context !== null) {
      // Opened before the browser counted the press, as a finger's first touch is, it may still be held back.
      if (context.state !== 'running') void context.resume();
      return;
    }
    try {
      context = new AudioContext({ latencyHint: 'interactive' });
      const source = new MediaElementAudioSourceNode(context, { mediaElement: audio });
      const mono = new GainNode(context, { gain: LOUDER, channelCount: 1, channelCountMode: 'explicit' });
      source.connect(mono).connect(context.destination);
      void context.resume();
    } catch {
      // Then each voice stays on its side.
    }
  }

  if (navigator.userActivation?.hasBeenActive === true) open();
  else addEventListener('pointerdown', open, { once: true });
  return {
    open,
    close() {
      removeEventListener('pointerdown', open);
      void context?.close();
    },
  };
}
