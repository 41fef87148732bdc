/** Reads one frame of a candidate's socket, or says why not. */
import * as v from 'valibot';
import { LIMITS } from '../../worker/limits.ts';
import { wellFormedJson } from '../../worker/text-rules.ts';
import { type ClientMessage, clientMessageSchema, type WireCode } from './protocol.ts';
import { SOUND_KIND, type SoundFrame, unpackSound } from './protocol-sound.ts';

export type Frame =
  | { ok: true; message: ClientMessage }
  | { ok: true; message: null; sound: SoundFrame }
  | { ok: false; code: WireCode; seq: number | null };

export function readFrame(data: string | ArrayBuffer): Frame {
  if (typeof data !== 'string') return readSound(data);
  if (bytesIn(data) > LIMITS.wire.textFrameBytes) return { ok: false, code: 'too_large', seq: null };
  const json = parsed(data);
  const read = v.safeParse(clientMessageSchema, json);
  return read.success ? { ok: true, message: read.output } : { ok: false, code: 'malformed', seq: seqOf(json) };
}

function readSound(data: ArrayBuffer): Frame {
  if (data.byteLength > LIMITS.wire.binaryFrameBytes) return { ok: false, code: 'too_large', seq: null };
  const sound = unpackSound(new Uint8Array(data));
  return sound?.kind === SOUND_KIND.microphone
    ? { ok: true, message: null, sound }
    : { ok: false, code: 'bad_sound', seq: null };
}

function bytesIn(text: string): number {
  const limit = LIMITS.wire.textFrameBytes;
  // A UTF-16 unit is one to three bytes: only in between must they be counted.
  if (text.length > limit || text.length * 3 <= limit) return text.length;
  return new TextEncoder().encode(text).byteLength;
}

/** The text door of the socket: what was settled under a number is what was made well-formed. */
function parsed(text: string): unknown {
  try {
    return wellFormedJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The number of a message that cannot be read otherwise, so that the refusal can name it. */
function seqOf(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || !('seq' in json)) return null;
  return Number.isSafeInteger(json.seq) && Number(json.seq) > 0 ? Number(json.seq) : null;
}
