/** Practice aloud: speak, see that you are heard and what the captions understood, hear yourself. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { keptMicrophone } from '../kept-microphone.ts';
import { micFaultText } from '../mic-fault-text.ts';
import { closeMicrophone, type MicrophoneFault, openMicrophone } from '../recorder/microphone.ts';
import { type Practice, startPractice, type Take } from '../recorder/practice.ts';
import { type Listener, recognition, startListening } from '../speech/recognition.ts';
import { OwnTake, Wave } from './own-take.tsx';
import { anythingSaid } from './wave-rules.ts';

type At =
  | { state: 'none' }
  | { state: 'speaking' }
  | { state: 'heard'; take: Take }
  | { state: 'silent' }
  | { state: 'fault'; fault: MicrophoneFault };

interface Props {
  language: string;
  /** The session turns speech into text in the interview itself. */
  heard: boolean;
  toCheck: () => void;
}

/** While speaking the last three seconds are drawn. */
const SHOWN = 60;

export function PracticeSpeaking({ language, heard, toCheck }: Props) {
  const [at, go] = useState<At>({ state: 'none' });
  const [levels, setLevels] = useState<number[]>([]);
  const practice = useRef<Practice | null>(null);
  const stream = useRef<MediaStream | null>(null);
  const captions = useCaptions(language, at.state === 'speaking');
  const put = () => {
    practice.current?.forget();
    practice.current = null;
    if (stream.current !== null) closeMicrophone(stream.current);
    stream.current = null;
  };
  useEffect(() => put, []);
  const begin = async () => {
    put();
    setLevels([]);
    const microphone = await openMicrophone(keptMicrophone().id);
    if (!microphone.ok) return go({ state: 'fault', fault: microphone.fault });
    stream.current = microphone.stream;
    practice.current = await startPractice(microphone.stream, (level) =>
      setLevels((before) => [...before.slice(1 - SHOWN), level]),
    );
    go({ state: 'speaking' });
  };
  const end = async () => {
    const take = await practice.current?.finish();
    if (stream.current !== null) closeMicrophone(stream.current);
    stream.current = null;
    if (take !== undefined) go(anythingSaid(take.levels) ? { state: 'heard', take } : { state: 'silent' });
  };
  return (
    <>
      <div class="play" role="status">
        {at.state === 'heard' ? (
          <OwnTake take={at.take} />
        ) : at.state === 'speaking' ? (
          <>
            <Wave levels={levels} played={1} />
            <p class="you">{t('practice.speaking', 'We’re listening. Speak, then press “I’m done”.')}</p>
          </>
        ) : (
          <Told at={at} />
        )}
      </div>
      {at.state === 'heard' || at.state === 'speaking' ? <Captions {...captions} heard={heard} /> : null}
      <div class="act">
        {at.state === 'speaking' ? (
          <Button onClick={() => void end()}>{t('room.done', 'I’m done')}</Button>
        ) : (
          <Button onClick={() => void begin()}>
            {at.state === 'none' ? t('practice.answer', 'Answer') : t('practice.again', 'Try it again')}
          </Button>
        )}
        {at.state === 'silent' || at.state === 'fault' ? (
          <Button kind="text" onClick={toCheck}>
            {t('practice.to-check', 'Back to the sound check')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function Told({ at }: { at: Extract<At, { state: 'none' | 'silent' | 'fault' }> }) {
  switch (at.state) {
    case 'none':
      return <p class="muted">{t('practice.idle', 'Press “Answer” and say it aloud.')}</p>;
    case 'silent':
      return (
        <p>
          <b>{t('practice.silent', 'We heard nothing.')}</b>{' '}
          {t(
            'practice.silent.text',
            'The microphone may be muted, or another one is in use: choose it at the sound check, or try again a little louder.',
          )}
        </p>
      );
    case 'fault':
      return (
        <p>
          <b>{micFaultText(at.fault).title}</b> {micFaultText(at.fault).text}
        </p>
      );
  }
}

interface Understood {
  able: boolean | null;
  text: string;
  guess: string;
}

/** What this browser understands, where it can. */
function useCaptions(language: string, active: boolean): Understood {
  const [able, setAble] = useState<boolean | null>(null);
  const [text, setText] = useState('');
  const [guess, setGuess] = useState('');
  useEffect(() => {
    void recognition(language).then((found) => setAble(found === 'available'));
  }, [language]);
  useEffect(() => {
    if (!active || able !== true) return;
    setText('');
    const listener: Listener = startListening({
      language,
      sessionNowMs: () => performance.now(),
      onHeard: (heard) => {
        setGuess('');
        setText((before) => `${before} ${heard.text}`.trim());
      },
      onGuess: setGuess,
      onUnavailable: () => setAble(false),
    });
    return () => listener.stop();
  }, [active, able, language]);
  return { able, text, guess };
}

function Captions({ able, text, guess, heard }: Understood & { heard: boolean }) {
  return (
    <div>
      <p class="data">
        <b class="you">{t('room.you', 'You')}</b>{' '}
        <span class="muted">· {t('practice.captions', 'what the captions understood')}</span>
      </p>
      {able === true ? (
        <p class="lead-s" dir="auto">
          {text === '' && guess === '' ? t('room.caption.able', 'Your words appear here.') : text}{' '}
          <span class="soft">{guess}</span>
        </p>
      ) : (
        <p class="data muted">
          {heard
            ? t(
                'practice.captions.later',
                'In the interview your words appear here; in practice nothing leaves this device.',
              )
            : t('room.caption.write', 'This browser writes no captions. You write what should be read.')}
        </p>
      )}
    </div>
  );
}
