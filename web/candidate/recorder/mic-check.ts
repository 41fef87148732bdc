/** The device check's ear: how loud the microphone is, and whether somebody spoke. Nothing is recorded. */
import { keepMicrophone } from '../kept-microphone.ts';
import { calibrated } from '../speech/vad/level-rules.ts';
import { runs } from './audio-clock.ts';
import { watchLevels } from './levels.ts';
import { closeMicrophone, type MicrophoneFault, openMicrophone } from './microphone.ts';
import { voiceListener } from './voice-listener-rules.ts';

export interface MicCheck {
  stream: MediaStream;
  /** Names are known once the microphone has been allowed. */
  devices: { id: string; name: string; inUse: boolean }[];
  close(): Promise<void>;
}

interface Hear {
  /** 20 times a second, from 0 to 1. */
  onLevel: (level: number) => void;
  /** Once, when somebody has spoken. */
  onHeard: () => void;
  /** The microphone was unplugged or taken back. */
  onLost: () => void;
}

/** Ten seconds tell how loud somebody speaks. */
const KEPT_LEVELS = 200;

export async function startMicCheck(
  hear: Hear,
  deviceId?: string,
): Promise<{ ok: true; check: MicCheck } | { ok: false; fault: MicrophoneFault }> {
  const opened = await openMicrophone(deviceId);
  if (!opened.ok) return opened;
  const { stream } = opened;
  const context = new AudioContext();
  if (!(await runs(context))) {
    closeMicrophone(stream);
    void context.close();
    return { ok: false, fault: 'no-output' };
  }
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
  const listener = voiceListener();
  let peaks: number[] = [];
  let heard = false;
  const unwatch = await watchLevels(source, (lanes) => {
    const level = Math.max(...lanes);
    hear.onLevel(level);
    peaks = [...peaks.slice(1 - KEPT_LEVELS), level];
    if (heard || !listener(level)) return;
    heard = true;
    hear.onHeard();
  });
  const [track] = stream.getAudioTracks();
  track?.addEventListener('ended', hear.onLost);
  const close = async () => {
    track?.removeEventListener('ended', hear.onLost);
    unwatch();
    if (heard) keepMicrophone({ id: track?.getSettings().deviceId, level: calibrated(peaks) });
    closeMicrophone(stream);
    await context.close();
  };
  return { ok: true, check: { stream, devices: await devices(track?.getSettings().deviceId), close } };
}

async function devices(inUse: string | undefined): Promise<MicCheck['devices']> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all
    .filter(({ kind }) => kind === 'audioinput')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label, inUse: deviceId === inUse }));
}
