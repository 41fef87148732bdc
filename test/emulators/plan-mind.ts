/**
 * What an emulated model writes when it is asked for a plan: topics from the lines of the description, sections about
 * each. It is as obedient as a weak model: what the description tells it to ask, it asks.
 */
import type { Thought } from './brains.ts';

const MARKER = /^\s*[-*•–]\s+/;
const MOST_TOPICS = 4;

/** Null when the schema is of something else. */
export function planMind({ instructions, input, schema }: Thought): unknown {
  const properties = schema?.properties;
  if (typeof properties !== 'object' || properties === null) return null;
  const lines = linesOf(input);
  if ('topics' in properties) return outline(lines);
  if ('level1' in properties && 'questions' in properties) return section(instructions, lines);
  return null;
}

function linesOf(input: string): string[] {
  const text = /<description>\n([\s\S]*)\n<\/description>/.exec(input)?.[1] ?? '';
  const items = text.split('\n').filter((line) => MARKER.test(line));
  const all = items.length > 0 ? items : text.split(/\n|(?<=[.!?])\s/);
  return all.map((line) => line.replace(MARKER, '').replace(/\.$/, '').trim()).filter((line) => line.length > 12);
}

function outline(lines: readonly string[]): unknown {
  const chosen = lines.filter((line) => !orderIn(line)).slice(0, MOST_TOPICS);
  const words = (line: string) => line.split(/[^\p{L}]+/u).filter((word) => word.length > 3);
  return {
    opening: 'What does an ordinary week at your work look like?',
    topics: chosen.map((line, n) => ({
      section: `About ${words(line).slice(0, 3).join(' ')}`,
      criterion: `Can ${line.charAt(0).toLowerCase()}${line.slice(1, 100)}`,
      short: (words(line)[0] ?? `Topic${n}`).slice(0, 16),
      weight: chosen.length - n,
      source: line,
    })),
  };
}

function section(instructions: string, lines: readonly string[]): unknown {
  const about = /^The section: (.*?)\. Its criterion: (.*)\.$/m.exec(instructions)?.[2] ?? 'the work';
  const source = lines.find((line) => about.includes(line.slice(1, 60))) ?? '';
  const what = about.replace(/^Can /, '').slice(0, 120);
  const ordered = lines.flatMap((line) => orderIn(line) ?? []);
  return {
    questions: [
      ...ordered.map((text) => ({ text, kind: 'scripted', source: '', probe: { terms: [], say: '' } })),
      {
        text: `Tell me about a time when you had to ${what}. What did you do?`,
        kind: 'adaptive',
        source,
        probe: { terms: ['first', 'because', 'then'], say: 'What did you do first, and why?' },
      },
      {
        text: `When did it go wrong to ${what}?`,
        kind: 'scripted',
        source: '',
        probe: { terms: ['noticed', 'changed'], say: 'How did you notice?' },
      },
    ],
    level1: 'Names nothing that was done about it.',
    level2: 'Says in general how one should do it.',
    level3: 'Tells one case and what was done in it.',
    level4: 'Tells the case with its result and says what it cost.',
    level5: 'Shows in several cases what was changed for others too.',
    indicators: ['first', 'because', 'changed', 'noticed', 'result', 'told them', 'measured', 'afterwards'],
  };
}

/** “Ask everybody: How old are you?” */
function orderIn(line: string): string | null {
  return /\bask (?:everybody|every candidate)\b:?\s*(.+)$/i.exec(line)?.[1] ?? null;
}
