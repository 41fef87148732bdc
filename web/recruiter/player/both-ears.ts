/** The recording has the candidate left and the interviewer right; a listener hears both in both ears. */

const mixed = new WeakSet<HTMLAudioElement>();
/** Mixing down halves each voice; they rarely speak at once. */
const LOUDER = 1.7;

/**
 * Opens the way to the loudspeaker as soon as the browser lets a page have one, at the first press of anything: opening
 * it can take longer than everything else between a press on a quote and its sound.
 */
export function mixWhenAllowed(audio: HTMLAudioElement): () => void {
  const mix = () => mixToBothEars(audio);
  if (navigator.userActivation?.hasBeenActive === true) mix();
  else addEventListener('pointerdown', mix, { once: true });
  return () => removeEventListener('pointerdown', mix);
}

/** Call it from a press of a button: browsers start sound only then. */
export function mixToBothEars(audio: HTMLAudioElement): void {
  if (mixed.has(audio)) return;
  mixed.add(audio);
  try {
    const context = new AudioContext({ latencyHint: 'interactive' });
    const source = new MediaElementAudioSourceNode(context, { mediaElement: audio });
    const mono = new GainNode(context, { gain: LOUDER, channelCount: 1, channelCountMode: 'explicit' });
    source.connect(mono).connect(context.destination);
    void context.resume();
    audio.addEventListener('emptied', () => void context.close(), { once: true });
  } catch {
    // Then each voice stays on its side.
  }
}
