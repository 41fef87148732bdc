/** The candidate's place in the media room: their microphone goes out, nothing comes in but who else is there. */
import type { LocalTrackPublication, Room } from 'livekit-client';

export interface CallRoom {
  /** This microphone is heard from now on; null: none. */
  publish(microphone: MediaStream | null): Promise<void>;
  /** How the line to the media server is, as far as it has told. */
  line(): Promise<{ roundTripMs: number | null; lossPercent: number | null }>;
  leave(): Promise<void>;
}

export interface CallRoomEvents {
  /** How many listen now. */
  onListeners(count: number): void;
  onGone(): void;
}

/** Listeners carry this in their pass; LiveKit's own recorders do not. */
const LISTENER = /^listener-/;

/** The client is loaded only now. @throws Error when the room cannot be reached */
export async function enterCall(pass: { url: string; token: string }, events: CallRoomEvents): Promise<CallRoom> {
  const { Room: MediaRoom, RoomEvent, Track } = await import('livekit-client');
  const room = new MediaRoom({ stopLocalTrackOnUnpublish: false, adaptiveStream: false, dynacast: false });
  const count = () => events.onListeners(listenersIn(room));
  room.on(RoomEvent.ParticipantConnected, count).on(RoomEvent.ParticipantDisconnected, count);
  room.on(RoomEvent.Reconnected, count).on(RoomEvent.Disconnected, () => events.onGone());
  await room.connect(pass.url, pass.token, { autoSubscribe: false });
  count();
  let published: LocalTrackPublication | null = null;
  let copy: MediaStreamTrack | null = null;

  async function withdraw(): Promise<void> {
    if (copy !== null) await room.localParticipant.unpublishTrack(copy, false).catch(() => {});
    copy?.stop();
    [copy, published] = [null, null];
  }

  return {
    async publish(microphone) {
      await withdraw();
      const [track] = microphone?.getAudioTracks() ?? [];
      if (track === undefined) return;
      // One of its own, so that nothing the client does to it touches what is recorded.
      copy = track.clone();
      const options = { source: Track.Source.Microphone, dtx: true, red: true, stopMicTrackOnMute: false };
      published = await room.localParticipant.publishTrack(copy, options);
    },
    async line() {
      const stats = await published?.track?.getRTCStatsReport();
      return lineIn(stats);
    },
    async leave() {
      room.removeAllListeners();
      await withdraw();
      await room.disconnect(false);
    },
  };
}

function listenersIn(room: Room): number {
  return [...room.remoteParticipants.values()].filter(({ identity }) => LISTENER.test(identity)).length;
}

/** What the other end reports of the sound that it gets. */
function lineIn(stats: RTCStatsReport | undefined): { roundTripMs: number | null; lossPercent: number | null } {
  for (const [, one] of stats ?? []) {
    if (one.type !== 'remote-inbound-rtp') continue;
    const { roundTripTime, fractionLost } = one;
    return {
      roundTripMs: typeof roundTripTime === 'number' ? roundTripTime * 1000 : null,
      lossPercent: typeof fractionLost === 'number' ? fractionLost * 100 : null,
    };
  }
  return { roundTripMs: null, lossPercent: null };
}
