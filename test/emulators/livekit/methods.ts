/**
 * The methods of LiveKit's API that are spoken here: the message that each takes, read without mercy for a field that
 * the protocol does not have, the grant that it needs, and what it answers.
 */
import {
  CreateRoomRequest,
  DeleteRoomRequest,
  DeleteRoomResponse,
  type EncodedFileOutput,
  ListEgressRequest,
  ListEgressResponse,
  ListRoomsRequest,
  ListRoomsResponse,
  RemoveParticipantResponse,
  RoomCompositeEgressRequest,
  RoomParticipantIdentity,
  StopEgressRequest,
  TrackEgressRequest,
} from '@livekit/protocol';
import { Refused } from '../door.ts';
import { beginEgress, endEgress, type House, openRoom, running } from './house.ts';
import { type TwirpCode, twirpError } from './twirp.ts';

export type Grant = 'roomCreate' | 'roomList' | 'roomRecord' | 'roomAdmin';

interface Spoken {
  /** Both ways as the protocol's JSON. */
  toJson(): unknown;
}

export interface Method {
  service: 'RoomService' | 'Egress';
  name: string;
  needs: Grant;
  /** @throws Error for a field that is not there or not of its kind */
  read(json: string): Spoken;
  /** The room that the token must name, where the grant is for one room. */
  room(json: string): string | null;
  /** What the request, as `read` gave it, does in this project. @throws Refused */
  act(house: House, json: string): Spoken;
}

interface MessageType<T extends Spoken> {
  fromJsonString(json: string, options: { ignoreUnknownFields: boolean }): T;
}

function method<T extends Spoken>(
  [service, name, needs]: [Method['service'], string, Grant],
  type: MessageType<T>,
  act: (house: House, asked: T) => Spoken,
  room: (asked: T) => string | null = () => null,
): Method {
  const read = (json: string) => type.fromJsonString(json, { ignoreUnknownFields: false });
  return { service, name, needs, read, act: (house, json) => act(house, read(json)), room: (json) => room(read(json)) };
}

export const METHODS: readonly Method[] = [
  method(['RoomService', 'CreateRoom', 'roomCreate'], CreateRoomRequest, (house, asked) => {
    if (asked.name === '') refuse('invalid_argument', 'no room name');
    return openRoom(house, asked);
  }),
  method(['RoomService', 'DeleteRoom', 'roomCreate'], DeleteRoomRequest, (house, { room }) => {
    if (!house.rooms.delete(room)) refuse('not_found', 'requested room does not exist');
    for (const info of house.egresses.values()) if (info.roomName === room && running(info)) endEgress(info);
    return new DeleteRoomResponse();
  }),
  method(['RoomService', 'ListRooms', 'roomList'], ListRoomsRequest, (house, { names }) => {
    const rooms = [...house.rooms.values()].filter(({ name }) => names.length === 0 || names.includes(name));
    return new ListRoomsResponse({ rooms });
  }),
  method(
    ['RoomService', 'RemoveParticipant', 'roomAdmin'],
    RoomParticipantIdentity,
    (house, { room, identity }) => {
      if (identity === '') refuse('invalid_argument', 'identity cannot be empty');
      if (!house.rooms.has(room)) refuse('not_found', 'participant does not exist');
      return new RemoveParticipantResponse();
    },
    ({ room }) => room,
  ),
  method(['Egress', 'StartTrackEgress', 'roomRecord'], TrackEgressRequest, (house, asked) => {
    const { output, trackId, roomName } = asked;
    if (!/^TR_/.test(trackId)) refuse('invalid_argument', 'missing or invalid field: track_id');
    if (output.case !== 'websocketUrl' || !/^wss?:\/\//.test(output.value)) {
      refuse('invalid_argument', 'missing or invalid field: output');
    }
    roomIsThere(house, roomName);
    return beginEgress(house, roomName, { case: 'track', value: asked });
  }),
  method(['Egress', 'StartRoomCompositeEgress', 'roomRecord'], RoomCompositeEgressRequest, (house, asked) => {
    const [file] = asked.fileOutputs;
    if (file === undefined || asked.fileOutputs.length > 1) refuse('invalid_argument', 'request has no output');
    else bucketIsNamed(file);
    roomIsThere(house, asked.roomName);
    return beginEgress(house, asked.roomName, { case: 'roomComposite', value: asked });
  }),
  method(['Egress', 'ListEgress', 'roomRecord'], ListEgressRequest, (house, { roomName, egressId, active }) => {
    const items = [...house.egresses.values()]
      .filter((info) => roomName === '' || info.roomName === roomName)
      .filter((info) => egressId === '' || info.egressId === egressId)
      .filter((info) => !active || running(info));
    return new ListEgressResponse({ items });
  }),
  method(['Egress', 'StopEgress', 'roomRecord'], StopEgressRequest, (house, { egressId }) => {
    const info = house.egresses.get(egressId);
    if (info === undefined) return refuse('not_found', 'egress does not exist');
    if (!running(info)) return refuse('failed_precondition', 'egress has already ended');
    return endEgress(info);
  }),
];

function roomIsThere(house: House, name: string): void {
  if (!house.rooms.has(name)) refuse('not_found', 'requested room does not exist');
}

function bucketIsNamed({ filepath, output }: EncodedFileOutput): void {
  const whole =
    output.case === 's3' && output.value.bucket !== '' && output.value.accessKey !== '' && output.value.secret !== '';
  if (!whole || filepath === '') refuse('invalid_argument', 'missing or invalid field: output');
}

function refuse(code: TwirpCode, msg: string): never {
  throw new Refused(twirpError(code, msg));
}
