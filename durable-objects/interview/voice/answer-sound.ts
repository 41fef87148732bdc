/** The sound of the answer that is being given, as its frames came, until its words are durable. */
import { LIMITS } from '../../../worker/limits.ts';
import { FRAME_MS, packSound, type SoundFrame, unpackSound } from '../protocol-sound.ts';

const MOST_FRAMES = LIMITS.wire.soundKeptMs / FRAME_MS;

export class AnswerSound {
  /** Packed again: a quarter of the size. */
  private kept: { seq: number; bytes: Uint8Array }[] = [];
  private readonly waiting = new Set<() => void>();
  /** The last frame that came. */
  top: number;

  constructor(taken: number) {
    this.top = taken;
  }

  /** False for a frame that was here before. */
  add(frame: SoundFrame): boolean {
    if (frame.seq <= this.top) return false;
    this.top = frame.seq;
    this.kept.push({ seq: frame.seq, bytes: packSound(frame) });
    if (this.kept.length > MOST_FRAMES) this.kept.shift();
    for (const look of [...this.waiting]) look();
    return true;
  }

  /** The words up to this frame are durable. */
  take(seq: number): void {
    this.top = Math.max(this.top, seq);
    this.kept = this.kept.filter((one) => one.seq > seq);
  }

  /** What is kept, oldest first. */
  frames(): SoundFrame[] {
    return this.kept.flatMap(({ bytes }) => unpackSound(bytes) ?? []);
  }

  /** True once this frame has come; false when it did not in time. */
  async reaches(seq: number, withinMs: number): Promise<boolean> {
    if (this.top >= seq) return true;
    return await new Promise((done) => {
      const end = (arrived: boolean) => {
        clearTimeout(timer);
        this.waiting.delete(look);
        done(arrived);
      };
      const look = () => {
        if (this.top >= seq) end(true);
      };
      const timer = setTimeout(() => end(false), withinMs);
      this.waiting.add(look);
    });
  }
}
