/**
 * relay_capacity: how many candidates can speak at once ÷ the same through a relay of thirty lines in the same workerd,
 * that does nothing but put the sound into the provider's wire (its client's socket outlives the object's sleep, as
 * ours does). What ends it is the processor, so the value is the CPU of workerd for a second of one candidate's speech,
 * the bare relay's ÷ ours: it says the same on a busy machine as on a calm one. Beside it stands the direct search: the
 * most sessions with less than 1 % of their frames over 20 ms late at the model, by the time at which they were meant
 * to be sent; neighbours end it early. Both ours and the bare relay get words back from the model once a second, which
 * ours keeps and shows. With frames of 100 ms, as the room sends them, ours stands against the bare relay at 20 ms.
 */
import type { WebSocket } from 'ws';
import { MIC_RATE } from '../../durable-objects/interview/protocol-sound.ts';
import { type Bench, type BenchResult, median, spread } from './bench.ts';
import { relayTo } from './voice/bare-relay.ts';
import type { UpstreamLine } from './voice/live-upstream.ts';
import { microphone, type RelaySetUp, relaySetUp, startBareWorker, voicePcm } from './voice/relay-set-up.ts';
import { timesOf, type Way } from './voice/ways.ts';
import { workerdCpuMs } from './workerd-cpu.ts';

export const bench: Bench = { name: 'relay_capacity', run };

/** As many frames a second in each, near what a machine carries: with few, waking up costs more than the work. */
const SESSIONS = { bare: 30, ours20: 30, ours100: 120 };
const ROUNDS = 10;
const LASTS_MS = 3000;
const LATE_MS = 20;
const MOST_LATE = 0.01;
/** Sessions tried, each about a fifth more than the one before. */
const STEPS = [2, 3, 4, 6, 8, 10, 12, 15, 18, 22, 26, 32, 38, 46, 55, 66, 79, 95, 114, 137];
const TARGETS = [
  { arm: 'ours20', frameMs: 20, ratio: 0.8 },
  { arm: 'ours100', frameMs: 100, ratio: 3 },
] as const;

type Arm = 'bare' | (typeof TARGETS)[number]['arm'];

/** Where a session's frames go in, and the model's end of it. */
interface Rig {
  /** At least so many are there. */
  enter(count: number): Promise<void>;
  way(at: number, frameMs: number): Way;
  model(at: number): UpstreamLine | undefined;
}

async function run(): Promise<BenchResult[]> {
  const set = await relaySetUp();
  const bare = await startBareWorker(relayTo(set.upstream.url));
  const cpuOfBare = () => workerdCpuMs(bare.pid);
  const cpuOfOurs = () => workerdCpuMs(process.pid) - cpuOfBare();
  const ours = product(set);
  const arms: Record<Arm, { rig: Rig; frameMs: number; cpu: () => number }> = {
    bare: { rig: relay(set, () => bare.socket()), frameMs: 20, cpu: cpuOfBare },
    ours20: { rig: ours, frameMs: 20, cpu: cpuOfOurs },
    ours100: { rig: ours, frameMs: 100, cpu: cpuOfOurs },
  };
  const names: Arm[] = ['bare', 'ours20', 'ours100'];
  const cost: Record<Arm, number[]> = { bare: [], ours20: [], ours100: [] };
  const most: Record<Arm, number> = { bare: 0, ours20: 0, ours100: 0 };
  try {
    for (const name of names) await arms[name].rig.enter(SESSIONS[name]);
    for (const name of names) await speaking(arms[name].rig, SESSIONS[name], arms[name].frameMs);
    for (let n = 0; n < ROUNDS; n += 1)
      for (const name of n % 2 === 0 ? names : names.toReversed()) {
        const { rig, frameMs, cpu } = arms[name];
        const before = cpu();
        await speaking(rig, SESSIONS[name], frameMs);
        cost[name].push((cpu() - before) / ((SESSIONS[name] * LASTS_MS) / 1000));
      }
    for (const name of names) most[name] = await capacity(arms[name].rig, arms[name].frameMs);
    const control = cost.bare.slice(1).map((ms, n) => ms / (cost.bare[n] ?? Number.NaN));
    return TARGETS.map(({ arm, frameMs, ratio: target }) => {
      const ratios = cost[arm].map((ms, n) => (cost.bare[n] ?? Number.NaN) / ms);
      const ratio = median(ratios);
      return {
        name: `relay_capacity_${frameMs}`,
        value: Math.round(ratio * 100) / 100,
        unit: '×',
        target: `≥ ${target}`,
        baseline: `bare relay ${spread(cost.bare, 1)} ms of CPU for a second of speech in frames of 20 ms; ours ${spread(cost[arm], 1)} ms in frames of ${frameMs} ms`,
        ok: ratio >= target,
        notes: [
          `ratio ${spread(ratios)}, A/A of the bare relay ${spread(control)}`,
          `under 1 % of frames late with this machine’s neighbours: ours ${most[arm]} sessions, bare relay ${most.bare}`,
        ],
      };
    });
  } finally {
    await bare.close();
    await set.close();
  }
}

/** The most sessions of the steps that go well; a step that does not is tried once more. */
async function capacity(rig: Rig, frameMs: number): Promise<number> {
  let good = 0;
  for (const count of STEPS) {
    await rig.enter(count);
    if (!(await goesWell(rig, count, frameMs)) && !(await goesWell(rig, count, frameMs))) break;
    good = count;
  }
  return good;
}

async function goesWell(rig: Rig, count: number, frameMs: number): Promise<boolean> {
  const times = await speaking(rig, count, frameMs);
  return times.filter((time) => time > LATE_MS).length < times.length * MOST_LATE;
}

async function speaking(rig: Rig, count: number, frameMs: number): Promise<number[]> {
  const ways = Array.from({ length: count }, (_, at) => rig.way(at, frameMs));
  const words = setInterval(() => {
    for (let at = 0; at < count; at += 1) rig.model(at)?.heard(' and then');
  }, 1000);
  const times = await timesOf(ways, { frames: LASTS_MS / frameMs, everyMs: frameMs }, 'meant');
  clearInterval(words);
  return times;
}

function product(set: RelaySetUp): Rig {
  const microphones = new Map<number, ReturnType<typeof microphone>>();
  return {
    enter: (count) => set.enter(count),
    model: (at) => set.sessions[at]?.model,
    way(at, frameMs) {
      const session = set.sessions[at];
      if (session === undefined) throw new Error('Nobody is there');
      const next = microphones.get(at) ?? microphone();
      microphones.set(at, next);
      return {
        send: () => session.line.send(next.frame(frameMs)),
        onArrival: (arrived) => {
          session.model.onSound = arrived;
        },
      };
    },
  };
}

/** The bare relay's lines at the model come last, since it opens them one by one. */
function relay(set: RelaySetUp, socket: () => Promise<WebSocket>): Rig {
  const rooms: { line: WebSocket; model: UpstreamLine }[] = [];
  return {
    async enter(count) {
      while (rooms.length < count) {
        const before = set.upstream.lines.length;
        const line = await socket();
        while (set.upstream.lines.length === before) await new Promise((done) => setTimeout(done, 5));
        const model = set.upstream.lines[before];
        if (model !== undefined) rooms.push({ line, model });
      }
    },
    model: (at) => rooms[at]?.model,
    way(at, frameMs) {
      const room = rooms[at];
      if (room === undefined) throw new Error('Nobody is there');
      const frame = Buffer.from(voicePcm(MIC_RATE, frameMs).buffer);
      return {
        send: () => room.line.send(frame),
        onArrival: (arrived) => {
          room.model.onSound = arrived;
        },
      };
    },
  };
}
