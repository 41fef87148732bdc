/**
 * A loudspeaker for programs: as much of Web Audio as the room's speaker uses, on a clock of the caller's, and what was
 * to be heard of it as pieces in time. Gains are left out: who listens here listens for sound and silence.
 */

export interface HeardPiece {
  fromS: number;
  toS: number;
  samples: Float32Array;
}

export interface Loudspeaker {
  context: AudioContext;
  out: AudioNode;
  /** In the order in which they begin; what was stopped before its end is cut there. */
  pieces: HeardPiece[];
  /** Tells sources that are over; to be called as time goes. */
  tick(): void;
}

class Buffer_ {
  readonly length: number;
  readonly duration: number;
  data: Float32Array = new Float32Array(0);
  constructor({ length, sampleRate }: AudioBufferOptions) {
    this.length = length;
    this.duration = length / sampleRate;
  }
  copyToChannel(samples: Float32Array): void {
    this.data = samples;
  }
}

class Gain_ {
  readonly gain = { value: 1, setValueAtTime() {}, linearRampToValueAtTime() {}, cancelScheduledValues() {} };
  connect(): void {}
  disconnect(): void {}
}

let sources: Source_[] = [];
let pieces: HeardPiece[] = [];

class Source_ {
  onended: (() => void) | null = null;
  over = false;
  private readonly buffer: Buffer_;
  private piece: HeardPiece | null = null;
  constructor(_context: unknown, { buffer }: { buffer: Buffer_ }) {
    this.buffer = buffer;
    sources.push(this);
  }
  get endS(): number {
    return this.piece?.toS ?? Number.POSITIVE_INFINITY;
  }
  connect(): void {}
  disconnect(): void {}
  start(atS: number): void {
    this.piece = { fromS: atS, toS: atS + this.buffer.duration, samples: this.buffer.data };
    pieces.push(this.piece);
  }
  stop(atS = 0): void {
    if (this.piece === null) return;
    this.piece.toS = Math.max(this.piece.fromS, Math.min(this.piece.toS, atS));
  }
}

/** One in a process: the speaker takes its parts from the global scope, as a page's does. */
export function loudspeaker(nowS: () => number, sampleRate: number): Loudspeaker {
  sources = [];
  pieces = [];
  Object.assign(globalThis, { AudioBuffer: Buffer_, GainNode: Gain_, AudioBufferSourceNode: Source_ });
  const context = {
    sampleRate,
    outputLatency: 0,
    state: 'running',
    get currentTime() {
      return nowS();
    },
  };
  return {
    // As much of both as the speaker uses.
    context: context as unknown as AudioContext,
    out: {} as AudioNode,
    pieces,
    tick() {
      const now = nowS();
      const ended = sources.filter((source) => source.endS <= now);
      if (ended.length === 0) return;
      sources = sources.filter((source) => source.endS > now);
      for (const source of ended) source.onended?.();
    },
  };
}
