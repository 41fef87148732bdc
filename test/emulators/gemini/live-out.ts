/** The emulator's side of a Live socket: frames out, in binary; the end of the line; what is over stays over. */
import type { WebSocket } from 'ws';
import type { Ending } from './live-faults.ts';
import { serverFrame } from './live-frames.ts';

export interface Out {
  send(frame: object): void;
  /** Every frame from now on goes out twice. */
  twice(): void;
  /** Nothing goes out any more, and nothing that comes in matters. */
  mute(): void;
  close(code: number, reason: string): void;
  end(ending: Ending): void;
  over(): boolean;
}

/** The service cuts its reasons here. */
const REASON_BYTES = 123;

export function outOf(socket: WebSocket): Out {
  let over = false;
  let times = 1;
  socket.on('close', () => {
    over = true;
  });
  const out: Out = {
    send(frame) {
      for (let time = 0; time < times && !over; time += 1) socket.send(serverFrame(frame), { binary: true });
    },
    twice() {
      times = 2;
    },
    mute() {
      over = true;
    },
    close(code, reason) {
      if (over) return;
      over = true;
      socket.close(code, Buffer.from(reason).subarray(0, REASON_BYTES));
    },
    end(ending) {
      switch (ending.kind) {
        case 'close':
          return out.close(ending.code, ending.reason);
        case 'raw':
          if (!over) socket.send(Buffer.from(ending.text), { binary: true });
          return out.mute();
        case 'break':
          over = true;
          return socket.terminate();
        case 'silence':
          return out.mute();
      }
    },
    over: () => over,
  };
  return out;
}
