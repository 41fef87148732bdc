/**
 * `node test/chaos/session-kills.ts [kills] [seed]`: one interview over the real socket while the server is killed
 * again and again at random moments. Nothing acknowledged may be lost or doubled, and no outage may cost time.
 */
import { RoomClient } from '../../worker/local/room-client.ts';
import { firstAnswer } from '../bench/bare-product.ts';
import { type Product, startProduct } from '../support/product.ts';
import { type AtTheDoor, aCandidateAtTheDoor } from './invited-candidate.ts';

const KILLS = Number(process.argv[2] ?? 20);
const SEED = Number(process.argv[3] ?? Date.now() % 100_000);
const OPERATOR_KEY = 'an operator key for this run only';
/** A view is at most this much older than the kill that follows it. */
const SLACK_MS = 6_000;

let seed = SEED;
/** The next number of a repeatable row, from 0 up to but not including 1. */
function random(): number {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
}

interface Told {
  acknowledged: string[];
  problems: string[];
  returnsMs: number[];
  /** From the start of the server to its first answer. */
  servingMs: number[];
}

async function talk(room: RoomClient, told: Told): Promise<void> {
  await room.until((view) => view.phase === 'ready');
  await room.do({ type: 'start', mode: 'text' });
  for (let i = 0; ; i += 1) {
    const view = await room.until(({ phase }) => phase === 'speaking' || phase === 'listening' || phase === 'review');
    if (view.phase === 'review') return;
    await pause(200 + random() * 800);
    try {
      if (view.phase === 'speaking') await room.do({ type: 'spoken', turn: view.utterance?.turn ?? '' });
      else await answer(room, `Answer number ${i}: I rang the dock and told her what I knew.`, told);
    } catch {
      // The server has gone on by itself meanwhile: look again.
    }
  }
}

async function answer(room: RoomClient, text: string, told: Told): Promise<void> {
  await room.do({ type: 'draft', text: text.slice(0, 12), segments: [] });
  const nowMs = room.nowMs();
  await room.do({ type: 'answer', text, via: 'typed', startMs: nowMs, endMs: nowMs, segments: [] });
  told.acknowledged.push(text);
}

/** Kills the server, starts it again, and looks at the clock before and after. */
async function killOnce(product: Product, room: RoomClient, told: Told): Promise<void> {
  const before = room.view?.clock.remainingMs ?? null;
  await product.kill();
  await pause(random() * 2_000);
  // Taken before the start: a room that is back sooner than the start is reported may have nothing more to tell.
  const seen = room.view;
  const startedAtMs = performance.now();
  const serving = firstAnswer(`${product.url}/`);
  await product.start();
  told.servingMs.push(Math.round((await serving) - startedAtMs));
  await room.until((view) => view !== seen);
  told.returnsMs.push(Math.round(performance.now() - startedAtMs));
  const after = room.view?.clock.remainingMs ?? null;
  if (before !== null && after !== null && after < before - SLACK_MS) {
    told.problems.push(`the clock lost ${before - after} ms in an outage`);
  }
}

async function check({ owner, interview }: AtTheDoor, told: Told): Promise<void> {
  const report = await owner.call<{ turns: { kind: string; text: string }[] }>(
    'GET',
    `/api/recruiter/interviews/${interview}/report`,
  );
  const answers = report.turns.filter((turn) => turn.kind === 'answer').map((turn) => turn.text);
  for (const text of told.acknowledged) {
    const times = answers.filter((one) => one === text).length;
    if (times !== 1) told.problems.push(`"${text.slice(0, 20)}" stands ${times} times in the transcript`);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

process.env.OPERATOR_KEY = OPERATOR_KEY;
const product = await startProduct({ seeded: false });
const told: Told = { acknowledged: [], problems: [], returnsMs: [], servingMs: [] };
try {
  const door = await aCandidateAtTheDoor(product.url, OPERATOR_KEY);
  const room = new RoomClient(async () => {
    const { path } = await door.candidate.call<{ path: string }>('POST', '/api/candidate/socket-ticket', {});
    return product.url.replace('http', 'ws') + path;
  });
  const beats = setInterval(() => void room.do({ type: 'beat' }).catch(() => {}), 4_000);
  const talking = talk(room, told);
  for (let i = 0; i < KILLS && room.view?.phase !== 'review'; i += 1) {
    await pause(500 + random() * 2_500);
    await killOnce(product, room, told);
  }
  await talking;
  await room.do({ type: 'finish', corrections: [], rating: null, question: null });
  await killOnce(product, room, told);
  await room.until((view) => view.phase === 'done');
  clearInterval(beats);
  room.close();
  await check(door, told);
} finally {
  await product.close();
}
process.stdout.write(
  `${told.returnsMs.length} kills (seed ${SEED}), ${told.acknowledged.length} answers acknowledged, ` +
    `back after ${told.returnsMs.join(', ')} ms, serving after ${told.servingMs.join(', ')} ms\n${told.problems.map((line) => `- ${line}\n`).join('')}` +
    `${told.problems.length === 0 ? 'passed' : 'FAILED'}\n`,
);
process.exitCode = told.problems.length === 0 ? 0 : 1;
