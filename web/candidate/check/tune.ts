/** Three soft notes, made here: nothing to load, nothing to fail. */
import { routeSound } from '../kept-speaker.ts';
import { runs } from '../recorder/audio-clock.ts';

const NOTES_HZ = [392, 494, 587];
const NOTE_S = 0.28;

/** False when this device has nothing to play it on. */
export async function playTune(): Promise<boolean> {
  const context = new AudioContext();
  await routeSound(context);
  if (!(await runs(context))) {
    void context.close();
    return false;
  }
  for (const [i, frequency] of NOTES_HZ.entries()) {
    const at = context.currentTime + i * NOTE_S;
    const tone = new OscillatorNode(context, { frequency, type: 'sine' });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.2, at + 0.03);
    volume.gain.linearRampToValueAtTime(0, at + NOTE_S);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + NOTE_S);
  }
  setTimeout(() => void context.close(), NOTES_HZ.length * NOTE_S * 1000 + 200);
  return true;
}
