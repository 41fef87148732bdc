/** What the model of a Live session does with an answer: one question about what was said, and then on. */
import { type Brains, tongueOf } from '../brains.ts';
import type { Said } from './live-answer.ts';
import { type Setup, textOf } from './live-frames.ts';

export type Decision = { kind: 'say'; said: Said } | { kind: 'call'; name: string } | { kind: 'nothing' };

/** Instructions that leave no question to be asked. */
const SPENT = /\b(no|0) (more )?follow-?ups?\b/i;

/** Nothing was said: nothing is to be answered, as with a cough. The voice follows the language of the instructions. */
export async function decide(brains: Brains, setup: Setup, heard: string, asked: number): Promise<Decision> {
  if (heard.trim() === '') return { kind: 'nothing' };
  const instructions = textOf(setup.systemInstruction);
  const [call] = (setup.tools ?? []).flatMap((tool) => tool.functionDeclarations ?? []);
  if (call !== undefined && (asked > 0 || SPENT.test(instructions))) return { kind: 'call', name: call.name };
  const text = await brains.think({ instructions, input: heard, schema: null });
  return { kind: 'say', said: { text, pcm: await brains.voice(text, tongueOf(text)) } };
}
