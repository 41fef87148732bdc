/** One utterance, with when it was said, how, what was corrected, and which of its words are quoted. */
import { number, position } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { correctedWords } from './first-words.ts';
import { isSpan, useListening } from './listening.ts';
import { markedWords } from './marked-words.ts';
import { firstName } from './names.ts';
import type { Quote, Turn } from './report-types.ts';
import { turnAnchor } from './turn-anchor.ts';

interface Props {
  turn: Turn;
  question: number | null;
  name: string;
  quotes: readonly Quote[];
  now: boolean;
}

export function TurnItem({ turn, question, name, quotes, now }: Props) {
  const listening = useListening();
  const at = position(turn.startMs);
  const mine = turn.speaker === 'candidate';
  const classes = ['turn', mine ? 'them' : 'ai', now && 'now'];
  const play = () => listening.play({ startMs: turn.startMs, endMs: turn.endMs });
  return (
    <li class={classes.filter(Boolean).join(' ')} id={turnAnchor(turn.id)} aria-current={now ? 'true' : undefined}>
      {hasSound(turn, listening.lengthMs) ? (
        <button class="at" type="button" aria-label={t('cite.play', 'Play from {at}', { at })} onClick={play}>
          {at}
        </button>
      ) : (
        <span class="at">{at}</span>
      )}
      <div>
        <b>
          {mine ? spokenBy(turn, name) : t('transcript.interviewer', 'Interviewer')}
          {question === null ? null : (
            <span class="tag">{t('transcript.question', 'Question {n}', { n: number(question) })}</span>
          )}
        </b>
        <Words turn={turn} quotes={quotes} />
      </div>
    </li>
  );
}

/** What was typed makes none, and nothing can be heard beyond the recording's end. */
function hasSound(turn: Turn, lengthMs: number): boolean {
  return turn.via !== 'typed' && turn.kind !== 'not-asked' && turn.startMs < lengthMs;
}

function spokenBy(turn: Turn, name: string): string {
  const who = firstName(name);
  if (turn.via === 'typed') return t('transcript.typed', '{name}, typed', { name: who });
  if (turn.via === 'mixed') return t('transcript.mixed', '{name}, spoken and typed', { name: who });
  return who;
}

function Words({ turn, quotes }: { turn: Turn; quotes: readonly Quote[] }) {
  const listening = useListening();
  if (turn.kind === 'not-asked') {
    return (
      <p class="muted">{t('transcript.not-asked', 'Not asked: the time was over. “{text}”', { text: turn.text })}</p>
    );
  }
  if (turn.speaker === 'candidate' && turn.text.trim() === '') {
    return <p class="muted">{t('transcript.silence', 'No words in this answer.')}</p>;
  }
  const playing = quotes.find((quote) => isSpan(listening.span, quote));
  const words = turn.correctedText ?? turn.text;
  const pieces = markedWords(
    words,
    quotes,
    playing === undefined ? null : { mark: playing, atMs: listening.positionMs },
  );
  return (
    <>
      <p class={turn.via === 'typed' ? 'typed' : undefined} dir="auto">
        {pieces.map((piece, index) =>
          piece.cited ? (
            <mark key={index} class={piece.said === null ? undefined : piece.said ? 'playing' : 'later'}>
              {piece.text}
            </mark>
          ) : (
            piece.text
          ),
        )}
      </p>
      {turn.correctedText === null ? null : <p class="heard-as">{correctedWords(turn.via, turn.text)}</p>}
    </>
  );
}
