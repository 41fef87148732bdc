/** The product with a measuring model behind it, candidates in it, and sound to send. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { WebSocket } from 'ws';
import {
  FRAME_MS,
  freshCoder,
  MIC_RATE,
  packSound,
  SOUND_KIND,
} from '../../../durable-objects/interview/protocol-sound.ts';
import { startProduct } from '../../support/product.ts';
import { firstAnswer, freePort } from '../bare-product.ts';
import { openUpstream, type Upstream, type UpstreamLine } from './live-upstream.ts';
import { talkPlan } from './talk-plan.ts';
import { type Entered, talkingRooms } from './talking-rooms.ts';

export interface Session extends Entered {
  model: UpstreamLine;
}

export interface RelaySetUp {
  upstream: Upstream;
  sessions: Session[];
  /** Until there are so many. */
  enter(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function relaySetUp(): Promise<RelaySetUp> {
  const upstream = await openUpstream();
  const product = await startProduct({
    seeded: false,
    environment: {
      GEMINI_API_KEY_EU: 'measuring',
      GEMINI_BASE_URL_EU: upstream.url,
      GEMINI_PROCESSES_IN_EU: 'eu',
    },
  });
  const rooms = await talkingRooms(product, talkPlan(1), 'eu');
  const sessions: Session[] = [];
  return {
    upstream,
    sessions,
    async enter(count) {
      // One after the other, so that each finds its own line at the model.
      while (sessions.length < count) {
        const before = upstream.lines.length;
        const entered = await rooms.enter();
        while (upstream.lines.length === before) await new Promise((done) => setTimeout(done, 5));
        const model = upstream.lines[before];
        if (model !== undefined) sessions.push({ ...entered, model });
      }
    },
    async close() {
      for (const { line } of sessions) line.close();
      await product.close();
      await upstream.close();
    },
  };
}

export interface Bare {
  pid: number;
  url: string;
  /** A socket with an object of its own behind it. */
  socket(): Promise<WebSocket>;
  close(): Promise<void>;
}

/** As the product's last build left it. */
const OPTIONS = resolve(import.meta.dirname, '../../../.interloop/build/worker/options.json');

/** A Worker of a few lines in a process of its own, behind the same router of static files as the product. */
export async function startBareWorker(source: string): Promise<Bare> {
  const port = await freePort();
  const script = resolve(import.meta.dirname, '../bare-workerd.ts');
  const child: ChildProcess = spawn(process.execPath, [script, source, String(port), OPTIONS], { stdio: 'ignore' });
  await firstAnswer(`http://127.0.0.1:${port}/`);
  const sockets: WebSocket[] = [];
  return {
    pid: child.pid ?? 0,
    url: `ws://127.0.0.1:${port}`,
    async socket() {
      const made = await openSocket(`ws://127.0.0.1:${port}/${sockets.length}`);
      sockets.push(made);
      return made;
    },
    async close() {
      for (const one of sockets) one.terminate();
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

export async function openSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await once(socket, 'open');
  return socket;
}

/** Speech, as far as a relay is concerned. */
export function voicePcm(rate: number, ms: number, seed = 1): Int16Array {
  return Int16Array.from(
    { length: (rate * ms) / 1000 },
    (_, at) => 6000 * Math.sin((at * 2 * Math.PI * (180 + seed)) / rate) * Math.sin((at * 2 * Math.PI * 3) / rate),
  );
}

export interface Microphone {
  frame(ms: number): Uint8Array;
  /** The number of the last frame. */
  sent(): number;
}

/** Frames of a candidate's microphone, one after the other. */
export function microphone(): Microphone {
  const pcm = voicePcm(MIC_RATE, FRAME_MS);
  const coder = freshCoder();
  let seq = 0;
  let timeMs = 0;
  return {
    sent: () => seq,
    frame(ms) {
      seq += 1;
      timeMs += ms;
      const part = pcm.subarray(0, (MIC_RATE * ms) / 1000);
      return packSound(
        { kind: SOUND_KIND.microphone, seq, stretch: 1, timeMs: timeMs - ms, last: false, pcm: part },
        coder,
      );
    },
  };
}

/** So much sound of the model makes one frame on the way to the candidate. */
export const VOICE_FRAME_MS = FRAME_MS;
