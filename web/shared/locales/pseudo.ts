/**
 * A made-up language that shows what a real one would break: right to left by its name (ar-XB), every word longer
 * and accented. Whatever stays plain on a page in it is a text that no translator would ever see.
 */
const PLAIN = 'aceinosuyzACEINOSUYZ';
const ACCENTED = 'áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ';

/** Words from this length on grow by a third, as German and Finnish do. */
const LONG_WORD = 4;

/** For the words between placeholders and tags; those stay as they are. */
export function pseudo(text: string): string {
  return text
    .split(/(<\/?[\w-]+>)/)
    .map((part) => (part.startsWith('<') ? part : part.replaceAll(/\p{L}+/gu, longer)))
    .join('');
}

function longer(word: string): string {
  const accented = [...word].map((letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('');
  return word.length < LONG_WORD ? accented : accented + 'ëïöü'.slice(0, Math.ceil(word.length / 3));
}
