/** Reading what was said before it is sent: mark what was misheard, ask a question, say how it was. */
import '../later.css';
import { useState } from 'preact/hooks';
import type { Correction } from '../../../durable-objects/interview/protocol.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useTitle } from '../../shared/use-title.ts';
import { Frame } from '../frame.tsx';
import type { Opened } from '../link.ts';
import { useRecording } from '../room/use-recording.ts';
import type { Session } from '../room/use-session.ts';
import { Rating } from './rating.tsx';
import { Sending } from './sending.tsx';
import { Transcript } from './transcript.tsx';

export interface ReviewProps {
  session: Session;
  opened: Opened;
  reload: () => void;
}

export function ReviewPage({ session, opened, reload }: ReviewProps) {
  const { facts } = opened;
  const { view, turns, act } = session;
  const [corrections, setCorrections] = useState<Correction[]>([]);
  const [rating, setRating] = useState<number | null>(null);
  const [question, setQuestion] = useState('');
  const sealing = view?.phase === 'sealing';
  const recording = useRecording(facts.interview, session, {
    microphone: null,
    system: null,
    over: sealing,
    onLevel: () => {},
  });
  useTitle(t('review.title', 'Read it through'), facts.tenant);
  if (view?.phase !== 'review')
    return <Sending session={session} opened={opened} waiting={recording.waiting} reload={reload} />;
  const said = turns.some((turn) => turn.speaker === 'candidate');
  return (
    <Frame tenant={facts.tenant}>
      <header class="head">
        <h1>{t('review.h1', 'Did we hear you right?')}</h1>
        <p class="lead">
          {t(
            'review.lead',
            'This is what {tenant} will read. If a word was misheard or is not what you meant, correct it: both versions stay, and yours is the one that counts.',
            { tenant: facts.tenant },
          )}
        </p>
      </header>
      <section class="sub" aria-labelledby="said">
        <h2 id="said">{t('review.said', 'What you said')}</h2>
        {said ? (
          <Transcript turns={turns} corrections={corrections} change={setCorrections} />
        ) : (
          <p class="muted">
            {t('review.nothing', 'Nothing was said. You can send it all the same, or ask for a human.')}
          </p>
        )}
      </section>
      <section class="sub" aria-labelledby="ask">
        <h2 id="ask">{t('review.ask', 'Anything you’d like to ask {tenant}?', { tenant: facts.tenant })}</h2>
        <TextField
          label={t('review.question', 'Your question (optional)')}
          hint={t('review.question.hint', 'A person answers it by mail.')}
          value={question}
          onInput={setQuestion}
          long
          rows={2}
          maxLength={2000}
        />
      </section>
      <form
        class="sub"
        onSubmit={(event) => {
          event.preventDefault();
          act({ type: 'finish', corrections, rating, question: question.trim() === '' ? null : question.trim() });
        }}
      >
        <Rating value={rating} onChange={setRating} />
        <div class="act act-stick act-gap">
          <Button kind="main" type="submit">
            {t('review.send', 'Send my interview')}
          </Button>
        </div>
      </form>
    </Frame>
  );
}
