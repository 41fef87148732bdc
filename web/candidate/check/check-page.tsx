/** Can we hear each other? Each step has a fix of its own, and typing is always there. */
import { useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useTitle } from '../../shared/use-title.ts';
import { Arranged } from '../arranged.tsx';
import { Frame } from '../frame.tsx';
import { chooseMode } from '../mode.ts';
import type { PageProps } from '../page-props.ts';
import { OwnResume } from '../resume/own-resume.tsx';
import { Steps } from '../steps.tsx';
import type { CheckState } from './check-item.tsx';
import { MicrophoneCheck } from './microphone-check.tsx';
import { NetworkCheck } from './network-check.tsx';
import { SpeakerCheck } from './speaker-check.tsx';

export function CheckPage({ opened, go }: PageProps) {
  const { facts } = opened;
  const [microphone, setMicrophone] = useState<CheckState>('open');
  useTitle(t('check.title', 'Sound check'), facts.tenant);
  const on = (mode: 'voice' | 'text') => {
    chooseMode(mode);
    go(mode === 'voice' ? 'practice' : 'room');
  };
  return (
    <Frame tenant={facts.tenant} dataHref="#data">
      <header class="head">
        <Steps at={3} name={t('check.step', 'sound check')} />
        <h1>{t('check.h1', 'Can we hear each other?')}</h1>
        <p class="lead">{t('check.lead', 'Say a sentence, listen to one. Or type instead: it counts the same.')}</p>
      </header>
      <Arranged own={opened.own} />
      <ol class="checks">
        <MicrophoneCheck onState={setMicrophone} />
        <SpeakerCheck language={facts.language} />
        <NetworkCheck />
      </ol>
      <OwnResume tenant={facts.tenant} open />
      <div class="act act-end">
        <Button kind={microphone === 'good' ? 'main' : 'line'} onClick={() => on('voice')}>
          {t('check.go', 'Go on with my voice')}
        </Button>
        <Button kind={microphone === 'bad' ? 'main' : 'text'} onClick={() => on('text')}>
          {t('room.type', 'Type instead')}
        </Button>
        <p class="small">{t('check.captions', 'Every word the interviewer says is also written on the screen.')}</p>
      </div>
    </Frame>
  );
}
