/** What the emulators hear, say and think with; each of them speaks its own wire around the same three. */

export type Tongue = 'en' | 'ar' | 'hi';

export interface Thought {
  instructions: string;
  input: string;
  /** JSON Schema of the answer; a sentence is wanted when null. */
  schema: Record<string, unknown> | null;
}

export interface Brains {
  /** What is said in mono sound of 16 kHz; empty when nothing is. */
  ears(pcm: Int16Array): Promise<string>;
  /** The text said aloud, mono at 24 kHz. */
  voice(text: string, language: Tongue): Promise<Int16Array>;
  think(thought: Thought): Promise<string>;
}

/** By the script that it is written in, for wires that do not say the language. */
export function tongueOf(text: string): Tongue {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  return /\p{Script=Devanagari}/u.test(text) ? 'hi' : 'en';
}
