/** The room's one way to the loudspeaker and from the microphone: everything in it runs by the same clock. */

import { routeSound } from '../kept-speaker.ts';

export interface SoundSystem {
  context: AudioContext;
  /** The interviewer's voice goes in here: it is played, and it is the recording's second lane. */
  voice: AudioNode;
  /** It is not closed before this is done: a recording has its last second to hand over. */
  neededFor(work: Promise<unknown>): void;
  close(): void;
}

/** A phone call, another output, a browser that waits for a press: any of these can bring it to a stop. */
export function openSoundSystem(onRunning: (running: boolean) => void): SoundSystem {
  const context = new AudioContext({ latencyHint: 'interactive' });
  void routeSound(context);
  const voice = new GainNode(context);
  voice.connect(context.destination);
  const needed = new Set<Promise<unknown>>();
  const wake = () => {
    if (context.state !== 'running' && context.state !== 'closed') void context.resume().catch(() => {});
  };
  const changed = () => {
    if (context.state !== 'closed') onRunning(context.state === 'running');
    wake();
  };
  const pressed = ['pointerdown', 'keydown'] as const;
  context.addEventListener('statechange', changed);
  for (const event of pressed) addEventListener(event, wake);
  document.addEventListener('visibilitychange', wake);
  navigator.mediaDevices?.addEventListener('devicechange', wake);
  wake();
  return {
    context,
    voice,
    neededFor(work) {
      needed.add(work);
      void work.catch(() => {}).then(() => needed.delete(work));
    },
    close() {
      context.removeEventListener('statechange', changed);
      for (const event of pressed) removeEventListener(event, wake);
      document.removeEventListener('visibilitychange', wake);
      navigator.mediaDevices?.removeEventListener('devicechange', wake);
      // Whoever is closed in the same moment may still say what it needs.
      void Promise.resolve()
        .then(() => Promise.allSettled(needed))
        .then(() => context.close());
    },
  };
}
