/**
 * The turns of one Live session: tells the events what each frame brings, in the order of the frame, and each end of a
 * turn once. The provider ends a turn in two steps (all is generated, then all is over), an interrupted one in another
 * two (interrupted, then over), may say "interrupted" where nothing was going on, and may put any of it into one frame.
 */
import { ProviderFault } from '../../provider-faults.ts';
import { fromBase64, isPcm, sampleJoiner } from '../gemini-sound-rules.ts';
import { geminiUsage } from '../gemini-usage-rules.ts';
import {
  ACTIVITY_END,
  ACTIVITY_START,
  calledFrame,
  GO_ON,
  leavingMs,
  type ServerFrame,
  soundFrames,
} from './gemini-live-rules.ts';
import type { LiveEvents, LiveSession } from './live.ts';

const VOICE_RATE = 24_000;
/** A session lives for sound: what the usage does not assign is counted as the dearer kind. */
const UNASSIGNED = { in: 'audio', out: 'audio' } as const;

export interface LiveTurns extends Omit<LiveSession, 'close'> {
  /** @throws ProviderFault when the frame holds what it must not */
  frame(frame: ServerFrame): void;
}

export function liveTurns(model: string, events: LiveEvents, send: (frame: object) => void): LiveTurns {
  const joiner = sampleJoiner();
  /** The candidate speaks. */
  let active = false;
  /** An answer is owed or under way: its end is still to be told. */
  let open = false;
  /** Some of that answer has come. */
  let answered = false;
  /** The "over" of a turn that was interrupted is still to come, and ends nothing else. */
  let dropping = false;

  const answering = () => {
    open = true;
    answered = true;
    dropping = false;
  };

  const content = (said: NonNullable<ServerFrame['serverContent']>) => {
    if (said.inputTranscription?.text) events.heard(said.inputTranscription.text);
    if (said.outputTranscription?.text) {
      answering();
      events.spoke(said.outputTranscription.text);
    }
    for (const part of said.modelTurn?.parts ?? []) {
      if (part.inlineData === undefined) continue;
      answering();
      events.sound(joiner.samples(sound(part.inlineData)));
    }
    if (said.interrupted) interrupted();
    if (said.generationComplete && open) over();
    if (said.turnComplete) {
      if (open && !dropping) over();
      dropping = false;
    }
  };

  const interrupted = () => {
    // Told late: what was interrupted is the answer before the turn that is over now, and its own is still owed.
    if (open && !answered && !active) {
      dropping = true;
      return;
    }
    dropping = open;
    open = false;
    events.interrupted();
  };

  const over = () => {
    open = false;
    events.turnOver();
  };

  return {
    begin() {
      if (active) return;
      active = true;
      send(ACTIVITY_START);
    },
    hear(pcm) {
      // Sound outside of an activity is a fault of the wire; nobody listens to it.
      if (active) for (const frame of soundFrames(pcm)) send(frame);
    },
    end() {
      if (!active) return;
      active = false;
      open = true;
      answered = false;
      send(ACTIVITY_END);
    },
    frame(frame) {
      if (frame.usageMetadata)
        for (const usage of geminiUsage(model, frame.usageMetadata, UNASSIGNED)) events.used(usage);
      if (frame.sessionResumptionUpdate) events.handle(handleOf(frame.sessionResumptionUpdate));
      for (const call of frame.toolCall?.functionCalls ?? []) {
        answering();
        send(calledFrame(call));
        if (call.name === GO_ON) events.goOn();
      }
      if (frame.serverContent) content(frame.serverContent);
      if (frame.goAway) events.leaving(leavingMs(frame.goAway));
    },
  };
}

function sound({ mimeType, data }: { mimeType: string; data: string }): Uint8Array {
  if (!isPcm(mimeType, VOICE_RATE)) throw new ProviderFault('gemini', 'malformed');
  try {
    return fromBase64(data);
  } catch {
    throw new ProviderFault('gemini', 'malformed');
  }
}

function handleOf({ newHandle, resumable }: NonNullable<ServerFrame['sessionResumptionUpdate']>): string | null {
  return resumable === true && newHandle !== '' ? newHandle : null;
}
