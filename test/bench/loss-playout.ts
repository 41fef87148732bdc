/**
 * loss_playout: gaps in the interviewer's voice a minute, over a line that loses packets. A simulation in virtual time:
 * the line is a model of TCP (voice/lossy-line.ts), the voice is cut into frames by the session's own code and played by
 * the room's own speaker into a loudspeaker that only keeps time. The voice is sent as it comes from the model, several
 * times as fast as it plays, and the value is of the slowest of the speeds tried; gaps in the first 300 ms are told apart.
 * Baseline: the same words sent as they play, in frames of 20 ms behind a buffer of 120 ms, on the same line.
 */
import { mock } from 'node:test';
import { unpackSound, VOICE_RATE } from '../../durable-objects/interview/protocol-sound.ts';
import { SoundFrames } from '../../durable-objects/interview/voice/sound-frames.ts';
import { createSpeaker } from '../../web/candidate/room/sound/speaker.ts';
import type { Bench, BenchResult } from './bench.ts';
import { lossyLine } from './voice/lossy-line.ts';
import { loudspeaker } from './voice/loudspeaker.ts';
import { seeded } from './voice/random.ts';

export const bench: Bench = { name: 'loss_playout', run };

const LINES = [
  { loss: 0.02, rttMs: 100, target: 0 },
  { loss: 0.05, rttMs: 200, target: 0.1 },
];
/** Times as fast as it plays. */
const SPEEDS = [2, 4, 10];
const UTTERANCES = 200;
const UTTERANCE_MS = 6000;
const PAUSE_MS = 4000;
const STEP_MS = 5;
/** The sound comes from the model in pieces of this length. */
const PIECE_MS = 40;
const BEGINNING_MS = 300;
const BUFFER_MS = 120;
const SMALL_FRAME_MS = 20;
/** The same coding at that length. */
const SMALL_FRAME_BYTES = 260;
const SEED = 20_261_124;
const MINUTES = (UTTERANCES * UTTERANCE_MS) / 60_000;

interface Gaps {
  /** Shorter than a sample's rounding they are none. */
  beginning: number;
  later: number;
  lostMs: number;
  firstMs: number;
}

async function run(): Promise<BenchResult[]> {
  return LINES.map((line) => {
    const ours = SPEEDS.map((speed) => ({ speed, gaps: sentAhead(line, speed) }));
    const late = asItPlays(line);
    const slowest = ours[0]?.gaps.later ?? Number.NaN;
    const value = Math.round((slowest / MINUTES) * 1000) / 1000;
    return {
      name: `loss_playout_${line.loss * 100}pct_${line.rttMs}ms`,
      value,
      unit: 'gaps a minute (simulated line)',
      target: `≤ ${line.target}`,
      baseline: `sent as it plays behind ${BUFFER_MS} ms: ${(late.share * 100).toFixed(1)} % of frames late, ${(late.gaps / MINUTES).toFixed(1)} gaps a minute`,
      ok: value <= line.target,
      notes: ours.map(
        ({ speed, gaps }) =>
          `${speed} times as fast as it plays: ${gaps.later} gaps in ${MINUTES} minutes, ${gaps.beginning} more in the first ${BEGINNING_MS} ms, ${Math.round(gaps.lostMs)} ms of silence in all; first sound ${Math.round(gaps.firstMs)} ms after the model’s`,
      ),
    };
  });
}

function sentAhead({ loss, rttMs }: (typeof LINES)[number], speed: number): Gaps {
  mock.timers.enable({ apis: ['setInterval', 'setTimeout'] });
  try {
    let nowMs = 0;
    const out = loudspeaker(() => nowMs / 1000, VOICE_RATE);
    const speaker = createSpeaker(out.context, out.out);
    const line = lossyLine({ rttMs, loss, random: seeded(SEED) });
    const bytes = new Map<number, Uint8Array>();
    const gaps: Gaps = { beginning: 0, later: 0, lostMs: 0, firstMs: 0 };
    const piece = new Int16Array((VOICE_RATE * PIECE_MS) / 1000);
    for (let n = 0; n < UTTERANCES; n += 1) {
      const frames = new SoundFrames(n);
      const playing = speaker.begin();
      const from = out.pieces.length;
      const beganMs = nowMs;
      let given = 0;
      let complete = false;
      for (; nowMs < beganMs + UTTERANCE_MS + PAUSE_MS; nowMs += STEP_MS) {
        const dueMs = Math.min(UTTERANCE_MS, (nowMs - beganMs) * speed);
        while (given + PIECE_MS <= dueMs) {
          given += PIECE_MS;
          for (const frame of frames.push(piece)) bytes.set(line.send(nowMs, frame.length), frame);
        }
        if (!complete && given >= UTTERANCE_MS) {
          complete = true;
          const end = frames.end();
          bytes.set(line.send(nowMs, end.length), end);
        }
        for (const seq of line.step(nowMs)) {
          const frame = unpackSound(bytes.get(seq) ?? new Uint8Array());
          if (frame !== null) playing.add(frame.pcm, frame.last);
          bytes.delete(seq);
        }
        mock.timers.tick(STEP_MS);
        out.tick();
      }
      count(gaps, out.pieces.slice(from), beganMs);
      playing.flush();
    }
    return gaps;
  } finally {
    mock.timers.reset();
  }
}

function count(gaps: Gaps, heard: readonly { fromS: number; toS: number }[], beganMs: number): void {
  const [first] = heard;
  if (first === undefined) return;
  gaps.firstMs += (first.fromS * 1000 - beganMs) / UTTERANCES;
  for (const [at, piece] of heard.entries()) {
    const before = heard[at - 1];
    const silentMs = before === undefined ? 0 : (piece.fromS - before.toS) * 1000;
    if (silentMs < 1) continue;
    gaps.lostMs += silentMs;
    if ((before?.toS ?? 0) * 1000 - first.fromS * 1000 < BEGINNING_MS) gaps.beginning += 1;
    else gaps.later += 1;
  }
}

/** A frame that is not there when its turn comes is not played; frames in a row that are late are one gap. */
function asItPlays({ loss, rttMs }: (typeof LINES)[number]): { share: number; gaps: number } {
  const line = lossyLine({ rttMs, loss, random: seeded(SEED) });
  const frames = UTTERANCE_MS / SMALL_FRAME_MS;
  let nowMs = 0;
  let late = 0;
  let gaps = 0;
  for (let n = 0; n < UTTERANCES; n += 1) {
    const beganMs = nowMs;
    const arrived: number[] = [];
    let sent = 0;
    for (; nowMs < beganMs + UTTERANCE_MS + PAUSE_MS; nowMs += STEP_MS) {
      while (sent < frames && nowMs - beganMs >= sent * SMALL_FRAME_MS) {
        line.send(nowMs, SMALL_FRAME_BYTES);
        sent += 1;
      }
      for (const _ of line.step(nowMs)) arrived.push(nowMs);
    }
    const playsMs = (arrived[0] ?? 0) + BUFFER_MS;
    const isLate = arrived.map((atMs, at) => atMs > playsMs + at * SMALL_FRAME_MS);
    late += isLate.filter(Boolean).length;
    gaps += isLate.filter((one, at) => one && isLate[at - 1] !== true).length;
  }
  return { share: late / (UTTERANCES * frames), gaps };
}
