/** One friendly question: unscored, unrecorded, skippable. The sound stays in this tab. */
import '../later.css';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useTitle } from '../../shared/use-title.ts';
import { Frame } from '../frame.tsx';
import { chosenMode } from '../mode.ts';
import type { PageProps } from '../page-props.ts';
import { Ring } from '../ring/ring.tsx';
import { Steps } from '../steps.tsx';
import { PracticeSpeaking } from './practice-speaking.tsx';
import { PracticeTyping } from './practice-typing.tsx';

export function PracticePage({ opened, go }: PageProps) {
  const { facts, own } = opened;
  const speaks = chosenMode() === 'voice';
  useTitle(t('practice.title', 'Practice'), facts.tenant);
  return (
    <Frame tenant={facts.tenant} dataHref="#data">
      <header class="head">
        <Steps at={4} name={t('practice.step', 'practice')} />
        <h1>{t('practice.h1', 'One question, just for practice')}</h1>
        <p class="lead">
          {t(
            'practice.lead',
            'Nobody at {tenant} sees or hears this. It stays on this device and goes when you go on.',
            { tenant: facts.tenant },
          )}
        </p>
      </header>
      <section class="panel practice" aria-labelledby="pq">
        <h2 id="pq" class="question">
          {t('practice.question', 'What is the best thing you ate this week, and who made it?')}
        </h2>
        {speaks ? (
          <PracticeSpeaking language={facts.language} heard={own?.heard === true} toCheck={() => go('check')} />
        ) : (
          <PracticeTyping />
        )}
      </section>
      {speaks ? <Legend /> : null}
      <div class="act act-stick">
        <Button kind="main" onClick={() => go('room')}>
          {t('practice.ready', 'I’m ready, start the interview')}
        </Button>
        {speaks ? null : (
          <Button kind="text" onClick={() => go('check')}>
            {t('practice.to-check', 'Back to the sound check')}
          </Button>
        )}
      </div>
      <p class="small after-act">
        {t(
          'practice.clock',
          'From here at most {minutes, plural, one {# minute} other {# minutes}}. The clock starts when you press, and you can pause.',
          { minutes: facts.minutes },
        )}
      </p>
    </Frame>
  );
}

function Legend() {
  const states = [
    { ring: 'listening', name: t('room.listening', 'Listening'), more: t('legend.listening', 'it is your turn') },
    { ring: 'thinking', name: t('room.thinking', 'Thinking'), more: t('legend.thinking', 'a second or two') },
    { ring: 'speaking', name: t('room.speaking', 'Speaking'), more: t('legend.speaking', 'you can stop it') },
  ] as const;
  return (
    <section class="sub" aria-labelledby="ringh">
      <h2 id="ringh">{t('legend.title', 'The ring tells you whose turn it is')}</h2>
      <ul class="legend">
        {states.map(({ ring, name, more }) => (
          <li key={ring} data-state={ring}>
            <Ring state={ring} small />
            <span>
              <b>{name}</b> {more}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
