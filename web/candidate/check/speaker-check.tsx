/** The speaker: a short tune, whether it was heard, and what to do when it was not. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { speaker as drawn } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { SelectField } from '../../shared/ui/select-field.tsx';
import { canChooseSpeaker, keepSpeaker, keptSpeaker, speakers } from '../kept-speaker.ts';
import { voiceFor } from '../speech/voice.ts';
import { CheckItem, type CheckState } from './check-item.tsx';
import { playTune } from './tune.ts';

export function SpeakerCheck({ language }: { language: string }) {
  const [state, setState] = useState<CheckState>('open');
  const [played, setPlayed] = useState(false);
  const voiced = voiceFor(language) !== null;
  const [silent, setSilent] = useState(false);
  const play = async () => {
    setPlayed(true);
    // Another try asks anew.
    if (state === 'bad') setState('open');
    const sounds = await playTune();
    setSilent(!sounds);
    if (!sounds) setState('bad');
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
            ? silent
              ? t('check.speaker.none', 'No sound device')
              : t('check.speaker.bad', 'You didn’t hear it')
            : played
              ? t('check.speaker.asked', 'Did you hear it?')
              : t('check.speaker.open', 'Not tried')
      }
    >
      {state === 'bad' ? (
        <Fix again={() => void play()} heard={() => setState('good')} />
      ) : (
        <>
          <p>
            {voiced
              ? t('check.speaker.voice', 'The interviewer speaks with this device’s own voice.')
              : t(
                  'check.speaker.no-voice',
                  'This browser has no voice of its own for this language: you read the questions.',
                )}
          </p>
          <div class="act">
            <Button small onClick={() => void play()}>
              {played ? t('check.speaker.again', 'Play it again') : t('check.speaker.play', 'Play three notes')}
            </Button>
            {played && state !== 'good' ? (
              <>
                <Button small kind="text" onClick={() => setState('good')}>
                  {t('check.speaker.heard', 'I heard it')}
                </Button>
                <Button small kind="text" onClick={() => setState('bad')}>
                  {t('check.speaker.not', 'I heard nothing')}
                </Button>
              </>
            ) : null}
          </div>
        </>
      )}
    </CheckItem>
  );
}

/** Another way out, where the browser lets a page choose, and the keys on the device where not. */
function Fix({ again, heard }: { again: () => void; heard: () => void }) {
  const [ways, setWays] = useState<{ id: string; name: string }[]>([]);
  const [chosen, choose] = useState(keptSpeaker());
  useEffect(() => {
    if (!canChooseSpeaker()) return;
    const look = () => void speakers().then(setWays, () => setWays([]));
    look();
    navigator.mediaDevices?.addEventListener('devicechange', look);
    return () => navigator.mediaDevices?.removeEventListener('devicechange', look);
  }, []);
  return (
    <div class="fix">
      {ways.length > 1 ? (
        <SelectField
          label={t('check.speaker.way', 'Play sound through')}
          value={ways.some(({ id }) => id === chosen) ? chosen : (ways[0]?.id ?? '')}
          options={ways.map(({ id, name }, i) => ({
            value: id,
            label: name === '' ? t('check.speaker.nth', 'Way out {n}', { n: i + 1 }) : name,
          }))}
          onChange={(id) => {
            keepSpeaker(id);
            choose(id);
          }}
        />
      ) : null}
      <p>
        {t(
          'check.speaker.fix',
          'Turn the volume up with the keys on your device, and see where the sound goes: headphones, or a speaker in another room. Without it you read: every word is on the screen.',
        )}
      </p>
      <div class="act">
        <Button kind="main" onClick={again}>
          {t('check.speaker.again', 'Play it again')}
        </Button>
        <Button kind="text" onClick={heard}>
          {t('check.speaker.heard', 'I heard it')}
        </Button>
      </div>
    </div>
  );
}
