/** The sound of the answer that is being given, as its frames came, until its words are durable. */
import { LIMITS } from '../../../worker/limits.ts';
import { FRAME_MS, packSound, type SoundFrame, unpackSound } from '../protocol-sound.ts';

const MOST_FRAMES = LIMITS.wire.soundKeptMs / FRAME_MS;

/** A call's frames of ten hours fit between two numbers of the room. */
const BETWEEN = 2 ** -20;

export class AnswerSound {
  /** Packed again: a quarter of the size. Sound of a call lies between the room's numbers. */
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
    this.keep(frame, frame.seq);
    for (const look of [...this.waiting]) look();
    return true;
  }

  /** It came, and is not heard from here: the call brings the same time. */
  seen(seq: number): void {
    this.top = Math.max(this.top, seq);
    for (const look of [...this.waiting]) look();
  }

  /** A frame that no room numbered; returned with the number that it gets here. */
  addFromCall(frame: SoundFrame): SoundFrame {
    const seq = Math.max(this.top, this.kept.at(-1)?.seq ?? 0) + BETWEEN;
    this.keep(frame, seq);
    return { ...frame, seq };
  }

  private keep(frame: SoundFrame, seq: number): void {
    this.kept.push({ seq, bytes: packSound(frame) });
    if (this.kept.length > MOST_FRAMES) this.kept.shift();
  }

  /** The words up to this frame are durable. */
  take(seq: number): void {
    this.top = Math.max(this.top, Math.floor(seq));
    this.kept = this.kept.filter((one) => one.seq > seq);
  }

  get any(): boolean {
    return this.kept.length > 0;
  }

  /** What is kept, oldest first. */
  frames(): SoundFrame[] {
    return this.kept.flatMap(({ seq, bytes }) => {
      const frame = unpackSound(bytes);
      return frame === null ? [] : [{ ...frame, seq }];
    });
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
