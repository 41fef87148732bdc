/** The fragments of one recording that are on this device, and fetching others, neighbours in one request. */
import type { Fragment } from './fragments.ts';

export interface FragmentCache {
  init(): Promise<ArrayBuffer>;
  known(number: number): ArrayBuffer | undefined;
  /** Fragments that follow each other. Asked for twice, they are fetched once. */
  fetch(numbers: readonly number[], priority: 'high' | 'low'): Promise<void>;
}

export function createFragmentCache(url: string, initBytes: number, fragments: readonly Fragment[]): FragmentCache {
  const here = new Map<number, ArrayBuffer>();
  const coming = new Map<number, Promise<void>>();
  let head: Promise<ArrayBuffer> | null = null;

  async function load(numbers: readonly number[], priority: 'high' | 'low'): Promise<void> {
    const [first, last] = [fragments[numbers[0] ?? -1], fragments[numbers.at(-1) ?? -1]];
    if (first === undefined || last === undefined) return;
    const bytes = await range(url, first[1], last[1] + last[2] - 1, priority);
    for (const number of numbers) {
      const [, offset, length] = fragments[number] ?? [0, 0, 0];
      here.set(number, bytes.slice(offset - first[1], offset - first[1] + length));
    }
  }

  return {
    init: () => {
      head ??= range(url, 0, initBytes - 1, 'high').catch((error: unknown) => {
        head = null;
        throw error;
      });
      return head;
    },
    known: (number) => here.get(number),
    async fetch(numbers, priority) {
      const wanted = numbers.filter((number) => !here.has(number) && !coming.has(number));
      const waiting = numbers.flatMap((number) => coming.get(number) ?? []);
      if (wanted.length > 0) {
        const request = load(wanted, priority).finally(() => {
          for (const number of wanted) coming.delete(number);
        });
        for (const number of wanted) coming.set(number, request);
        waiting.push(request);
      }
      await Promise.all(waiting);
    },
  };
}

async function range(url: string, from: number, to: number, priority: 'high' | 'low'): Promise<ArrayBuffer> {
  const answer = await fetch(url, { headers: { range: `bytes=${from}-${to}` }, priority });
  if (!answer.ok) throw new Error(`The recording cannot be read: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  // A server may answer with the whole file.
  return answer.status === 206 ? bytes : bytes.slice(from, to + 1);
}
