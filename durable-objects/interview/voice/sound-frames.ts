/** Cuts the sound of an utterance into frames for the wire. */
import { FRAME_MS, freshCoder, packSound, SOUND_KIND, VOICE_RATE } from '../protocol-sound.ts';

const FRAME_SAMPLES = (VOICE_RATE * FRAME_MS) / 1000;

export class SoundFrames {
  private readonly stretch: number;
  private readonly coder = freshCoder();
  private rest = new Int16Array(0);
  private seq = 0;
  private sent = 0;

  /** `stretch`: the position of the utterance's turn. */
  constructor(stretch: number) {
    this.stretch = stretch;
  }

  /** Length of what was given, in milliseconds. */
  get lengthMs(): number {
    return Math.round(((this.sent + this.rest.length) * 1000) / VOICE_RATE);
  }

  /** The whole frames that this completes. */
  push(pcm: Int16Array): Uint8Array[] {
    const all = new Int16Array(this.rest.length + pcm.length);
    all.set(this.rest);
    all.set(pcm, this.rest.length);
    const frames: Uint8Array[] = [];
    let at = 0;
    for (; at + FRAME_SAMPLES <= all.length; at += FRAME_SAMPLES)
      frames.push(this.frame(all.subarray(at, at + FRAME_SAMPLES), false));
    this.rest = all.slice(at);
    return frames;
  }

  /** The last frame, which may be empty: it says that nothing follows. */
  end(): Uint8Array {
    const rest = this.rest;
    this.rest = new Int16Array(0);
    return this.frame(rest, true);
  }

  private frame(pcm: Int16Array, last: boolean): Uint8Array {
    this.seq += 1;
    const timeMs = Math.round((this.sent * 1000) / VOICE_RATE);
    this.sent += pcm.length;
    return packSound({ kind: SOUND_KIND.voice, seq: this.seq, stretch: this.stretch, timeMs, last, pcm }, this.coder);
  }
}
