/** Runs in Chromium: puts the product's own code for calls where a test can press it. */
import { Room, Track } from 'livekit-client';
import { type CallRoom, enterCall } from '../../web/candidate/room/call/call-room.ts';
import { type Listening, listen } from '../../web/recruiter/live/listen.ts';
import type { CallPage } from './call-pages.ts';

let call: CallRoom | null = null;
let listening: Listening | null = null;
let listeners = 0;
let meter: { element: HTMLMediaElement; analyser: AnalyserNode } | null = null;

async function microphone(): Promise<MediaStream> {
  return await navigator.mediaDevices.getUserMedia({ audio: true });
}

const page: CallPage = {
  async enter(pass) {
    call = await enterCall(pass, { onListeners: (count) => (listeners = count), onGone: () => {} });
    await call.publish(await microphone());
  },
  listeners: () => listeners,
  async listen(pass) {
    listening = await listen(pass, () => {});
  },
  async stop() {
    await call?.leave();
    await listening?.stop();
  },
  heard() {
    const element = document.querySelector('audio');
    if (element === null || !(element.srcObject instanceof MediaStream)) return 0;
    if (meter?.element !== element) {
      const context = new AudioContext();
      const analyser = new AnalyserNode(context);
      new MediaStreamAudioSourceNode(context, { mediaStream: element.srcObject }).connect(analyser);
      meter = { element, analyser };
    }
    const wave = new Float32Array(meter.analyser.fftSize);
    meter.analyser.getFloatTimeDomainData(wave);
    return Math.max(...wave.map(Math.abs));
  },
  async trespass(pass) {
    const room = new Room();
    await room.connect(pass.url, pass.token);
    const worked: string[] = [];
    const tries = async (name: string, act: () => Promise<unknown>) => {
      await act().then(
        () => worked.push(name),
        () => {},
      );
    };
    const [track] = (await microphone()).getAudioTracks();
    const canvas = document.createElement('canvas');
    canvas.getContext('2d')?.fillRect(0, 0, 10, 10);
    const [camera] = canvas.captureStream(5).getVideoTracks();
    if (track !== undefined) {
      await tries('microphone', () => room.localParticipant.publishTrack(track, { source: Track.Source.Microphone }));
    }
    if (camera !== undefined) {
      await tries('camera', () => room.localParticipant.publishTrack(camera, { source: Track.Source.Camera }));
    }
    // What may not be sent is dropped by the server without a word: its own word on it counts.
    if (room.localParticipant.permissions?.canPublishData !== false) worked.push('data');
    await tries('name', () => room.localParticipant.setName('Somebody'));
    await room.disconnect();
    return worked;
  },
};

Object.assign(globalThis, { page });
