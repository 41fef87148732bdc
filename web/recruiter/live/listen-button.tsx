/** Listens in on one interview, as long as it is pressed to; leaving the page ends it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import { type Listening, listen } from './listen.ts';

export function ListenButton({ interview, name }: { interview: string; name: string }) {
  const [listening, setListening] = useState<Listening | null>(null);
  const current = useRef<Listening | null>(null);
  current.current = listening;
  useEffect(() => () => void current.current?.stop(), []);
  const ended = () => {
    setListening(null);
    announce(t('listen.ended', 'You no longer hear {name}.', { name }));
  };
  const press = useAction(async () => {
    if (listening !== null) {
      await listening.stop();
      return ended();
    }
    const pass = await api('POST /api/recruiter/interviews/:id/listen-pass', { params: { id: interview } });
    setListening(await listen(pass, ended));
    announce(t('listen.begun', 'You hear {name} now, and their screen says so.', { name }));
  });
  return (
    <div class="live-listen">
      <Button small busy={press.busy} onClick={() => void press.run()}>
        {listening === null ? t('listen.begin', 'Listen in') : t('listen.end', 'Stop listening')}
        <span class="vh"> {name}</span>
      </Button>
      {listening === null ? null : (
        <p class="small">{t('listen.seen', '{name}’s screen says that somebody listens.', { name })}</p>
      )}
      <ProblemNotice problem={press.problem} />
    </div>
  );
}
