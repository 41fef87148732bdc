/** Beside the page: hears each block of the microphone and says how loud it is and how probable speech. */

import { loudest } from './level-rules.ts';
import { BLOCK_MS, freshSilero, hearSilero } from './silero-rules.ts';
import { readSilero, type Silero } from './silero-weights-rules.ts';

/** What the page sends; 'stop hearing words' leaves the levels. */
export type ToWorker =
  | { kind: 'start'; weights: string; blocks: MessagePort }
  | { kind: 'reset' }
  | { kind: 'levels-only' };
/** What the capture sends through `blocks`: 512 samples at 16 kHz, and the place of their end on its clock. */
export interface CapturedBlock {
  samples: Float32Array;
  endMs: number;
}
/** `p` is null while there is no model. `tookMs` is the model's time for this block. */
export type FromWorker =
  | { kind: 'block'; p: number | null; level: number; endMs: number; tookMs: number }
  | { kind: 'ready' }
  | { kind: 'failed' };

/** After a gap of this length, what the model remembers says nothing any more. */
const GAP_MS = 1000;

let model: Silero | null = null;
let state = freshSilero();
let lastMs = 0;

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'start':
      data.blocks.onmessage = (event: MessageEvent<CapturedBlock>) => hear(event.data);
      load(data.weights).catch(() => say({ kind: 'failed' }));
      return;
    case 'reset':
      state = freshSilero();
      return;
    case 'levels-only':
      model = null;
  }
};

async function load(weights: string): Promise<void> {
  const answer = await fetch(weights);
  if (!answer.ok || answer.body === null) throw new Error(`no weights: ${answer.status}`);
  const unpacked = new Response(answer.body.pipeThrough(new DecompressionStream('gzip')));
  model = readSilero(await unpacked.arrayBuffer());
  say({ kind: 'ready' });
}

function hear({ samples, endMs }: CapturedBlock): void {
  if (endMs - lastMs > BLOCK_MS + GAP_MS) state = freshSilero();
  lastMs = endMs;
  const level = loudest(samples);
  const began = performance.now();
  const heard = model === null ? { p: null, state } : hearSilero(model, state, samples);
  state = heard.state;
  say({ kind: 'block', p: heard.p, level, endMs, tookMs: performance.now() - began });
}

function say(message: FromWorker): void {
  self.postMessage(message);
}
