/** The candidate's microphone as what the talk needs of it: who speaks when, and the sound itself. */
import { keptMicrophone } from '../../kept-microphone.ts';
import type { SpeechEvent, Voice } from '../../speech/speech-rules.ts';
import { startVoiceHearing } from '../../speech/vad/vad.ts';
import { tapMicrophone } from './microphone-tap.ts';

export type Detector = 'model' | 'energy' | 'none';

export interface CandidateVoice {
  /** Another microphone, or none. */
  use(microphone: MediaStream | null): void;
  close(): void;
}

interface Deps {
  context: AudioContext;
  /** Times are on the page's clock. */
  onSound: (samples: Float32Array<ArrayBuffer>, endMs: number) => void;
  onBlock: (heard: { voice: Voice; level: number; endMs: number }) => void;
  onSpeech: (event: SpeechEvent) => void;
  onDetector: (detector: Detector) => void;
}

export function createCandidateVoice({ context, onSound, onBlock, onSpeech, onDetector }: Deps): CandidateVoice {
  const hearing = startVoiceHearing({ calibrated: keptMicrophone().level, onBlock, onSpeech, onDetector });
  let untap: Promise<() => void> | null = null;

  function end(): void {
    void untap?.then((stop) => stop());
    untap = null;
  }

  return {
    use(microphone) {
      end();
      hearing.reset();
      if (microphone === null) return;
      untap = tapMicrophone(context, microphone, {
        onSound,
        onBlock: (samples, endMs) => hearing.blocks.postMessage({ samples, endMs }, [samples.buffer]),
      });
    },
    close() {
      end();
      hearing.close();
    },
  };
}
