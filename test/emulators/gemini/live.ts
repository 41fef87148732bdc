/**
 * Gemini's Live API over one socket, strictly: setup first and nothing until it is complete, sound only while the
 * candidate is said to speak, every frame by the descriptors; what breaks a rule ends the line with its close code.
 */
import type { Brains } from '../brains.ts';
import type { Line } from '../door.ts';
import { LineRefused, refuse } from './line-refused.ts';
import { endingOf } from './live-faults.ts';
import { type ClientFrame, type RealtimeInput, readClientFrame, type Setup, shortened, textOf } from './live-frames.ts';
import { hearing, type Recogniser } from './live-hearing.ts';
import { type Kept, liveModel } from './live-model.ts';
import { outOf } from './live-out.ts';
import { checkSetup } from './live-setup.ts';
import { HEARS_RATE, samplesOf } from './sound.ts';

export interface LiveOptions {
  recogniser(): Recogniser;
  /** How long the service keeps a connection. */
  connectionMs: number;
  /** How long before its end it says so. */
  leavesMs: number;
}

export const LIVE = /^\/+ws\/google\.ai\.generativelanguage\.(v1alpha|v1beta)\.GenerativeService\.BidiGenerateContent$/;

/** From the setup to its completion, so that whoever does not wait for it is found out. */
const SETUP_MS = 10;

export function openLive(line: Line, brains: Brains, kept: Kept, options: LiveOptions): void {
  const out = outOf(line.socket);
  const timers = new Set<NodeJS.Timeout>();
  const after = (ms: number, run: () => void) => {
    timers.add(setTimeout(run, ms));
  };
  const fault = line.fault();
  let setup: Setup | null = null;
  let stage: 'new' | 'setting-up' | 'history' | 'ready' = 'new';
  const model = liveModel({ line, out, brains, kept, leave });
  const ear = hearing(options.recogniser, (text) => {
    if (setup?.inputAudioTranscription !== undefined) out.send({ serverContent: { inputTranscription: { text } } });
  });

  function leave(): void {
    out.send({ goAway: { timeLeft: `${options.leavesMs / 1000}s` } });
    after(options.leavesMs, () => out.close(1011, 'Deadline expired before operation could complete.'));
  }

  function begin(wanted: Setup): void {
    checkSetup(wanted, LIVE.exec(line.ask.path)?.[1] ?? '');
    const handle = wanted.sessionResumption?.handle;
    if (handle !== undefined && !kept.has(handle)) refuse('BidiGenerateContent session not found');
    setup = wanted;
    stage = 'setting-up';
    const ending = endingOf(fault);
    after(SETUP_MS, () => (ending === null ? completes(wanted) : out.end(ending)));
  }

  function completes(wanted: Setup): void {
    stage = wanted.historyConfig?.initialHistoryInClientContent === true ? 'history' : 'ready';
    if (fault === 'twice') out.twice();
    out.send({ setupComplete: {} });
    if (fault === 'mute' || fault === 'trickle' || fault === 'endless') out.mute();
    model.begins(wanted);
    if (fault === 'go-away') leave();
    else after(Math.max(0, options.connectionMs - options.leavesMs), leave);
  }

  function realtime(input: RealtimeInput, manual: boolean): void {
    if (Object.keys(input).length !== 1) refuse('This emulator takes one realtime input in a frame.');
    if (input.mediaChunks !== undefined)
      refuse('realtime_input.media_chunks is deprecated. Use audio, video, or text instead.');
    if (input.video !== undefined) refuse('This emulator sees nothing.');
    if (!manual && (input.activityStart ?? input.activityEnd) !== undefined)
      refuse('Explicit activity control is not supported when automatic activity detection is enabled.');
    if (input.text !== undefined) model.answer(input.text);
    if (input.activityStart !== undefined) starts();
    if (input.activityEnd !== undefined) ends();
    if (input.audioStreamEnd !== undefined && !manual && ear.open()) ends();
    if (input.audio !== undefined) sound(input.audio, manual);
  }

  function starts(): void {
    if (ear.open()) refuse('The activity has begun already.');
    ear.begin();
    model.interrupt();
  }

  function sound({ mimeType, data = '' }: NonNullable<RealtimeInput['audio']>, manual: boolean): void {
    if (mimeType !== `audio/pcm;rate=${HEARS_RATE}`) refuse(`This emulator hears audio/pcm;rate=${HEARS_RATE}.`);
    const pcm = samplesOf(data);
    if (pcm === null || pcm.length === 0) refuse('Audio must be whole samples of 16 bits.');
    if (!ear.open() && manual) refuse('Audio outside of an activity.');
    if (!ear.open()) starts();
    model.meter().heard(pcm.length, HEARS_RATE);
    ear.push(pcm);
  }

  function ends(): void {
    if (!ear.open()) refuse('No activity has begun.');
    void ear.end().then((text) => {
      // Whoever spoke again in the meantime is heard out first.
      if (!ear.open()) model.answer(text);
    });
  }

  function content({ turns = [], turnComplete }: NonNullable<ClientFrame['clientContent']>): void {
    const text = turns.map(textOf).join('\n');
    if (turns.some(({ role }) => role !== 'user' && role !== 'model')) refuse('Please use a valid role: user, model.');
    model.meter().wrote(text);
    if (turnComplete !== true) return;
    if (stage === 'history') stage = 'ready';
    else model.answer(text);
  }

  function take(frame: ClientFrame): void {
    if ((setup === null) !== (frame.setup !== undefined)) refuse('setup must be the first message and only the first.');
    if (frame.setup !== undefined) begin(frame.setup);
    else if (setup !== null) goesOn(frame, setup);
  }

  function goesOn(frame: ClientFrame, { realtimeInputConfig }: Setup): void {
    if (stage === 'setting-up') refuse('Nothing may be sent before the setup is complete.');
    const manual = realtimeInputConfig?.automaticActivityDetection?.disabled === true;
    if (frame.clientContent !== undefined) content(frame.clientContent);
    else if (stage === 'history') refuse('The initial history was announced and has not come.');
    else if (frame.toolResponse !== undefined) model.responded(frame.toolResponse.functionResponses ?? []);
    else if (frame.realtimeInput !== undefined) realtime(frame.realtimeInput, manual);
    else refuse('This emulator takes no updates of the context.');
  }

  line.socket.on('message', (bytes: Buffer) => {
    if (out.over()) return;
    try {
      const frame = readClientFrame(bytes);
      line.note(shortened(frame));
      take(frame);
    } catch (thrown) {
      if (!(thrown instanceof LineRefused)) throw thrown;
      out.close(thrown.code, thrown.message);
    }
  });
  line.socket.on('close', () => {
    for (const timer of timers) clearTimeout(timer);
    model.interrupt();
  });
}
