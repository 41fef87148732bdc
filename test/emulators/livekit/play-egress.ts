/** Plays a track egress: dials the socket as LiveKit's egress does, sends at the pace of speech, closes at the end. */
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { EGRESS_FRAME_MS, egressFrames } from './egress-frames.ts';

/** Sound that waits while the line is opened comes in one go; after that it comes as it is spoken. */
const BUFFERED_FRAMES = 12;

export async function playEgress(url: string, mono: Int16Array): Promise<void> {
  const socket = new WebSocket(url, { headers: { 'content-type': 'audio/x-raw' } });
  await new Promise((done, fail) => {
    socket.once('open', done);
    socket.once('error', fail);
  });
  const began = performance.now();
  for (const [at, frame] of egressFrames(mono).entries()) {
    const dueMs = began + Math.max(0, at - BUFFERED_FRAMES) * EGRESS_FRAME_MS - performance.now();
    if (dueMs > 1) await wait(dueMs);
    if (socket.readyState !== WebSocket.OPEN) break;
    socket.send(frame);
  }
  socket.close(1000);
}
