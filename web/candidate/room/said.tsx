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
  /** Sent while the line was away. */
  unsent: string | null;
}

export function Said({ turns, question, begun, unsent }: Props) {
  const said = turns.filter((turn) => turn.kind !== 'not-asked' && turn.text !== question).slice(-SHOWN);
  if (said.length === 0 && begun === '' && unsent === null) return null;
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
        {unsent === null ? null : (
          <li>
            <p class="who you">
              {t('room.you', 'You')} <span>{t('room.unsent', 'waiting to be sent')}</span>
            </p>
            <p dir="auto">{unsent}</p>
          </li>
        )}
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
      {t('room.you', 'You')} <span>{howItCame(turn.via)}</span>
    </p>
  );
}

function howItCame(via: ShownTurn['via']): string {
  switch (via) {
    case 'typed':
      return t('room.typed', 'typed');
    case 'mixed':
      return t('room.spoken-and-typed', 'spoken and typed');
    case 'voice':
    case null:
      return t('room.spoken', 'spoken');
  }
}
