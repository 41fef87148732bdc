/**
 * relay_latency: p50 of a numbered message to a live session and its acknowledgement, which follows the durable write ÷
 * a raw echo through a Durable Object. Audio is not relayed yet: the rehearsed engine has no upstream.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { RoomClient } from '../../worker/local/room-client.ts';
import { aCandidateAtTheDoor } from '../chaos/invited-candidate.ts';
import { firstAnswer, freePort, startBare } from './bare-product.ts';
import { type Bench, type BenchResult, median, paired, quantile, spread } from './bench.ts';

export const bench: Bench = { name: 'relay_latency', run };

const PAIRS = 10;
const MESSAGES = 40;
/** Under the wire's own limit of messages a minute. */
const EVERY_MS = 20;
const TARGET = 1.25;
const ECHO = `import { DurableObject } from 'cloudflare:workers';
export class Echo extends DurableObject {
  fetch() { const pair = new WebSocketPair(); this.ctx.acceptWebSocket(pair[1]); return new Response(null, { status: 101, webSocket: pair[0] }); }
  webSocketMessage(socket, message) { socket.send(message); }
}
export default { fetch: (request, env) => request.headers.get('upgrade') ? env.ECHO.get(env.ECHO.idFromName('one')).fetch(request) : new Response('here') };`;

async function run(): Promise<BenchResult[]> {
  const product = await startBare();
  const port = await freePort();
  const bare = spawn(process.execPath, [resolve(import.meta.dirname, 'bare-workerd.ts'), ECHO, String(port)], {
    stdio: 'ignore',
  });
  try {
    await firstAnswer(`http://127.0.0.1:${port}/`);
    const door = await aCandidateAtTheDoor(product.url, await product.operatorKey());
    const room = new RoomClient(async () => {
      const { path } = await door.candidate.call<{ path: string }>('POST', '/api/candidate/socket-ticket', {});
      return product.url.replace('http', 'ws') + path;
    });
    await room.until((view) => view.phase === 'ready');
    await room.do({ type: 'start', mode: 'text' });
    const echo = new WebSocket(`ws://127.0.0.1:${port}/`);
    await once(echo, 'open');
    const all: number[] = [];
    const ours = () => timed(() => room.do({ type: 'beat' }), all);
    const theirs = () => timed(() => echoed(echo), []);
    await theirs();
    await ours();
    const measured = await paired(PAIRS, ours, theirs);
    room.close();
    echo.close();
    const ratio = median(measured.ratios);
    return [
      {
        name: 'relay_latency',
        value: Math.round(ratio * 100) / 100,
        unit: '×',
        target: `≤ ${TARGET} for relayed audio; here every message is written before it is acknowledged`,
        baseline: `raw echo through a Durable Object ${spread(measured.baseline)} ms; ours ${spread(measured.product)} ms`,
        ok: ratio <= TARGET,
        notes: [`p99 of ours ${quantile(all, 0.99).toFixed(1)} ms`],
      },
    ];
  } finally {
    const gone = once(bare, 'exit');
    bare.kill('SIGTERM');
    await gone;
    await product.close();
  }
}

/** The median of several round trips, in milliseconds. */
async function timed(trip: () => Promise<unknown>, all: number[]): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < MESSAGES; i += 1) {
    const from = performance.now();
    await trip();
    times.push(performance.now() - from);
    await new Promise((done) => setTimeout(done, EVERY_MS));
  }
  all.push(...times);
  return median(times);
}

async function echoed(socket: WebSocket): Promise<void> {
  const answer = once(socket, 'message');
  socket.send(JSON.stringify({ type: 'do', seq: 1, action: { type: 'beat' } }));
  await answer;
}
