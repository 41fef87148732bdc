/** What was said so far, above the field, for whoever types. */
import type { ShownTurn } from '../../../durable-objects/interview/protocol.ts';
import { t } from '../../shared/i18n.ts';

/** More than this is on the review page. */
const SHOWN = 4;

interface Props {
  turns: ShownTurn[];
  question: string;
  /** What was said aloud of the answer that is now typed on. */
  begun: string;
}

export function Said({ turns, question, begun }: Props) {
  const said = turns.filter((turn) => turn.kind !== 'not-asked' && turn.text !== question).slice(-SHOWN);
  if (said.length === 0 && begun === '') return null;
  return (
    <section aria-labelledby="sofar">
      <h2 id="sofar" class="eyebrow">
        {t('room.so-far', 'Said so far')}
      </h2>
      <ol class="log">
        {said.map((turn) => (
          <li key={turn.id}>
            <Who turn={turn} />
            <p dir="auto">{turn.text}</p>
          </li>
        ))}
        {begun === '' ? null : (
          <li>
            <Who turn={{ speaker: 'candidate', via: 'voice' }} />
            <p dir="auto">{begun}</p>
          </li>
        )}
      </ol>
    </section>
  );
}

export function Who({ turn }: { turn: Pick<ShownTurn, 'speaker' | 'via'> }) {
  if (turn.speaker === 'interviewer') return <p class="who">{t('room.interviewer', 'Interviewer')}</p>;
  return (
    <p class="who you">
      {t('room.you', 'You')} <span>{turn.via === 'typed' ? t('room.typed', 'typed') : t('room.spoken', 'spoken')}</span>
    </p>
  );
}
