/** One friendly question: unscored, unrecorded, skippable. The sound stays in this tab. */
import '../later.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useTitle } from '../../shared/use-title.ts';
import { Frame } from '../frame.tsx';
import { micFaultText } from '../mic-fault-text.ts';
import type { PageProps } from '../page-props.ts';
import { closeMicrophone, type MicrophoneFault, openMicrophone } from '../recorder/microphone.ts';
import { type Practice, startPractice } from '../recorder/practice.ts';
import { Ring } from '../ring/ring.tsx';
import { Steps } from '../steps.tsx';

type Take =
  | { state: 'none' }
  | { state: 'speaking' }
  | { state: 'heard'; address: string }
  | { state: 'fault'; fault: MicrophoneFault };

export function PracticePage({ opened, go }: PageProps) {
  const { facts } = opened;
  const [take, setTake] = useState<Take>({ state: 'none' });
  const practice = useRef<Practice | null>(null);
  const stream = useRef<MediaStream | null>(null);
  useTitle(t('practice.title', 'Practice'), facts.tenant);
  const put = () => {
    practice.current?.forget();
    practice.current = null;
    if (stream.current !== null) closeMicrophone(stream.current);
    stream.current = null;
  };
  useEffect(() => put, []);
  const begin = async () => {
    put();
    const microphone = await openMicrophone();
    if (!microphone.ok) return setTake({ state: 'fault', fault: microphone.fault });
    stream.current = microphone.stream;
    practice.current = startPractice(microphone.stream);
    setTake({ state: 'speaking' });
  };
  const end = async () => {
    const address = await practice.current?.finish();
    if (address !== undefined) setTake({ state: 'heard', address });
  };
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
        <div class="play" role="status">
          {take.state === 'heard' ? (
            // biome-ignore lint/a11y/useMediaCaption: one's own words, a moment ago
            <audio controls src={take.address} aria-label={t('practice.hear', 'Hear yourself')} />
          ) : take.state === 'fault' ? (
            <p>
              <b>{micFaultText(take.fault).title}</b> {micFaultText(take.fault).text}
            </p>
          ) : take.state === 'speaking' ? (
            <p class="you">{t('practice.speaking', 'We’re listening. Speak, then press “I’m done”.')}</p>
          ) : (
            <p class="muted">{t('practice.idle', 'Press “Answer” and say it aloud.')}</p>
          )}
        </div>
        <div class="act">
          {take.state === 'speaking' ? (
            <Button onClick={() => void end()}>{t('room.done', 'I’m done')}</Button>
          ) : (
            <Button onClick={() => void begin()}>
              {take.state === 'heard' ? t('practice.again', 'Try it again') : t('practice.answer', 'Answer')}
            </Button>
          )}
        </div>
      </section>
      <Legend />
      <div class="act act-stick">
        <Button kind="main" onClick={() => go('room')}>
          {t('practice.ready', 'I’m ready, start the interview')}
        </Button>
      </div>
      <p class="small after-act">
        {t(
          'practice.clock',
          'From here at most {minutes, plural, one {# minute} other {# minutes}}. The clock starts now, and you can pause.',
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
