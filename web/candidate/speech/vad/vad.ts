/**
 * Hears the candidate's voice on this device. Starts a Worker that runs the model over the captured blocks; where that
 * is too slow or does not load, loudness alone decides (speech-rules.ts).
 */
import { weights, worker as workerAddress } from 'virtual:voice-files';
import { ownScript } from '../../../shared/own-script.ts';
import { afterGap, hear, type SpeechEvent, type SpeechState, silent, type Voice } from '../speech-rules.ts';
import type { CapturedBlock, FromWorker, ToWorker } from './vad-worker.ts';
import { watchdog } from './watchdog-rules.ts';

export type { CapturedBlock };

export interface VoiceHearing {
  /** Post a {@link CapturedBlock} here for every 512 samples at 16 kHz; it can be handed to an AudioWorklet. */
  blocks: MessagePort;
  /** After another microphone, an unmute, a pause: what was heard before says nothing any more. */
  reset(): void;
  close(): void;
}

interface Options {
  /** The person's level in dBFS from the device check (level-rules.ts), or null to learn it. */
  calibrated: number | null;
  /** Every 32 ms. */
  onBlock: (heard: { voice: Voice; level: number; endMs: number }) => void;
  onSpeech: (event: SpeechEvent) => void;
  /**
   * Which detector decides: 'energy' until the model is there or when this device is too slow for it; turns end later
   * with it. 'none' when there will be no blocks, and the candidate must say by a button that they are done.
   */
  onDetector?: (detector: 'model' | 'energy' | 'none') => void;
}

export function startVoiceHearing({ calibrated, onBlock, onSpeech, onDetector }: Options): VoiceHearing {
  const worker = new Worker(ownScript(workerAddress), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  const tell = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const slow = watchdog();
  let state: SpeechState = silent(calibrated);

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    switch (data.kind) {
      case 'ready':
        return onDetector?.('model');
      case 'failed':
        return onDetector?.('energy');
      case 'block': {
        if (data.p !== null && slow(data.tookMs)) {
          tell({ kind: 'levels-only' });
          onDetector?.('energy');
        }
        const heard = hear(state, data);
        state = heard.state;
        if (heard.event !== null) onSpeech(heard.event);
        onBlock({ voice: heard.voice, level: data.level, endMs: data.endMs });
      }
    }
  };
  worker.onerror = () => onDetector?.('none');
  tell({ kind: 'start', weights, blocks: port2 }, [port2]);
  onDetector?.('energy');

  return {
    blocks: port1,
    reset() {
      state = afterGap(state);
      tell({ kind: 'reset' });
    },
    close() {
      worker.terminate();
      port1.close();
    },
  };
}
