/** Listening in: the candidate's sound out of the media room, and nothing into it. The client is loaded only now. */
import type { RemoteTrack } from 'livekit-client';

export interface Listening {
  stop(): Promise<void>;
}

/** @throws Error when the room cannot be reached */
export async function listen(pass: { url: string; token: string }, onEnd: () => void): Promise<Listening> {
  const { Room, RoomEvent, Track } = await import('livekit-client');
  const room = new Room();
  const drop = (track: RemoteTrack) => {
    for (const element of track.detach()) element.remove();
  };
  room.on(RoomEvent.TrackSubscribed, (track) => {
    if (track.kind === Track.Kind.Audio) document.body.appendChild(track.attach());
  });
  room.on(RoomEvent.TrackUnsubscribed, drop);
  room.on(RoomEvent.Disconnected, onEnd);
  await room.connect(pass.url, pass.token);
  return {
    async stop() {
      room.off(RoomEvent.Disconnected, onEnd);
      await room.disconnect();
    },
  };
}
