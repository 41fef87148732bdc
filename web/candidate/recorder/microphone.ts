/** The candidate's microphone: opening it, and why that can fail. */

export type MicrophoneFault = 'blocked' | 'none' | 'busy' | 'unsupported' | 'no-output';

export type Microphone = { ok: true; stream: MediaStream } | { ok: false; fault: MicrophoneFault };

/** Asks for the microphone, where the browser does that, and opens it. */
export async function openMicrophone(deviceId?: string): Promise<Microphone> {
  if (navigator.mediaDevices === undefined) return { ok: false, fault: 'unsupported' };
  const audio: MediaTrackConstraints = {
    channelCount: 1,
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    ...(deviceId === undefined ? {} : { deviceId: { exact: deviceId } }),
  };
  try {
    return { ok: true, stream: await navigator.mediaDevices.getUserMedia({ audio }) };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

export function closeMicrophone(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function faultOf(error: unknown): MicrophoneFault {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'blocked';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    default:
      return 'busy';
  }
}
