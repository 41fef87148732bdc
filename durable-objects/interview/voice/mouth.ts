/** Says a follow-up that a model words: its sound goes out as it comes, its words grow in the turn, and it can be stopped. */
import { spokenLengthMs } from '../machine-speech.ts';
import { SoundFrames } from './sound-frames.ts';

export interface MouthDeps {
  position: number;
  /** To whoever holds the pen. */
  send(frame: Uint8Array): void;
  /** All of the words so far, and their expected length. */
  grew(text: string, lengthMs: number, growing: boolean): void;
}

export class Mouth {
  private readonly deps: MouthDeps;
  private readonly frames: SoundFrames;
  private text: string;
  private over = false;
  readonly stopping = new AbortController();

  constructor(deps: MouthDeps, begun: string) {
    this.deps = deps;
    this.text = begun;
    this.frames = new SoundFrames(deps.position);
  }

  /** More of its words, with the spaces between them. */
  word(text: string): void {
    if (this.over) return;
    this.text = `${this.text}${text}`.trimStart();
    this.tell(true);
  }

  /** Something of it was heard. */
  get sounds(): boolean {
    return this.frames.lengthMs > 0;
  }

  sound(pcm: Int16Array): void {
    if (this.over) return;
    for (const frame of this.frames.push(pcm)) this.deps.send(frame);
  }

  /** It is over, or the candidate has stopped it: the last frame says so, also when there was no sound at all. */
  end(): void {
    if (this.over) return;
    this.deps.send(this.frames.end());
    this.tell(false);
    this.over = true;
    this.stopping.abort();
  }

  private tell(growing: boolean): void {
    this.deps.grew(this.text, Math.max(spokenLengthMs(this.text), this.frames.lengthMs), growing);
  }
}
