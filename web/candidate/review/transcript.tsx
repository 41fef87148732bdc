/** The transcript, with a way to say what was misheard. What was heard first stays visible beside it. */
import { useState } from 'preact/hooks';
import type { Correction, ShownTurn } from '../../../durable-objects/interview/protocol.ts';
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
        {editing || turn.via === 'typed' ? null : (
          <Button kind="text" small onClick={edit}>
            {t('review.misheard', 'Misheard?')}
          </Button>
        )}
      </div>
      {editing ? (
        <Fix text={corrected ?? turn.text} keep={keep} cancel={cancel} />
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

function Fix({ text, keep, cancel }: { text: string; keep: (text: string) => void; cancel: () => void }) {
  const [now, setNow] = useState(text);
  return (
    <div class="fixbox">
      <TextField label={t('review.fix', 'What you said')} value={now} onInput={setNow} long rows={3} />
      <div class="act">
        <Button onClick={() => keep(now.trim() === '' ? text : now.trim())}>{t('review.keep', 'Keep my words')}</Button>
        <Button kind="text" onClick={cancel}>
          {t('review.right', 'It was right')}
        </Button>
      </div>
    </div>
  );
}
