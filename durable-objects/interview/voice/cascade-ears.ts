/**
 * Writes an answer down stretch by stretch: each is sent off as soon as the candidate pauses, so that only the last
 * is waited for. Words come in the order in which they were said, whichever answer is back first.
 */
import type { Usage } from '../../../worker/domain/spend/usage-shape.ts';
import type { Ears, Language } from '../../../worker/providers/speech/speech.ts';
import type { Segment } from '../protocol.ts';
import { MIC_RATE, type SoundFrame } from '../protocol-sound.ts';
import type { BestFirst } from './best-first.ts';
import { isInvented } from './invented-words-rules.ts';
import type { Caption, Listener } from './listener.ts';
import { HEAR_MS } from './patience.ts';

/** Longer than this nobody speaks without a pause that can be heard; and what is sent must come back soon. */
const LONGEST_STRETCH_MS = 20_000;

export interface EarsDeps {
  ears: BestFirst<Ears>;
  language: Language;
  hints: readonly string[];
  onCaption(caption: Caption): void;
  /** The words of everything up to this frame are known. */
  onSegment(toSeq: number): void;
  onUsage(usage: Usage): void;
}

interface Stretch {
  number: number;
  startMs: number;
  samples: number;
  pieces: Int16Array[];
  toSeq: number;
}

export class CascadeEars implements Listener {
  readonly segments: Segment[] = [];
  private readonly deps: EarsDeps;
  private readonly closing = new AbortController();
  private now: Stretch | null = null;
  private order: Promise<void> = Promise.resolve();
  private fault: unknown = null;

  constructor(deps: EarsDeps) {
    this.deps = deps;
  }

  frame(frame: SoundFrame): void {
    if (this.now !== null && this.now.number !== frame.stretch) this.sendOff();
    this.now ??= { number: frame.stretch, startMs: frame.timeMs, samples: 0, pieces: [], toSeq: frame.seq };
    this.now.pieces.push(frame.pcm);
    this.now.samples += frame.pcm.length;
    this.now.toSeq = frame.seq;
    if (frame.last || lengthMs(this.now) >= LONGEST_STRETCH_MS) this.sendOff();
  }

  async finish(): Promise<void> {
    this.sendOff();
    await this.order;
    if (this.fault !== null) throw this.fault;
  }

  close(): void {
    this.closing.abort();
  }

  private sendOff(): void {
    const stretch = this.now;
    this.now = null;
    if (stretch === null || stretch.samples === 0) return;
    const words = this.hear(stretch);
    // A refusal is looked at in its turn, not before.
    words.catch(() => {});
    this.order = this.order.then(async () => {
      try {
        this.said(stretch, await words);
      } catch (error) {
        this.fault ??= error;
      }
    });
  }

  private said(stretch: Stretch, text: string): void {
    if (this.closing.signal.aborted || this.fault !== null) return;
    const { startMs, number } = stretch;
    const trimmed = isInvented(text, this.deps.hints, lengthMs(stretch)) ? '' : text.trim();
    const endMs = startMs + lengthMs(stretch);
    this.deps.onCaption({
      speaker: 'candidate',
      turn: null,
      stretch: number,
      text: trimmed,
      final: true,
      startMs,
      endMs,
    });
    if (trimmed !== '') this.segments.push({ text: trimmed, startMs, endMs });
    this.deps.onSegment(stretch.toSeq);
  }

  private async hear(stretch: Stretch): Promise<string> {
    const pcm = joined(stretch);
    const { number, startMs } = stretch;
    return await this.deps.ears.run((ears) =>
      ears.hear({
        pcm,
        language: this.deps.language,
        hints: this.deps.hints,
        signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(HEAR_MS)]),
        onPartial: (text) => {
          const endMs = startMs + lengthMs(stretch);
          this.deps.onCaption({
            speaker: 'candidate',
            turn: null,
            stretch: number,
            text,
            final: false,
            startMs,
            endMs,
          });
        },
        onUsage: this.deps.onUsage,
      }),
    );
  }
}

function lengthMs({ samples }: Stretch): number {
  return Math.round((samples * 1000) / MIC_RATE);
}

function joined({ pieces, samples }: Stretch): Int16Array {
  const pcm = new Int16Array(samples);
  let at = 0;
  for (const piece of pieces) {
    pcm.set(piece, at);
    at += piece.length;
  }
  return pcm;
}
