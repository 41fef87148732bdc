/** What a webhook of LiveKit says, in the port's words. Names and metadata of people in it are not read. */
import type { WebhookEvent } from 'livekit-server-sdk';
import type { CallEvent } from './calls.ts';

/** Of the protocol's numbers, those that are asked for here. */
const AUDIO = 0;
const MICROPHONE = 2;
const COMPLETE = 3;

/** Null for what is no event: without an id it could not be told from its repetition. */
export function eventOf(event: WebhookEvent): CallEvent | null {
  const { id, participant, track, egressInfo } = event;
  const room = event.room?.name ?? egressInfo?.roomName ?? '';
  if (id === '') return null;
  switch (event.event) {
    case 'participant_joined':
      return { kind: 'joined', id, room, identity: participant?.identity ?? '' };
    case 'participant_left':
    case 'participant_connection_aborted':
      return { kind: 'left', id, room, identity: participant?.identity ?? '' };
    case 'track_published':
      if (track === undefined || track.type !== AUDIO || track.source !== MICROPHONE) break;
      return { kind: 'track', id, room, identity: participant?.identity ?? '', track: track.sid };
    case 'egress_ended': {
      if (egressInfo === undefined) break;
      const kind = egressInfo.request.case === 'track' ? 'copy-ended' : 'recording-ended';
      return { kind, id, room, egress: egressInfo.egressId, ok: egressInfo.status === COMPLETE };
    }
  }
  return { kind: 'other', id, room };
}
