/** What an interview asks of the installation itself, from its shape: an estimate that errs upwards. Pure. */
import { FRAME_MS } from '../../../durable-objects/interview/protocol-sound.ts';
import { LIMITS } from '../../limits.ts';
import type { PlatformUnit } from './price-rules.ts';

export interface TalkShape {
  /** From the first moment to the last. */
  lengthMs: number;
  /** The candidate's speech, and the interviewer's. */
  heardMs: number;
  spokenMs: number;
  turns: number;
  /** Of the recording, and its size when sealed. */
  parts: number;
  bytes: number;
}

/** A live provider's voice comes to the session in pieces of this length. */
const VOICE_PIECE_MS = 40;
/** Actions and their acknowledgements in one turn: drafts, the answer, what was spoken. */
const MESSAGES_A_TURN = 12;
/** Rows that a turn writes into the session's storage: state, settled numbers, outbox, events. */
const ROWS_A_TURN = 20;
/** Pages, tickets and limits on the way in and out. */
const REQUESTS = 100;
/** Invitation, code, what was agreed to, the report. */
const MAILS = 4;

export function platformUse(talk: TalkShape): Partial<Record<PlatformUnit, number>> {
  return {
    'object-messages':
      talk.heardMs / FRAME_MS +
      talk.spokenMs / VOICE_PIECE_MS +
      talk.lengthMs / LIMITS.wire.beatMs +
      talk.turns * MESSAGES_A_TURN,
    'object-requests': REQUESTS + talk.parts,
    'object-ms': talk.lengthMs,
    'object-rows': talk.turns * ROWS_A_TURN,
    'file-puts': talk.parts + 1,
    'file-bytes': talk.bytes,
    mails: MAILS,
    interviews: 1,
  };
}
