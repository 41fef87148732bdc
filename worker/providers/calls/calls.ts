/**
 * The calls port: media rooms that carry sound over WebRTC. It carries the candidate's sound to the session, lets a
 * member listen in, and records on the server; the interviewer's voice never goes through it (see the README). Every
 * call throws ProviderFault and nothing else.
 */
import type { Maker } from '../../provider-faults.ts';

export interface RoomPass {
  /** Where the client connects to (wss). */
  url: string;
  /** A token of least grants, valid for some minutes. */
  token: string;
}

/** What happened in a room; `id` is the same whenever the same thing is told again. */
export type CallEvent =
  | { kind: 'joined' | 'left'; id: string; room: string; identity: string }
  | { kind: 'track'; id: string; room: string; identity: string; track: string }
  | { kind: 'copy-ended' | 'recording-ended'; id: string; room: string; egress: string; ok: boolean }
  | { kind: 'other'; id: string; room: string };

export interface Calls {
  readonly maker: Maker;
  /** Opened again, it is the same room. */
  openRoom(room: string): Promise<void>;
  /** Puts everybody out; a room that is gone already is no fault. */
  closeRoom(room: string): Promise<void>;
  /** Puts one of them out; who is not there is no fault. */
  putOut(room: string, identity: string): Promise<void>;
  /** May publish a microphone in this room, and nothing else. */
  candidatePass(room: string, identity: string): Promise<RoomPass>;
  /** May listen in this room, and nothing else. Whoever listens is seen to be there by the candidate's page. */
  listenerPass(room: string, identity: string): Promise<RoomPass>;
  /** Sends a track's sound to a socket of ours as it comes (48 kHz PCM); the address carries its own secret. */
  copyTrack(room: string, track: string, socketUrl: string): Promise<{ egress: string }>;
  /** Records the room's sound into the region's bucket under `key`; null when no bucket is configured for it. */
  record(room: string, key: string): Promise<{ egress: string } | null>;
  /** Ends a copy or a recording; one that has ended already is no fault. */
  stop(egress: string): Promise<void>;
  /** The event of a webhook whose signature holds for exactly these bytes; null when it does not. */
  webhook(body: string, authorization: string): Promise<CallEvent | null>;
}
