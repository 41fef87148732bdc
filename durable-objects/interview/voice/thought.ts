/** A model's follow-up, sentence by sentence, so that the first can be spoken while the second is still written. */
import type { Usage } from '../../../worker/domain/spend/usage-shape.ts';
import { ProviderFault } from '../../../worker/provider-faults.ts';
import type { Model } from '../../../worker/providers/model/model.ts';
import { followUpIn, sentenceEnd } from './interviewer-rules.ts';
import { THINK_MS } from './patience.ts';

const MOST_TOKENS = 200;

/** The sentences of a follow-up; none when there is nothing to ask. */
export interface Thought {
  first: string | null;
  rest: AsyncIterable<string>;
}

/** @throws ProviderFault when there is no first sentence in time */
export async function think(
  model: Model,
  asked: { instructions: string; input: string },
  closing: AbortSignal,
  onUsage: (usage: Usage) => void,
): Promise<Thought> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), THINK_MS);
  const signal = AbortSignal.any([closing, late.signal]);
  const pieces = model
    .think({ ...asked, schema: null, maxTokens: MOST_TOKENS, temperature: 0.4, signal, onUsage })
    [Symbol.asyncIterator]();
  try {
    const { sentence, text, ended } = await upToSentence(pieces, '');
    if (ended && sentence === '') throw new ProviderFault(model.maker, 'malformed');
    const first = followUpIn(sentence);
    return { first, rest: first === null ? none() : rest(pieces, text, ended) };
  } catch (error) {
    if (error instanceof ProviderFault) throw error;
    throw new ProviderFault(model.maker, late.signal.aborted ? 'timeout' : 'unavailable');
  } finally {
    clearTimeout(timer);
  }
}

async function* rest(pieces: AsyncIterator<string>, left: string, over: boolean): AsyncGenerator<string> {
  let [text, ended] = [left, over];
  while (!ended || text.trim() !== '') {
    const next = await upToSentence(pieces, text, ended);
    [text, ended] = [next.text, next.ended];
    const sentence = followUpIn(next.sentence);
    if (sentence !== null) yield sentence;
    if (next.ended && next.text.trim() === '') return;
  }
}

async function* none(): AsyncGenerator<string> {}

/** Reads until a sentence is whole or the text ends; `text` is what follows it. */
async function upToSentence(pieces: AsyncIterator<string>, begun: string, over = false) {
  let text = begun;
  for (let ended = over; ; ) {
    const end = sentenceEnd(text);
    if (end >= 0) return { sentence: text.slice(0, end).trim(), text: text.slice(end), ended };
    if (ended) return { sentence: text.trim(), text: '', ended };
    const next = await pieces.next();
    if (next.done === true) ended = true;
    else text += next.value;
  }
}
