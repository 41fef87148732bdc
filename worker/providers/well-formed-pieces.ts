/** The text door of models: the pieces of a streamed answer, made well-formed as they come. */
import { wellFormed } from '../text-rules.ts';

const HALF_AT_END = /[\uD800-\uDBFF]$/;

/** A pair that was cut between two pieces is put together again. */
export async function* wellFormedPieces(pieces: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let half = '';
  for await (const piece of pieces) {
    const whole = half + piece;
    half = HALF_AT_END.exec(whole)?.[0] ?? '';
    const text = wellFormed(whole.slice(0, whole.length - half.length));
    if (text !== '') yield text;
  }
}
