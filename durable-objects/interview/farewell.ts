/** What the object still answers when all else in it is gone: that it is over. */
import { type Frame, readFrame } from './frames.ts';
import { PROTOCOL_VERSION, type ServerMessage } from './protocol.ts';
import type { Room } from './room.ts';
import type { Over } from './store.ts';

export function farewell(room: Room, over: Over | undefined, socket: WebSocket, data: string | ArrayBuffer): void {
  room.send(socket, answer(over, readFrame(data)));
}

function answer(over: Over | undefined, frame: Frame): ServerMessage {
  if (!frame.ok) return { type: 'refused', seq: frame.seq, code: frame.code };
  if (frame.message?.type === 'do') return { type: 'refused', seq: frame.message.seq, code: 'over' };
  return lastWord(over);
}

/** The answer to `hello` of an object that is over, or that nobody ever opened. */
export function lastWord(over: Over | undefined): ServerMessage {
  if (over === undefined) return { type: 'refused', seq: null, code: 'over' };
  return {
    type: 'welcome',
    version: PROTOCOL_VERSION,
    sessionMs: 0,
    epoch: 0,
    pen: false,
    acked: 0,
    event: over.event,
    view: over.view,
    turns: null,
    draft: { text: '', segments: [] },
    soundTaken: 0,
  };
}
