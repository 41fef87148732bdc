/** Can we hear each other? Each step has a fix of its own, and typing is always there. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { useTitle } from '../../shared/use-title.ts';
import { Arranged } from '../arranged.tsx';
import { Frame } from '../frame.tsx';
import { chooseMode } from '../mode.ts';
import type { PageProps } from '../page-props.ts';
import { OwnResume } from '../resume/own-resume.tsx';
import { recognition } from '../speech/recognition.ts';
import { Steps } from '../steps.tsx';
import { Browsers } from './browsers.tsx';
import type { CheckState } from './check-item.tsx';
import { MicrophoneCheck } from './microphone-check.tsx';
import { NetworkCheck } from './network-check.tsx';
import { SpeakerCheck } from './speaker-check.tsx';

export function CheckPage({ opened, go }: PageProps) {
  const { facts, own } = opened;
  const [microphone, setMicrophone] = useState<CheckState>('open');
  const written = useWritten(own?.heard === true, facts.language);
  useTitle(t('check.title', 'Sound check'), facts.tenant);
  const on = (mode: 'voice' | 'text') => {
    chooseMode(mode);
    go('practice');
  };
  const recorded = own?.consents.recording === true;
  const typeFirst = microphone === 'bad' || written === false;
  return (
    <Frame tenant={facts.tenant} dataHref="#data">
      <header class="head">
        <Steps at={3} name={t('check.step', 'sound check')} />
        <h1>{t('check.h1', 'Can we hear each other?')}</h1>
        <p class="lead">{t('check.lead', 'Say a sentence, listen to one. Or type instead: it counts the same.')}</p>
      </header>
      <Arranged own={opened.own} />
      {written === false ? <Unwritten recording={recorded} /> : null}
      <ol class="checks">
        <MicrophoneCheck onState={setMicrophone} />
        <SpeakerCheck language={facts.language} />
        <NetworkCheck />
      </ol>
      <div class="act act-end">
        <Button kind={typeFirst ? 'main' : microphone === 'good' ? 'text' : 'line'} onClick={() => on('text')}>
          {t('room.type', 'Type instead')}
        </Button>
        <Button kind={typeFirst ? 'text' : microphone === 'good' ? 'main' : 'line'} onClick={() => on('voice')}>
          {written !== false
            ? t('check.go', 'Go on with my voice')
            : recorded
              ? t('check.speak-and-write', 'Speak to think, and write')
              : t('check.hear-and-write', 'Hear the questions, and write')}
        </Button>
        <p class="small">{t('check.captions', 'Every word the interviewer says is also written on the screen.')}</p>
      </div>
      <OwnResume tenant={facts.tenant} open />
      <Browsers />
    </Frame>
  );
}

/** Whether what is said becomes text; null until the browser has answered. */
function useWritten(heardByUs: boolean, language: string): boolean | null {
  const [able, setAble] = useState<boolean | null>(null);
  useEffect(() => {
    void recognition(language).then((found) => setAble(found === 'available'));
  }, [language]);
  return heardByUs ? true : able;
}

function Unwritten({ recording }: { recording: boolean }) {
  return (
    <Notice>
      <p>
        <strong>{t('check.unwritten', 'Here nothing turns your speech into text, so we recommend typing.')}</strong>{' '}
        {recording
          ? t(
              'check.unwritten.recorded',
              'What you write is what people read. You can speak to think while you write: the recording stays beside it, and writing down what you said is not charged twice.',
            )
          : t(
              'check.unwritten.text',
              'What you write is what people read. You can still hear the questions and think aloud; nothing you say is kept.',
            )}
      </p>
    </Notice>
  );
}
