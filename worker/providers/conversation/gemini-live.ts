/**
 * Gemini Live as the conversation port, in raw frames: the SDK drops `historyConfig` and can only put the key into the
 * address, where logs keep it. Who speaks when is decided on the candidate's device, so the provider's own detection is
 * off and it is told where each activity begins and ends.
 */
import { ProviderFault } from '../../provider-faults.ts';
import type { GeminiSettings } from '../../provider-settings.ts';
import { geminiFault } from '../gemini-fault-rules.ts';
import { historyFrame, liveAddress, setupFrame } from './gemini-live-rules.ts';
import { openLiveSocket } from './gemini-live-socket.ts';
import { liveTurns } from './gemini-live-turns.ts';
import type { Live } from './live.ts';

/**
 * From the first byte to `setupComplete`, in two halves. A session opens while the question is still being read out,
 * and another maker must be at work within 10 s.
 */
const OPENS_MS = { handshake: 3000, setup: 3000 };

export function geminiLive(settings: GeminiSettings): Live {
  return {
    maker: 'gemini',
    model: settings.liveModel,
    async open(brief, events) {
      const socket = await upgraded(settings, brief.signal);
      return await openLiveSocket(socket, {
        setup: setupFrame(settings, brief),
        history: historyFrame(brief),
        setupMs: OPENS_MS.setup,
        turns: (send) => liveTurns(settings.liveModel, events, send),
        closed: events.closed,
        signal: brief.signal,
      });
    },
  };
}

/** The socket, not yet accepted. */
async function upgraded(settings: GeminiSettings, signal: AbortSignal): Promise<WebSocket> {
  // Of its own, and at rest once there is a socket: a signal that ends later would tear the open socket down.
  const line = new AbortController();
  const stop = () => line.abort();
  const timer = setTimeout(stop, OPENS_MS.handshake);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    const headers = { Upgrade: 'websocket', 'x-goog-api-key': settings.key };
    const answer = await fetch(liveAddress(settings), { headers, signal: line.signal });
    if (answer.webSocket) return answer.webSocket;
    throw geminiFault(answer.status, await answer.text());
  } catch (thrown) {
    if (thrown instanceof ProviderFault) throw thrown;
    if (signal.aborted) throw new ProviderFault('gemini', 'closed');
    throw new ProviderFault('gemini', line.signal.aborted ? 'timeout' : 'unavailable');
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
