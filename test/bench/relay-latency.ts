/**
 * relay_latency: p50 of a frame of 20 ms from the candidate's socket through the session object to a live model's
 * socket, plus one of the model's voice the whole way back ÷ a raw echo through a bare Durable Object plus an echo of
 * the same sound, in the provider's wire, straight at the model. In the product a candidate speaks or is spoken to: the
 * two ways are timed one after the other, each beside both baselines. Voice goes to the candidate in frames of 100 ms,
 * so the way back is timed from the piece that fills one; a model that speaks faster than it plays, as they all do,
 * fills it at once.
 */
import type { WebSocket } from 'ws';
import { VOICE_RATE } from '../../durable-objects/interview/protocol-sound.ts';
import { bytesOf, toBase64 } from '../../worker/providers/gemini-sound-rules.ts';
import { type Bench, type BenchResult, median, quantile, spread } from './bench.ts';
import { ECHO } from './voice/bare-relay.ts';
import {
  type Microphone,
  microphone,
  openSocket,
  relaySetUp,
  type Session,
  startBareWorker,
  VOICE_FRAME_MS,
  voicePcm,
} from './voice/relay-set-up.ts';
import { timesOf, type Way } from './voice/ways.ts';

export const bench: Bench = { name: 'relay_latency', run };

const SLICES = 10;
const PACE = { frames: 50, everyMs: 20 };
const TARGETS = [
  { sessions: 1, ratio: 1.25 },
  { sessions: 25, ratio: 1.5 },
];
const ADDED_P99_MS = 5;

/** Words enough for the time of a slice, so that the session does not take the model's turn for over. */
const MORE = ' and then'.repeat(8);

interface Slice {
  ours: number[];
  echo: number[];
  direct: number[];
}

async function run(): Promise<BenchResult[]> {
  const set = await relaySetUp();
  const bare = await startBareWorker(ECHO);
  const echo: WebSocket[] = [];
  const direct: WebSocket[] = [];
  const results: BenchResult[] = [];
  try {
    for (const target of TARGETS) {
      await set.enter(target.sessions);
      while (echo.length < target.sessions) {
        echo.push(await bare.socket());
        direct.push(await openSocket(`${set.upstream.url.replace('http', 'ws')}/direct`));
      }
      const baselines = { echo: echo.map(echoed), direct: direct.map(echoedAtModel) };
      const up = await sliced(set.sessions.map(up_), baselines);
      await Promise.all(set.sessions.map(answered));
      const down = await sliced(set.sessions.map(down_), baselines, () => {
        for (const { model } of set.sessions) model.words(MORE);
      });
      for (const session of set.sessions) session.model.turnOver();
      await Promise.all(set.sessions.map(heardOut));
      results.push(result(target, up, down));
    }
    return results;
  } finally {
    await bare.close();
    for (const socket of direct) socket.terminate();
    await set.close();
  }
}

/** Slices of the product and both baselines in turns, so that a noisy machine hits all alike. */
async function sliced(
  ours: Way[],
  baselines: { echo: Way[]; direct: Way[] },
  before: () => void = () => {},
): Promise<Slice[]> {
  const slices: Slice[] = [];
  await timesOf(ours, PACE);
  for (let n = 0; n < SLICES; n += 1) {
    before();
    const slice: Slice = { ours: [], echo: [], direct: [] };
    const parts = Object.entries({ ours, ...baselines }) as [keyof Slice, Way[]][];
    for (const [name, ways] of n % 2 === 0 ? parts : parts.reverse()) slice[name] = await timesOf(ways, PACE);
    slices.push(slice);
  }
  return slices;
}

function result(target: (typeof TARGETS)[number], up: Slice[], down: Slice[]): BenchResult {
  const pairs = up.flatMap((there, n) => {
    const back = down[n];
    if (back === undefined) return [];
    const echo = median([...there.echo, ...back.echo]);
    const direct = median([...there.direct, ...back.direct]);
    return [{ ours: median(there.ours) + median(back.ours), least: echo + direct, echo: there.echo, again: back.echo }];
  });
  const ratios = pairs.map(({ ours, least }) => ours / least);
  const all = (of: (slice: Slice) => number[], slices: Slice[]) => slices.flatMap(of);
  const p99 = (times: number[]) => quantile(times, 0.99);
  const oursP99 = p99(all(({ ours }) => ours, up)) + p99(all(({ ours }) => ours, down));
  const leastP99 = p99(all(({ echo }) => echo, [...up, ...down])) + p99(all(({ direct }) => direct, [...up, ...down]));
  const ratio = median(ratios);
  const added = oursP99 - leastP99;
  const control = pairs.map(({ echo, again }) => median(echo) / median(again));
  const way = (slices: Slice[]) => spread(slices.map(({ ours }) => median(ours)));
  return {
    name: `relay_latency_${target.sessions}`,
    value: Math.round(ratio * 100) / 100,
    unit: '×',
    target: `≤ ${target.ratio}, p99 ≤ +${ADDED_P99_MS} ms`,
    baseline: `raw echo and the model’s own echo ${spread(pairs.map(({ least }) => least))} ms; ours ${spread(pairs.map(({ ours }) => ours))} ms`,
    ok: ratio <= target.ratio && added <= ADDED_P99_MS,
    notes: [
      `ratio ${spread(ratios)}, A/A of the echo ${spread(control)}`,
      `to the model ${way(up)} ms, back ${way(down)} ms`,
      `p99 ours ${oursP99.toFixed(1)} ms, baseline ${leastP99.toFixed(1)} ms: ${added.toFixed(1)} ms added`,
    ],
  };
}

/** Frames stay numbered over the slices, as a microphone's do. */
const microphones = new WeakMap<Session, Microphone>();

function up_(session: Session): Way {
  const next = microphones.get(session) ?? microphone();
  microphones.set(session, next);
  return {
    send: () => session.line.send(next.frame(PACE.everyMs)),
    onArrival: (arrived) => {
      session.model.onSound = arrived;
    },
  };
}

const VOICE = toBase64(bytesOf(voicePcm(VOICE_RATE, PACE.everyMs)));

function down_(session: Session): Way {
  return {
    perArrival: VOICE_FRAME_MS / PACE.everyMs,
    send: () => session.model.sound(VOICE),
    onArrival: (arrived) => {
      session.line.onSound = arrived;
    },
  };
}

function echoed(socket: WebSocket): Way {
  const next = microphone();
  return { send: () => socket.send(next.frame(PACE.everyMs)), onArrival: (arrived) => arrivals(socket, arrived) };
}

function echoedAtModel(socket: WebSocket): Way {
  const data = toBase64(bytesOf(voicePcm(16_000, PACE.everyMs)));
  const frame = JSON.stringify({ realtimeInput: { audio: { data, mimeType: 'audio/pcm;rate=16000' } } });
  return { send: () => socket.send(frame), onArrival: (arrived) => arrivals(socket, arrived) };
}

function arrivals(socket: WebSocket, arrived: () => void): void {
  socket.removeAllListeners('message');
  socket.on('message', arrived);
}

/** The answer is over and the model begins to ask on. */
async function answered(session: Session): Promise<void> {
  const { line, model } = session;
  model.heard('I let her finish. ');
  model.onTurnOver = () => model.words('What then?');
  const nowMs = line.nowMs();
  const soundTo = microphones.get(session)?.sent() ?? 0;
  await line.act({ type: 'turn-over', startMs: 0, endMs: nowMs, soundTo, typed: '', how: 'silence' });
  await line.until(({ phase, utterance }) => phase === 'speaking' && utterance?.streamed === true);
}

async function heardOut({ line }: Session): Promise<void> {
  const { utterance } = await line.until(({ utterance: said }) => said?.streamed === true && !said.growing);
  await line.act({ type: 'spoken', turn: utterance?.turn ?? '' });
  await line.until(({ phase }) => phase === 'listening');
}
