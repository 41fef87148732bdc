/** One answer of the model: what it says, as sound and words in an order of their own, faster than it plays. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../faults.ts';
import { endingOf, TRICKLE_MS } from './live-faults.ts';
import type { Out } from './live-out.ts';
import { base64Of, SPEAKS_RATE } from './sound.ts';
import { pieces } from './words.ts';

export interface Said {
  text: string;
  pcm: Int16Array;
}

export interface Speaking {
  said: Said;
  fault: Fault | null;
  delay: { firstMs: number; perChunkMs: number };
  /** The candidate speaks: nothing more is sent. */
  signal: AbortSignal;
}

/** A fifth of a second. */
const CHUNK_SAMPLES = SPEAKS_RATE / 5;
/** Between chunks: forty times as fast as they play. */
const PACE_MS = 5;

/** Sends it; gives how much of the sound went out, and whether all of it did. */
export async function speak(
  out: Out,
  { said, fault, delay, signal }: Speaking,
): Promise<{ sent: number; all: boolean }> {
  const ending = endingOf(fault);
  const pace = fault === 'trickle' ? TRICKLE_MS : Math.max(PACE_MS, delay.perChunkMs);
  let sent = 0;
  for await (const frame of paced(framesOf(said, fault === 'endless'), delay.firstMs, pace, signal)) {
    if (signal.aborted || out.over()) return { sent, all: false };
    out.send({ serverContent: frame.content });
    sent += frame.samples;
    if (ending !== null) out.end(ending);
    // The model stops in the middle of what it says.
    if (fault === 'incomplete' && sent > said.pcm.length / 2) return { sent, all: false };
  }
  return { sent, all: !signal.aborted };
}

interface Frame {
  content: object;
  samples: number;
}

async function* paced(frames: Iterable<Frame>, firstMs: number, pace: number, signal: AbortSignal) {
  await wait(firstMs, null, { signal }).catch(() => {});
  for (const frame of frames) {
    yield frame;
    await wait(pace, null, { signal }).catch(() => {});
  }
}

/** Words come a chunk after their sound has begun, and the last ones in one frame with sound. */
function* framesOf({ text, pcm }: Said, endless: boolean): Generator<Frame> {
  const chunks = Array.from({ length: Math.max(1, Math.ceil(pcm.length / CHUNK_SAMPLES)) }, (_, at) =>
    pcm.subarray(at * CHUNK_SAMPLES, (at + 1) * CHUNK_SAMPLES),
  );
  const words = pieces(text);
  const each = Math.ceil(words.length / chunks.length);
  for (const [index, chunk] of chunks.entries()) {
    const last = index === chunks.length - 1;
    const transcription = { outputTranscription: { text: words.slice(index * each, (index + 1) * each).join('') } };
    const hasWords = transcription.outputTranscription.text !== '';
    const sound = {
      modelTurn: {
        role: 'model',
        parts: [{ inlineData: { mimeType: `audio/pcm;rate=${SPEAKS_RATE}`, data: base64Of(chunk) } }],
      },
    };
    if (last && hasWords) yield { content: { ...sound, ...transcription }, samples: chunk.length };
    else {
      yield { content: sound, samples: chunk.length };
      if (hasWords) yield { content: transcription, samples: 0 };
    }
    if (last && endless) for (;;) yield { content: sound, samples: chunk.length };
  }
}
