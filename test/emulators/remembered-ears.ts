/** Ears that also know what their own voice said, so that a port's suite can let its voice speak to its ears. */
import type { Brains } from './brains.ts';
import { type Library, library } from './ears/library.ts';
import { recognise } from './ears/listener.ts';
import { VOICES } from './voice.ts';

/** Texts of a suite are few; what was said long ago is not heard any more. */
const REMEMBERED = 20;

export function withMemory(brains: Brains): Brains {
  const said = new Map<string, Promise<Library>>();
  return {
    ...brains,
    async voice(text, language) {
      said.set(text, said.get(text) ?? library([{ text, language, voice: VOICES[language] }]));
      for (const oldest of [...said.keys()].slice(0, -REMEMBERED)) said.delete(oldest);
      return brains.voice(text, language);
    },
    async ears(pcm) {
      const known = await brains.ears(pcm);
      if (known !== '') return known;
      for (const one of said.values()) {
        const text = recognise(await one, pcm);
        if (text !== '') return text;
      }
      return '';
    },
  };
}
