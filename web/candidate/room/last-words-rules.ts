/** The end of a long text, from a word on. Pure. */

/** Shorter than this an end tells nothing. */
const LEAST = 40;

export function lastWords(text: string, most: number): string {
  const room = Math.max(LEAST, most);
  if (text.length <= room) return text;
  const word = text.indexOf(' ', text.length - room);
  return `…${text.slice(word === -1 ? text.length - room : word + 1)}`;
}
