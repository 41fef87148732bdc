/** A decline whose letter has not left yet: how long it rests, and the way back. The server keeps the time. */
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';

interface Props {
  interviewId: string;
  number: number;
  name: string;
  leavesAt: string;
  /** Taken back, or gone: the report is to be read again. */
  onChanged: () => void;
}

const TICK_MS = 500;
/** Another clock than the server's, or a busy mail provider: the letter is looked for again until it has left. */
const LOOK_AGAIN_TICKS = 6;

export function LetterRests({ interviewId, number, name, leavesAt, onChanged }: Props) {
  const [leftMs, setLeft] = useState(() => new Date(leavesAt).getTime() - Date.now());
  useEffect(() => {
    let over = 0;
    const timer = setInterval(() => {
      const left = new Date(leavesAt).getTime() - Date.now();
      setLeft(left);
      if (left <= 0 && over++ % LOOK_AGAIN_TICKS === 0) onChanged();
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [leavesAt]);
  const undo = useAction(async () => {
    await api('POST /api/recruiter/interviews/:id/decisions/:number/undo', {
      params: { id: interviewId, number: String(number) },
    });
    announce(t('decide.undone', 'Taken back. {name} was told nothing.', { name }));
    onChanged();
  });
  if (leftMs <= 0) return null;
  return (
    <Notice>
      <p>
        {t('decide.rests', '{name} is told in {n, plural, one {# second} other {# seconds}}.', {
          name,
          n: Math.ceil(leftMs / 1000),
        })}
      </p>
      <ProblemNotice problem={undo.problem} />
      <div class="act">
        <Button busy={undo.busy} onClick={() => void undo.run()}>
          {t('decide.undo', 'Take it back')}
        </Button>
      </div>
    </Notice>
  );
}
