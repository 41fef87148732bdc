/** A judge for the emulators: it quotes what the candidate says they did, and levels by how much of that there is. */
import type { Thought } from './brains.ts';

const ANSWER = /<answer turn="([^"]*)">\n([\s\S]*?)\n<\/answer>/g;
const DEED = /\bI (?:\w+ly )?(?:\w+ed|let|built|wrote|made|ran|found|took|led|went|kept|began|saw|told|split|sent)\b/;
const MOST_QUOTES = 3;

/** The judgement as JSON when one is asked for; null for any other thought. */
export function judged({ input, schema }: Thought): string | null {
  const { properties } = schema ?? {};
  const asked =
    typeof properties === 'object' && properties !== null && 'level' in properties && 'quotes' in properties;
  if (!asked) return null;
  const deeds = [...input.matchAll(ANSWER)].flatMap(([, turn = '', text = '']) =>
    (text.match(/[^.?!]+[.?!]/g) ?? [])
      .filter((sentence) => DEED.test(sentence))
      .map((sentence) => ({ turn, words: sentence.trim() })),
  );
  const quotes = deeds.slice(-MOST_QUOTES);
  const reason =
    quotes.length === 0 ? 'Nothing was told that was done.' : `They tell what they did ${quotes.length} times.`;
  return JSON.stringify({ level: quotes.length === 0 ? 0 : quotes.length + 1, reason, quotes });
}
