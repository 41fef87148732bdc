/** Words in a rubric sentence that no answer can show, or that say who somebody is instead of what they do. English. */

export type Unheard = { word: string; why: 'unheard' | 'person' };

const UNHEARD =
  /\b(professional(?:ly|ism)?|confident(?:ly)?|friendly|passionate(?:ly)?|enthusias\w+|motivated|charismatic|nice|strong|excellent|good|great|bad|poor(?:ly)?|weak|adequate|appropriate(?:ly)?|positive attitude|right attitude|team player|mature|impressive|convincing)\b/i;
const PERSON =
  /\b(accent|native speaker|young|old|energetic|cultur(?:e|al) fit|appearance|looks|well[- ]dressed|eye contact|tone of voice|smil\w+|male|female|manly|family|foreign)\b/i;

export function unheardIn(sentence: string): Unheard | null {
  const person = PERSON.exec(sentence)?.[0];
  if (person !== undefined) return { word: person, why: 'person' };
  const word = UNHEARD.exec(sentence)?.[0];
  return word === undefined ? null : { word, why: 'unheard' };
}
