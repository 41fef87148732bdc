/** What a live model says after an answer, as it comes: text and sound, or that it has nothing to ask. */
export type ReplyPiece = { kind: 'text'; text: string } | { kind: 'sound'; pcm: Int16Array } | { kind: 'go-on' };

export class ReplyStream implements AsyncIterable<ReplyPiece> {
  private readonly pieces: ReplyPiece[] = [];
  private ended = false;
  private fault: unknown = null;
  private wake: () => void = () => {};

  push(piece: ReplyPiece): void {
    if (this.ended) return;
    this.pieces.push(piece);
    this.wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  /** What came before the fault is still given. */
  fail(fault: unknown): void {
    this.fault = fault;
    this.end();
  }

  /** Resolves with the first sign, which stays in the stream; null when it ended without one. */
  async first(): Promise<ReplyPiece | null> {
    while (this.pieces.length === 0 && !this.ended) await this.more();
    if (this.pieces[0] === undefined && this.fault !== null) throw this.fault;
    return this.pieces[0] ?? null;
  }

  async *[Symbol.asyncIterator](): AsyncIterator<ReplyPiece> {
    for (;;) {
      const piece = this.pieces.shift();
      if (piece !== undefined) {
        yield piece;
        continue;
      }
      if (this.fault !== null) throw this.fault;
      if (this.ended) return;
      await this.more();
    }
  }

  private more(): Promise<void> {
    return new Promise((done) => {
      this.wake = done;
    });
  }
}
