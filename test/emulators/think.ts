/**
 * A mind for the emulators: to an answer, the question that a good interviewer would ask next, about what was said; to
 * a schema, JSON that fits it. The same thought always has the same outcome.
 */
import { type Thought, type Tongue, tongueOf } from './brains.ts';
import { planMind } from './plan-mind.ts';

/** What a follow-up is made of, around the words that were said. */
const QUESTIONS: Record<Tongue, (phrase: string) => string> = {
  en: (phrase) => `You said you “${phrase}”. What happened then?`,
  ar: (phrase) => `قلت: «${phrase}». ماذا حدث بعد ذلك؟`,
  hi: (phrase) => `आपने कहा: “${phrase}”। उसके बाद क्या हुआ?`,
};
/** The word that our interviewer is told to answer with when there is nothing to ask. */
const NOTHING_TO_ASK = 'NEXT';

export async function think(thought: Thought): Promise<string> {
  const { input, schema } = thought;
  if (schema !== null) return JSON.stringify(planMind(thought) ?? fitting(schema, input));
  const phrase = tellingPhrase(input);
  return phrase === '' ? NOTHING_TO_ASK : QUESTIONS[tongueOf(phrase)](phrase);
}

/** Words of a phrase that is handed back. */
const PHRASE_WORDS = 8;
/** What people did tells more than what there was. */
const DEED =
  /\b(?:I|we) (?:\w+ly )?((?:\w+ed|(?:re)?(?:built|wrote|made|ran)|found|took|led|chose|went|kept|began|saw|told|cut|set)\b[^.!?;:,]*)/gi;
/** Marks around data: a tag, or a line of its own in square brackets. */
const MARKS = /<[^>]+>|^[ \t]*\[[^\]\n]*\][ \t]*$/gm;

/** The last deed in what was said last; else its last sentence; empty when nothing was said. */
export function tellingPhrase(input: string): string {
  const words = lastSaid(input);
  const deeds = [...words.matchAll(DEED)].map((match) => match[1] ?? '');
  const sentence = words.split(/[.!?؟।]/).findLast((part) => /\p{L}/u.test(part)) ?? '';
  return (deeds.at(-1) ?? sentence).trim().split(/\s+/).slice(0, PHRASE_WORDS).join(' ');
}

/** Between the last two marks that have words between them; a question before the last answer is nobody's answer. */
function lastSaid(input: string): string {
  const answer = input.slice(Math.max(0, input.lastIndexOf('[answer ')));
  const parts = answer.replaceAll(MARKS, '\u0000').split('\u0000');
  return (parts.findLast((part) => /\p{L}/u.test(part)) ?? '').trim();
}

type Schema = Record<string, unknown>;

/** The first choice everywhere, nothing where nothing is asked, and a phrase of the input for every text. */
function fitting(schema: Schema, input: string, whole: Schema = schema): unknown {
  const inner = (next: unknown) => fitting(next as Schema, input, whole);
  const { $ref, type, anyOf, properties, items, enum: choices } = schema;
  if (typeof $ref === 'string') return inner(resolved(whole, $ref));
  if ('const' in schema) return schema.const;
  if (Array.isArray(choices)) return choices[0];
  if (Array.isArray(anyOf)) return inner(anyOf[0]);
  switch (Array.isArray(type) ? type[0] : type) {
    case 'object':
      return Object.fromEntries(Object.entries(properties ?? {}).map(([name, next]) => [name, inner(next)]));
    case 'array':
      return Array.from({ length: numberIn(schema.minItems, 0) }, () => inner(items));
    case 'string':
      return text(schema, input);
    case 'integer':
    case 'number':
      return numberIn(schema.minimum, numberIn(schema.exclusiveMinimum, -1) + 1);
    case 'boolean':
      return false;
    default:
      return null;
  }
}

function text(schema: Schema, input: string): string {
  const most = numberIn(schema.maxLength, Number.POSITIVE_INFINITY);
  return tellingPhrase(input).padEnd(numberIn(schema.minLength, 0), '.').slice(0, most);
}

function resolved(whole: Schema, ref: string): unknown {
  return ref
    .replace(/^#\/?/, '')
    .split('/')
    .filter((step) => step !== '')
    .reduce<unknown>((at, step) => (at as Schema)[step], whole);
}

function numberIn(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
