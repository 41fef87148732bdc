/** Reads one frame of a candidate's socket, or says why not. */
import * as v from 'valibot';
import { LIMITS } from '../../worker/limits.ts';
import { type ClientMessage, clientMessageSchema, type WireCode } from './protocol.ts';

export type Frame = { ok: true; message: ClientMessage } | { ok: false; code: WireCode; seq: number | null };

export function readFrame(data: string | ArrayBuffer): Frame {
  if (typeof data !== 'string') return { ok: false, code: 'binary_not_expected', seq: null };
  if (bytesIn(data) > LIMITS.wire.textFrameBytes) return { ok: false, code: 'too_large', seq: null };
  const json = parsed(data);
  const read = v.safeParse(clientMessageSchema, json);
  return read.success ? { ok: true, message: read.output } : { ok: false, code: 'malformed', seq: seqOf(json) };
}

function bytesIn(text: string): number {
  const limit = LIMITS.wire.textFrameBytes;
  // A UTF-16 unit is one to three bytes: only in between must they be counted.
  if (text.length > limit || text.length * 3 <= limit) return text.length;
  return new TextEncoder().encode(text).byteLength;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The number of a message that cannot be read otherwise, so that the refusal can name it. */
function seqOf(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || !('seq' in json)) return null;
  return Number.isSafeInteger(json.seq) && Number(json.seq) > 0 ? Number(json.seq) : null;
}
