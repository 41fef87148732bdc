/** One switch for each purpose; nothing is on but what an interview cannot exist without, and that is said. */
import { useState } from 'preact/hooks';
import { api } from '../shared/api.ts';
import { longDay } from '../shared/format.ts';
import { t } from '../shared/i18n.ts';
import { Icon } from '../shared/icon.tsx';
import { chevronDown, lock } from '../shared/icons.ts';
import { regionName } from '../shared/region-name.ts';
import { Button } from '../shared/ui/button.tsx';
import { ProblemNotice } from '../shared/ui/problem-notice.tsx';
import { Switch } from '../shared/ui/switch.tsx';
import { useAction } from '../shared/use-action.ts';
import { useTitle } from '../shared/use-title.ts';
import { AskDialog } from './ask-dialog.tsx';
import { Frame } from './frame.tsx';
import type { PageProps } from './page-props.ts';
import { purposeTexts } from './purpose-texts.ts';
import { Steps } from './steps.tsx';
import { WholeText } from './whole-text.tsx';

export function ConsentPage({ opened, reload }: PageProps) {
  const { facts, own } = opened;
  const [recording, setRecording] = useState(false);
  const [analytics, setAnalytics] = useState(false);
  const [asking, setAsking] = useState(false);
  const [reading, read] = useState(false);
  useTitle(t('consent.title', 'Your choices'), facts.tenant);
  const agree = useAction(async () => {
    if (own === null) return;
    await api('POST /api/candidate/consents', {
      body: {
        purposes: { interview: true, recording, analytics },
        textVersion: own.textVersion,
        language: document.documentElement.lang,
      },
    });
    reload();
  });
  const texts = purposeTexts(facts.tenant, regionName(facts.region.id));
  return (
    <Frame tenant={facts.tenant}>
      <header class="head">
        <Steps at={2} name={t('consent.step', 'your choices')} />
        <h1>{t('consent.h1', 'What may we use?')}</h1>
        <p class="lead">
          {t(
            'consent.lead',
            'One switch for each purpose. Off is fine for every one you can change: it won’t be held against you.',
          )}
        </p>
      </header>
      <form
        class="stack wide"
        onSubmit={(event) => {
          event.preventDefault();
          void agree.run();
        }}
      >
        <div class="purposes">
          <Purpose id="interview" {...texts.interview} on fixed />
          <Purpose id="recording" {...texts.recording} on={recording} onChange={setRecording} />
          <Purpose id="analytics" {...texts.analytics} on={analytics} onChange={setAnalytics} />
        </div>
        <ProblemNotice problem={agree.problem} />
        <div class="act act-stick">
          <Button kind="main" type="submit" busy={agree.busy}>
            {t('consent.go', 'Continue with these choices')}
          </Button>
          <Button kind="text" onClick={() => setAsking(true)}>
            {t('welcome.human', 'Ask for a human instead')}
          </Button>
        </div>
        <p class="small after-act">
          {t(
            'consent.later',
            'Change any switch later under “Your data”; it counts at once. Text of {version}; a copy goes to you by mail.',
            { version: own === null ? '' : longDay(own.textVersion) },
          )}{' '}
          <button type="button" class="link" onClick={() => read(true)}>
            {t('consent.whole', 'Read the whole text')}
          </button>
        </p>
      </form>
      {reading ? (
        <WholeText
          texts={texts}
          tenant={facts.tenant}
          place={regionName(facts.region.id)}
          version={own === null ? '' : longDay(own.textVersion)}
          onClose={() => read(false)}
        />
      ) : null}
      {asking ? (
        <AskDialog
          kind="human"
          tenant={facts.tenant}
          send={(text) => api('POST /api/candidate/requests', { body: { kind: 'human', text } })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Frame>
  );
}

interface PurposeProps {
  id: string;
  name: string;
  text: string;
  more: string;
  on: boolean;
  fixed?: boolean;
  onChange?: (on: boolean) => void;
}

/** Also shown, with the same words, where a choice is changed later. */
export function Purpose({ id, name, text, more, on, fixed, onChange }: PurposeProps) {
  return (
    <div class="purpose">
      {fixed ? (
        <span class="name" id={`${id}-name`}>
          {name}
        </span>
      ) : (
        <label for={id} id={`${id}-name`}>
          {name}
        </label>
      )}
      <p id={`${id}-text`}>{text}</p>
      <div class="toggle">
        <Switch
          id={id}
          on={on}
          fixed={fixed === true}
          labelledBy={`${id}-name`}
          describedBy={`${id}-text`}
          onChange={(next) => onChange?.(next)}
        />
        <span class="is-off" aria-hidden="true">
          {t('switch.off', 'Off')}
        </span>
        <span class="is-on" aria-hidden="true">
          {fixed ? t('switch.needed', 'Needed') : t('switch.on', 'On')}
        </span>
      </div>
      {fixed ? (
        <p class="needed">
          <Icon d={lock} />
          <span>
            {t(
              'consent.needed',
              'On, because an interview can’t happen without it. To say no, leave here or ask for a human instead.',
            )}
          </span>
        </p>
      ) : null}
      <details class="more">
        <summary>
          {t('consent.more', 'More')}
          <span class="vh">{name}</span>
          <Icon d={chevronDown} />
        </summary>
        <p>{more}</p>
      </details>
    </div>
  );
}
