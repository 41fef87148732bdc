/** How much of what was said is judged: all that a person can say, and not what a paste brings beyond. Pure. */
import { LIMITS } from '../../limits.ts';

interface Spoken {
  speaker: 'candidate' | 'interviewer';
  text: string;
}

/**
 * The same turns with each answer cut after its share, at the end of a word, so that judging megabytes holds up nobody
 * else's interview.
 * @returns `left`: how many signs are not judged
 */
export function boundedTurns<Turn extends Spoken>(said: readonly Turn[]): { turns: Turn[]; left: number } {
  const { answerChars, allChars } = LIMITS.scoring;
  let room = allChars;
  let left = 0;
  const turns = said.map((turn) => {
    if (turn.speaker === 'interviewer') return turn;
    const most = Math.min(answerChars, room);
    const text = turn.text.length <= most ? turn.text : cutAtWord(turn.text, most);
    room -= text.length;
    left += turn.text.length - text.length;
    return { ...turn, text };
  });
  return { turns, left };
}

function cutAtWord(text: string, most: number): string {
  const cut = text.slice(0, most);
  const end = cut.search(/\s\S*$/);
  // A word without an end is cut where it must be, but never inside a pair.
  return end > 0 ? cut.slice(0, end) : cut.replace(/[\uD800-\uDBFF]$/, '');
}
