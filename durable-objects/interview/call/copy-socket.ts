/** The socket of a track's copy: sound in binary frames, and in text whether the track is silent. */
import * as v from 'valibot';
import { LIMITS } from '../../../worker/limits.ts';
import { copyClock, type PlacedSound } from './copy-clock-rules.ts';
import { downsampler, FILTER_DELAY_MS } from './egress-sound-rules.ts';

export interface CopyEvents {
  /** The session's clock. */
  nowMs(): number;
  onSound(pcm16k: Int16Array, atMs: number): void;
  onEnd(): void;
}

const mutedSchema = v.object({ muted: v.boolean() });

/**
 * Takes the socket and listens. It does not hibernate: sound comes fifty times a second, and the filter's past is in
 * memory. An object that is evicted loses it, and the maker tells that the copy ended.
 */
export function hearCopy(socket: WebSocket, events: CopyEvents): void {
  const sound = downsampler();
  const clock = copyClock(FILTER_DELAY_MS);
  const give = (placed: PlacedSound[]) => {
    // What was said before the session's clock began is nobody's answer.
    for (const { pcm, atMs } of placed) if (pcm.length > 0 && atMs >= 0) events.onSound(pcm, atMs);
  };
  // Frames must be read in the order in which they came, which a Blob's own reading does not keep.
  socket.binaryType = 'arraybuffer';
  socket.accept();
  socket.addEventListener('message', ({ data }) => {
    if (data instanceof ArrayBuffer) {
      if (data.byteLength > LIMITS.call.copyFrameBytes) return socket.close(1009, 'too large');
      give(clock.take(sound.take(new Uint8Array(data)), events.nowMs()));
    } else if (typeof data === 'string' && isMuted(data)) give(clock.muted());
  });
  const end = () => {
    give(clock.muted());
    events.onEnd();
  };
  socket.addEventListener('close', ({ code, reason }) => {
    socket.close(code === 1005 || code === 1006 ? 1000 : code, reason);
    end();
  });
  socket.addEventListener('error', end);
}

function isMuted(text: string): boolean {
  try {
    return v.safeParse(mutedSchema, JSON.parse(text)).success;
  } catch {
    return false;
  }
}
