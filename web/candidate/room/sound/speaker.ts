/**
 * Plays the interviewer's voice: frames are queued as they come, handed to the loudspeaker a little ahead and without a
 * seam, and can be lowered, held, gone on with or thrown away at any moment.
 */
import { FRAME_MS, VOICE_RATE } from '../../../../durable-objects/interview/protocol-sound.ts';
import { type PlayedPiece, playedMs } from './played-rules.ts';
import { fromPcm, type Resampler, resampler } from './resample-rules.ts';

export interface Playing {
  /** Adds what follows; `last` when nothing more comes. */
  add(pcm: Int16Array, last: boolean): void;
  /** How much of it has been heard, and how much there is so far. */
  playedMs(): number;
  addedMs(): number;
  /** Stops at once and keeps its place. */
  hold(): void;
  goOn(): void;
  flush(): void;
  done: Promise<'ended' | 'flushed'>;
}

export interface Speaker {
  /** Begins when what was begun before is over. */
  begin(): Playing;
  /** Softer while the candidate may be about to speak. */
  duck(on: boolean): void;
  flush(): void;
}

/** Handed over in advance: more than a background page's timers sleep. */
const AHEAD_S = 1.5;
const PUMP_MS = 100;
/** Once a line has left a gap, this much is there before anything begins: one gap more is heard worse than a short wait. */
const ROUGH_FRAMES = 4;
/** Time for the first piece to reach the loudspeaker whole. */
const LEAD_S = 0.015;
/** Between two things that are said one after the other. */
const BREATH_S = 0.15;
const RAMP_S = 0.02;
const FRAME_SAMPLES = (VOICE_RATE * FRAME_MS) / 1000;
const DUCKED = 0.2;

/** Plays into `out`. */
export function createSpeaker(context: AudioContext, out: AudioNode): Speaker {
  const node = new GainNode(context, { channelCount: 1, channelCountMode: 'explicit' });
  node.connect(out);
  const playing = new Set<Playing>();
  /** When the loudspeaker has nothing more to play. */
  let busyUntilS = 0;
  /** The line has left a gap. */
  let rough = false;

  function begin(): Playing {
    if (busyUntilS > context.currentTime) busyUntilS += BREATH_S;
    const queue: Int16Array[] = [];
    let queued = 0;
    let addedSamples = 0;
    let complete = false;
    let held = false;
    let over = false;
    /** What is handed over next must wait for more, on a line that has left a gap. */
    let dry = true;
    let pieces: PlayedPiece[] = [];
    let active: AudioBufferSourceNode[] = [];
    /** The place in the queue's samples that is handed over next. */
    let at = 0;
    // Its own, so that it can fall silent without a click while the next thing is said.
    let gain = new GainNode(context);
    gain.connect(node);
    let convert: Resampler = resampler(VOICE_RATE, context.sampleRate);
    let settle: (how: 'ended' | 'flushed') => void = () => {};
    const done = new Promise<'ended' | 'flushed'>((resolve) => {
      settle = resolve;
    });
    const timer = setInterval(pump, PUMP_MS);

    function pump(): void {
      if (held || over) return;
      const ranDry = pieces.length > 0 && context.currentTime > busyUntilS;
      if (ranDry && !complete && queued === queue.length) [rough, dry] = [true, true];
      if (rough && dry && !complete && queue.length - queued < ROUGH_FRAMES) return;
      if (queued < queue.length) dry = false;
      while (queued < queue.length && busyUntilS < context.currentTime + AHEAD_S) {
        const pcm = queue[queued];
        queued += 1;
        if (pcm !== undefined) hand(pcm);
      }
      if (complete && queued === queue.length && context.currentTime >= busyUntilS) finish('ended');
    }

    function hand(pcm: Int16Array): void {
      const samples = convert(fromPcm(pcm));
      const fromMs = (at * 1000) / VOICE_RATE;
      at += pcm.length;
      if (samples.length === 0) return;
      const buffer = new AudioBuffer({ length: samples.length, sampleRate: context.sampleRate });
      buffer.copyToChannel(samples, 0);
      const atS = Math.max(busyUntilS, context.currentTime + LEAD_S);
      const source = new AudioBufferSourceNode(context, { buffer });
      source.connect(gain);
      source.start(atS);
      source.onended = () => {
        active = active.filter((one) => one !== source);
        pump();
      };
      active.push(source);
      pieces.push({ atS, fromMs, lengthMs: buffer.duration * 1000 });
      busyUntilS = atS + buffer.duration;
    }

    function silence(): void {
      // With its loudspeaker gone it is silent already.
      if (context.state === 'closed') return;
      const endS = context.currentTime + RAMP_S;
      gain.gain.setValueAtTime(1, context.currentTime);
      gain.gain.linearRampToValueAtTime(0, endS);
      for (const source of active) {
        source.onended = null;
        source.stop(endS);
      }
      active = [];
      gain = new GainNode(context);
      gain.connect(node);
      busyUntilS = context.currentTime;
    }

    function finish(how: 'ended' | 'flushed'): void {
      if (over) return;
      over = true;
      clearInterval(timer);
      playing.delete(self);
      settle(how);
    }

    const heardMs = () => playedMs(pieces, context.currentTime - (context.outputLatency || 0));
    const self: Playing = {
      done,
      add(pcm, last) {
        for (let from = 0; from < pcm.length; from += FRAME_SAMPLES)
          queue.push(pcm.subarray(from, from + FRAME_SAMPLES));
        addedSamples += pcm.length;
        complete ||= last;
        pump();
      },
      playedMs: heardMs,
      addedMs: () => (addedSamples * 1000) / VOICE_RATE,
      hold() {
        if (held || over) return;
        const place = Math.round((heardMs() * VOICE_RATE) / 1000);
        held = true;
        silence();
        pieces = [{ atS: context.currentTime, fromMs: (place * 1000) / VOICE_RATE, lengthMs: 0 }];
        rewind(place);
      },
      goOn() {
        held = false;
        pump();
      },
      flush() {
        silence();
        finish('flushed');
      },
    };

    /** Puts the place in the queue at this sample, in the middle of a frame if need be. */
    function rewind(place: number): void {
      convert = resampler(VOICE_RATE, context.sampleRate);
      at = 0;
      queued = 0;
      for (const [index, pcm] of queue.entries()) {
        if (at + pcm.length > place) {
          const cut = place - at;
          queue.splice(index, 1, pcm.subarray(0, cut), pcm.subarray(cut));
          at = place;
          queued = index + 1;
          return;
        }
        at += pcm.length;
        queued = index + 1;
      }
    }

    playing.add(self);
    return self;
  }

  return {
    begin,
    duck(on) {
      const now = context.currentTime;
      node.gain.cancelScheduledValues(now);
      node.gain.setValueAtTime(node.gain.value, now);
      node.gain.linearRampToValueAtTime(on ? DUCKED : 1, now + RAMP_S);
    },
    flush() {
      for (const one of [...playing]) one.flush();
      node.gain.cancelScheduledValues(context.currentTime);
      node.gain.setValueAtTime(1, context.currentTime);
    },
  };
}
