/**
 * The life of one Live socket: setup first, nothing else before `setupComplete`, then frames both ways until one side
 * closes. Nothing is awaited between a frame's arrival and what it brings, so that frames keep their order.
 */
import { ProviderFault } from '../../provider-faults.ts';
import { geminiCloseFault } from '../gemini-fault-rules.ts';
import { readFrame } from './gemini-live-rules.ts';
import type { LiveTurns } from './gemini-live-turns.ts';
import type { LiveSession } from './live.ts';

export interface LiveOpening {
  setup: object;
  history: object | null;
  setupMs: number;
  turns(send: (frame: object) => void): LiveTurns;
  closed(fault: ProviderFault | null): void;
  /** Ends the opening; an open session is closed by whoever has it. */
  signal: AbortSignal;
}

/** A session whose setup the provider has confirmed. @throws ProviderFault */
export function openLiveSocket(socket: WebSocket, opening: LiveOpening): Promise<LiveSession> {
  const ready = Promise.withResolvers<LiveSession>();
  let state: 'opening' | 'open' | 'over' = 'opening';

  const send = (frame: object) => {
    // Between the other side's end and the event of it, a socket throws on what it is given.
    if (state !== 'over' && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };
  const turns = opening.turns(send);

  const end = (fault: ProviderFault | null) => {
    if (state === 'over') return;
    const before = state;
    state = 'over';
    clearTimeout(timer);
    opening.signal.removeEventListener('abort', tooLate);
    socket.close(1000);
    if (before === 'opening') ready.reject(fault);
    else opening.closed(fault);
  };
  const tooLate = () => end(new ProviderFault('gemini', 'timeout'));
  const timer = setTimeout(tooLate, opening.setupMs);

  const begins = () => {
    clearTimeout(timer);
    opening.signal.removeEventListener('abort', tooLate);
    state = 'open';
    if (opening.history !== null) send(opening.history);
    ready.resolve({ begin: turns.begin, hear: turns.hear, end: turns.end, close: () => end(null) });
  };

  socket.binaryType = 'arraybuffer';
  socket.addEventListener('message', ({ data }) => {
    if (state === 'over') return;
    const frame = readFrame(textOf(data));
    if (frame === null) return end(new ProviderFault('gemini', 'malformed'));
    try {
      if (frame.setupComplete && state === 'opening') begins();
      turns.frame(frame);
    } catch (thrown) {
      if (!(thrown instanceof ProviderFault)) throw thrown;
      end(thrown);
    }
  });
  socket.addEventListener('close', ({ code, reason }) => end(geminiCloseFault(code, reason)));
  socket.addEventListener('error', () => end(new ProviderFault('gemini', 'closed')));
  opening.signal.addEventListener('abort', tooLate);
  socket.accept();
  if (opening.signal.aborted) tooLate();
  send(opening.setup);
  return ready.promise;
}

/** Their frames are JSON in binary. */
function textOf(data: unknown): string {
  if (typeof data === 'string') return data;
  return data instanceof ArrayBuffer ? new TextDecoder().decode(data) : '';
}
