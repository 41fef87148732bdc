/**
 * Gemini Live as the conversation port, in raw frames: the SDK drops `historyConfig` and can only put the key into the
 * address, where logs keep it. Who speaks when is decided on the candidate's device, so the provider's own detection is
 * off and it is told where each activity begins and ends.
 */
import { type FaultKind, ProviderFault } from '../../provider-faults.ts';
import type { GeminiSettings } from '../../provider-settings.ts';
import { geminiFault } from '../gemini-fault-rules.ts';
import { historyFrame, liveAddress, setupFrame } from './gemini-live-rules.ts';
import { openLiveSocket } from './gemini-live-socket.ts';
import { liveTurns } from './gemini-live-turns.ts';
import type { Live, LiveBrief, LiveEvents, LiveSession } from './live.ts';

/**
 * From the first byte to `setupComplete`, in two halves. A session opens while the question is still being read out,
 * and another maker must be at work within 10 s.
 */
const OPENS: LivePatience = { handshakeMs: 2500, setupMs: 2500 };

export interface LivePatience {
  handshakeMs: number;
  setupMs: number;
}

export function geminiLive(settings: GeminiSettings, patience: LivePatience = OPENS): Live {
  return {
    maker: 'gemini',
    model: settings.liveModel,
    async open(brief, events) {
      try {
        return await opened(settings, patience, brief, events);
      } catch (thrown) {
        // Handles are known to be refused before their time; what was said until now is in the brief as well.
        if (brief.handle === null || !(thrown instanceof ProviderFault) || !REFUSALS.has(thrown.kind)) throw thrown;
        return await opened(settings, patience, { ...brief, handle: null }, events);
      }
    },
  };
}

const REFUSALS = new Set<FaultKind>(['bad-request', 'refused', 'closed']);

async function opened(
  settings: GeminiSettings,
  patience: LivePatience,
  brief: LiveBrief,
  events: LiveEvents,
): Promise<LiveSession> {
  const socket = await upgraded(settings, patience.handshakeMs, brief.signal);
  return await openLiveSocket(socket, {
    setup: setupFrame(settings, brief),
    history: historyFrame(brief),
    setupMs: patience.setupMs,
    turns: (send) => liveTurns(settings.liveModel, events, send),
    closed: events.closed,
    signal: brief.signal,
  });
}

/** The socket, not yet accepted. */
async function upgraded(settings: GeminiSettings, withinMs: number, signal: AbortSignal): Promise<WebSocket> {
  // Of its own, and at rest once there is a socket: a signal that ends later would tear the open socket down.
  const line = new AbortController();
  const stop = () => line.abort();
  const timer = setTimeout(stop, withinMs);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    const headers = { Upgrade: 'websocket', 'x-goog-api-key': settings.key };
    const answer = await fetch(liveAddress(settings), { headers, signal: line.signal });
    if (answer.webSocket) return answer.webSocket;
    throw geminiFault(answer.status, await answer.text());
  } catch (thrown) {
    if (thrown instanceof ProviderFault) throw thrown;
    throw new ProviderFault('gemini', line.signal.aborted ? 'timeout' : 'unavailable');
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
