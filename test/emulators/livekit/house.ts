/** The rooms and egresses of one LiveKit project, by API key: what was opened, what runs, what has ended. */
import { EgressInfo, EgressStatus, Room } from '@livekit/protocol';

export interface House {
  rooms: Map<string, Room>;
  egresses: Map<string, EgressInfo>;
}

const houses = new Map<string, House>();

export function houseOf(key: string): House {
  const known = houses.get(key) ?? { rooms: new Map(), egresses: new Map() };
  houses.set(key, known);
  return known;
}

export function openRoom(house: House, told: { name: string; emptyTimeout: number; maxParticipants: number }): Room {
  const room = house.rooms.get(told.name) ?? new Room({ sid: sid('RM'), creationTime: seconds(), ...told });
  house.rooms.set(told.name, room);
  return room;
}

export function beginEgress(house: House, roomName: string, request: EgressInfo['request']): EgressInfo {
  const info = new EgressInfo({
    egressId: sid('EG'),
    roomName,
    roomId: house.rooms.get(roomName)?.sid ?? '',
    status: EgressStatus.EGRESS_STARTING,
    startedAt: seconds() * 1_000_000_000n,
    request,
  });
  house.egresses.set(info.egressId, info);
  return info;
}

export function endEgress(info: EgressInfo): EgressInfo {
  info.status = EgressStatus.EGRESS_ENDING;
  return info;
}

export function running(info: EgressInfo): boolean {
  return info.status === EgressStatus.EGRESS_STARTING || info.status === EgressStatus.EGRESS_ACTIVE;
}

function sid(prefix: string): string {
  return `${prefix}_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
}

function seconds(): bigint {
  return BigInt(Math.floor(Date.now() / 1000));
}
