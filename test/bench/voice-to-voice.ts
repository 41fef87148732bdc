/**
 * voice_to_voice: how long a candidate who has finished speaking hears nothing, from the sound that their loudspeaker
 * plays and the sound that they made, ÷ the same through a naive pipeline: 800 ms of silence, all of the answer written
 * down, all of the reply thought, all of it spoken, then played. The room's own talk (gate, detector, end of turn,
 * speaker) runs in this process, the session in the product, its makers as emulators whose delays are drawn anew for
 * each turn from the published trace (transcription 361/1,256 ms, first token 423/482, first sound 138/174: log-normal by
 * p50 and p90, seeded); the naive pipeline then meets the same delays at the same emulators. One interview is heard with
 * the room's acknowledgements and one without: with them the first sound is theirs. A known question that follows is
 * measured from the moment at which the room took the turn for over; a turn that was taken for over while the candidate
 * still spoke is a cut-off, and has no gap.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Action, View } from '../../durable-objects/interview/protocol.ts';
import { unpackSound } from '../../durable-objects/interview/protocol-sound.ts';
import { createSoundLine } from '../../web/candidate/room/sound/sound-line.ts';
import type { HttpClient } from '../../worker/local/http-client.ts';
import { SPEECH_RATE, synthesise } from '../../worker/local/speech.ts';
import { resampled } from '../emulators/ears/resample.ts';
import { CASCADE_REGION, type EmulatedMaker } from '../support/emulated-makers.ts';
import { controlOf } from '../support/emulator-control.ts';
import { startProduct } from '../support/product.ts';
import { type Bench, type BenchResult, median, quantile, spread } from './bench.ts';
import { ANSWERS } from './voice/answers.ts';
import { naiveGap } from './voice/naive-pipeline.ts';
import { beginningOfSound, endOfSound } from './voice/onsets.ts';
import { openPage, PAGE_RATE, pageGlobals } from './voice/page.ts';
import { logNormal, seeded } from './voice/random.ts';
import { talkPlan } from './voice/talk-plan.ts';
import { type Entered, talkingRooms } from './voice/talking-rooms.ts';

export const bench: Bench = { name: 'voice_to_voice', run };

const QUESTIONS = 4;
const SEED = 20_261_124;
const TARGET = { ratio: 0.6, p95Ms: 900, knownMs: 60 };
/** Before the candidate begins to answer. */
const BREATH_MS = 600;
/** A reply that has not begun by then is none. */
const PATIENCE_MS = 15_000;

interface Turn {
  kind: 'follow-up' | 'known';
  /** From the end of the candidate's sound to the first sound of the reply's. */
  gapMs: number;
  /** From the end of the candidate's sound to the end of the turn. */
  endpointMs: number;
  naiveMs: number;
}

interface Talked {
  turns: Turn[];
  cut: number;
}

type Delays = () => { earsMs: number; modelMs: number; voiceMs: number };

async function run(): Promise<BenchResult[]> {
  pageGlobals();
  const script = resolve(import.meta.dirname, 'voice/serve-makers.ts');
  const server: ChildProcess = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (server.stdout === null) throw new Error('The makers say nothing');
  const [printed] = await once(server.stdout, 'data');
  const { environment, openai } = JSON.parse(String(printed)) as {
    environment: Record<string, string>;
    openai: EmulatedMaker;
  };
  const product = await startProduct({ seeded: false, environment });
  try {
    const rooms = await talkingRooms(product, talkPlan(QUESTIONS), CASCADE_REGION);
    const plain = await talked(await rooms.enter(), product.url, openai, false);
    const acknowledged = await talked(await rooms.enter(), product.url, openai, true);
    return results(plain, acknowledged);
  } finally {
    await product.close();
    server.stdin?.end();
  }
}

function results(plain: Talked, acknowledged: Talked): BenchResult[] {
  const of = ({ turns }: Talked, kind: Turn['kind']) => turns.filter((turn) => turn.kind === kind);
  const ratios = (turns: Turn[]) => turns.map(({ gapMs, naiveMs }) => gapMs / naiveMs);
  const after = (turns: Turn[]) => turns.map(({ gapMs, endpointMs }) => gapMs - endpointMs);
  const gaps = (turns: Turn[]) =>
    spread(
      turns.map(({ gapMs }) => gapMs),
      0,
    );
  const followUps = of(plain, 'follow-up');
  const ratio = median(ratios(followUps));
  const p95Ms = quantile(after(followUps), 0.95);
  const knownMs = median(after(of(acknowledged, 'known')));
  const all = [...plain.turns, ...acknowledged.turns];
  const cut = plain.cut + acknowledged.cut;
  return [
    {
      name: 'voice_to_voice_follow_up',
      value: Math.round(ratio * 100) / 100,
      unit: '× (no acknowledgement)',
      target: `p50 ≤ ${TARGET.ratio}, p95 ≤ ${TARGET.p95Ms} ms after the end of the turn`,
      baseline: `naive pipeline ${spread(
        followUps.map(({ naiveMs }) => naiveMs),
        0,
      )} ms; ours ${gaps(followUps)} ms`,
      ok: ratio <= TARGET.ratio && p95Ms <= TARGET.p95Ms,
      notes: [
        `${followUps.length} follow-ups, ratio ${spread(ratios(followUps))}; after the end of the turn ${spread(after(followUps), 0)}, p95 ${p95Ms.toFixed(0)} ms`,
        `with the acknowledgement first sound after ${gaps(of(acknowledged, 'follow-up'))} ms, ratio ${spread(ratios(of(acknowledged, 'follow-up')))}`,
        `end of the turn after ${spread(
          all.map(({ endpointMs }) => endpointMs),
          0,
        )} ms of silence; ${cut} of ${all.length + cut} turns cut off`,
      ],
    },
    {
      name: 'voice_to_voice_known',
      value: Math.round(knownMs),
      unit: 'ms after the end of the turn (with acknowledgement)',
      target: `≤ ${TARGET.knownMs}`,
      baseline: `naive pipeline ${spread(
        of(acknowledged, 'known').map(({ naiveMs }) => naiveMs),
        0,
      )} ms; ours ${gaps(of(acknowledged, 'known'))} ms`,
      ok: knownMs <= TARGET.knownMs,
      notes: [
        `without it the question itself ${spread(after(of(plain, 'known')), 0)} ms after the end of the turn, ${gaps(of(plain, 'known'))} ms in all`,
      ],
    },
  ];
}

async function talked(
  { line, candidate }: Entered,
  url: string,
  openai: EmulatedMaker,
  acknowledges: boolean,
): Promise<Talked> {
  linesFrom(url, candidate, acknowledges);
  const { createTalk } = await import('../../web/candidate/room/sound/talk.ts');
  const page = openPage();
  const sounds = createSoundLine(line.nowMs(), (bytes) => line.send(bytes));
  let overMs = Number.NaN;
  const act = (action: Action) => {
    if (action.type === 'turn-over') overMs = performance.now();
    void line.act(action).catch(() => talk.refused(action));
  };
  const ignored = () => {};
  const talk = createTalk({
    ...{ context: page.context, out: page.heard.out, line: sounds, act, nowMs: () => line.nowMs() },
    ...{ onSaid: ignored, onLevel: ignored, onNothingSaid: ignored, onVoice: ignored, onCalm: ignored },
  });
  line.onSound = (bytes) => {
    const frame = unpackSound(bytes);
    if (frame !== null) talk.frame(frame);
  };
  line.onMessage = (message) => {
    talk.message(message);
    if (message.type === 'sound-taken') sounds.taken(message.seq);
    if (message.type === 'event' && message.event.type === 'view') talk.view(message.event.view);
  };
  talk.microphone(page.stream);
  talk.view(line.view());
  const draw = delays(seeded(SEED));
  const answers = await spokenAnswers();
  const found: Talked = { turns: [], cut: 0 };
  const told = controlOf(openai.url, openai.key);
  for (let n = 0; ; n += 1) {
    await line.until(({ phase }) => phase === 'listening' || phase === 'review');
    if (line.view().phase === 'review') break;
    await pause(BREATH_MS);
    const drawn = draw();
    await told.slows('ears', drawn.earsMs);
    await told.slows('model', drawn.modelMs);
    await told.slows('voice', drawn.voiceMs);
    const answer = answers[n % answers.length] ?? new Float32Array(0);
    overMs = Number.NaN;
    const before = line.view().utterance?.turn;
    const endMs = page.say(answer) + endOfSound(answer, PAGE_RATE);
    const next = await line.until(
      (view) => view.phase === 'review' || (view.phase === 'speaking' && view.utterance?.turn !== before),
    );
    if (next.phase === 'review') break;
    if (overMs < endMs) {
      found.cut += 1;
      await pause(endMs - performance.now());
    } else {
      const gapMs = await heardAfter(page, endMs);
      const naiveMs = await naiveGap(openai, resampled(answer, PAGE_RATE, 16_000), next.question?.text ?? '');
      if (gapMs !== null) found.turns.push({ kind: kindOf(next), gapMs, endpointMs: overMs - endMs, naiveMs });
    }
  }
  talk.close();
  page.close();
  line.close();
  return found;
}

function kindOf({ utterance }: View): Turn['kind'] {
  return utterance?.kind === 'follow-up' ? 'follow-up' : 'known';
}

/** From the end of the candidate's sound to the next that is heard, as the samples have it. */
async function heardAfter(page: ReturnType<typeof openPage>, endMs: number): Promise<number | null> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await pause(50)) {
    for (const { fromS, toS, samples } of page.heard.pieces) {
      if (page.pageMs(fromS) < endMs) continue;
      const played = samples.subarray(0, Math.round((toS - fromS) * PAGE_RATE));
      const inMs = beginningOfSound(played, PAGE_RATE);
      if (inMs !== null) return page.pageMs(fromS) + inMs - endMs;
    }
  }
  return null;
}

/** The room fetches known lines by their path, with the candidate's cookie. */
function linesFrom(url: string, candidate: HttpClient, acknowledges: boolean): void {
  const cookie = candidate.cookies().map(([name, value]) => `${name}=${value}`);
  const { fetch: own } = outside;
  globalThis.fetch = async (input, init) => {
    if (typeof input !== 'string' || !input.startsWith('/')) return await own(input, init);
    if (!acknowledges && input.includes('/voice/ack')) return new Response(null, { status: 404 });
    return await own(url + input, { ...init, headers: { cookie: cookie.join('; ') } });
  };
}
const outside = { fetch: globalThis.fetch };

function delays(random: () => number): Delays {
  const [ears, model, voice] = [logNormal(361, 1256, random), logNormal(423, 482, random), logNormal(138, 174, random)];
  return () => ({ earsMs: ears(), modelMs: model(), voiceMs: voice() });
}

async function spokenAnswers(): Promise<Float32Array[]> {
  return await Promise.all(
    ANSWERS.map(async (text) => resampled((await synthesise([text])).pcm, SPEECH_RATE, PAGE_RATE)),
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
