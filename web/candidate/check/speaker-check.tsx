/** The speaker: a short tune, and whether it was heard. */
import { useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { speaker as drawn } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { voiceFor } from '../speech/voice.ts';
import { CheckItem, type CheckState } from './check-item.tsx';
import { playTune } from './tune.ts';

export function SpeakerCheck({ language }: { language: string }) {
  const [state, setState] = useState<CheckState>('open');
  const [played, setPlayed] = useState(false);
  const voiced = voiceFor(language) !== null;
  const play = () => {
    playTune();
    setPlayed(true);
  };
  return (
    <CheckItem
      icon={drawn}
      name={t('check.speaker', 'Speaker')}
      state={state}
      word={
        state === 'good'
          ? t('check.speaker.good', 'You hear it')
          : state === 'bad'
            ? t('check.speaker.bad', 'You didn’t hear it')
            : t('check.speaker.open', 'Not tried')
      }
    >
      <p>
        {state === 'bad'
          ? t(
              'check.speaker.fix',
              'Turn the volume up with the keys on your device, and see where the sound goes: headphones, or a speaker in another room. Without it you read: every word is on the screen.',
            )
          : voiced
            ? t('check.speaker.voice', 'The interviewer speaks with this device’s own voice.')
            : t(
                'check.speaker.no-voice',
                'This browser has no voice of its own for this language: you read the questions.',
              )}
      </p>
      <div class="act">
        <Button small onClick={play}>
          {played ? t('check.speaker.again', 'Play it again') : t('check.speaker.play', 'Play three notes')}
        </Button>
        {played && state !== 'good' ? (
          <>
            <Button small kind="text" onClick={() => setState('good')}>
              {t('check.speaker.heard', 'I heard it')}
            </Button>
            <Button small kind="text" onClick={() => setState('bad')}>
              {t('check.speaker.not', 'I didn’t')}
            </Button>
          </>
        ) : null}
      </div>
    </CheckItem>
  );
}
