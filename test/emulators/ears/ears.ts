/** The ears of the emulators: they know the test recordings by their sound. */
import { ANSWERS } from '../../journeys/short-plan.ts';
import { type Library, library, type Sentence } from './library.ts';
import { recognise } from './listener.ts';
import { SENTENCES } from './sentences.ts';

/** What they know when nothing else is said. */
export const KNOWN: readonly Sentence[] = [
  ...ANSWERS.map((text): Sentence => ({ text, language: 'en' })),
  ...SENTENCES,
];

let usual: Promise<Library> | undefined;

/** Made once in a process: it takes seconds. */
export function usualLibrary(): Promise<Library> {
  usual ??= library(KNOWN);
  return usual;
}

/** The words in a whole stretch of speech: mono at 16 kHz. */
export async function hear(pcm: Int16Array): Promise<string> {
  return recognise(await usualLibrary(), pcm);
}
