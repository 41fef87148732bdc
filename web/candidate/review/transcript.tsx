/** The transcript, with a way to say what was misheard. What was heard first stays visible beside it. */
import { useState } from 'preact/hooks';
import { type Correction, type ShownTurn, WIRE_LIMITS } from '../../../durable-objects/interview/protocol.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { pencil } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { Who } from '../room/said.tsx';

interface Props {
  turns: ShownTurn[];
  corrections: Correction[];
  change: (next: Correction[]) => void;
}

export function Transcript({ turns, corrections, change }: Props) {
  const [editing, edit] = useState<string | null>(null);
  return (
    <ol class="log">
      {turns
        .filter((turn) => turn.kind !== 'not-asked')
        .map((turn) => (
          <li key={turn.id}>
            <Turn
              turn={turn}
              corrected={corrections.find((one) => one.turn === turn.id)?.text ?? null}
              editing={editing === turn.id}
              edit={() => edit(turn.id)}
              keep={(text) => {
                change([
                  ...corrections.filter((one) => one.turn !== turn.id),
                  ...(text === turn.text ? [] : [{ turn: turn.id, text }]),
                ]);
                edit(null);
              }}
              undo={() => change(corrections.filter((one) => one.turn !== turn.id))}
              cancel={() => edit(null)}
            />
          </li>
        ))}
    </ol>
  );
}

interface TurnProps {
  turn: ShownTurn;
  corrected: string | null;
  editing: boolean;
  edit: () => void;
  keep: (text: string) => void;
  undo: () => void;
  cancel: () => void;
}

function Turn({ turn, corrected, editing, edit, keep, undo, cancel }: TurnProps) {
  if (turn.speaker === 'interviewer') {
    return (
      <>
        <Who turn={turn} />
        <p>{turn.text}</p>
      </>
    );
  }
  return (
    <>
      <div class="line-row">
        <Who turn={turn} />
        {editing ? null : (
          <Button kind="text" small onClick={edit}>
            {isHeard(turn) ? t('review.misheard', 'Misheard?') : t('review.correct', 'Correct')}
          </Button>
        )}
      </div>
      {editing ? (
        <Fix text={corrected ?? turn.text} heard={isHeard(turn)} keep={keep} cancel={cancel} />
      ) : corrected === null ? (
        <p dir="auto">{turn.text}</p>
      ) : (
        <>
          <p dir="auto">
            <del>{turn.text}</del> <ins>{corrected}</ins>
          </p>
          <p class="data fixed">
            <Icon d={pencil} />
            {t('review.corrected', 'You corrected this.')}
            <Button kind="text" small onClick={undo}>
              {t('review.undo', 'Undo')}
            </Button>
          </p>
        </>
      )}
    </>
  );
}

/** Words that were written down by something else than the candidate's own hand can have been misheard. */
function isHeard({ via }: ShownTurn): boolean {
  return via === 'voice' || via === null;
}

interface FixProps {
  text: string;
  heard: boolean;
  keep: (text: string) => void;
  cancel: () => void;
}

function Fix({ text, heard, keep, cancel }: FixProps) {
  const [now, setNow] = useState(text);
  return (
    <div class="fixbox">
      <TextField
        label={heard ? t('review.fix', 'What you said') : t('review.fix.written', 'What should be read')}
        value={now}
        onInput={setNow}
        long
        rows={3}
        maxLength={WIRE_LIMITS.answerChars}
      />
      <div class="act">
        <Button onClick={() => keep(now.trim() === '' ? text : now.trim())}>{t('review.keep', 'Keep my words')}</Button>
        <Button kind="text" onClick={cancel}>
          {heard ? t('review.right', 'It was right') : t('review.leave', 'Leave it as it was')}
        </Button>
      </div>
    </div>
  );
}
