/** What this is, who asks, who reads, where it stays: before anything else happens. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../shared/api.ts';
import { dayTimeAndZone } from '../shared/format.ts';
import { t } from '../shared/i18n.ts';
import { Icon } from '../shared/icon.tsx';
import { check, close } from '../shared/icons.ts';
import { lazyPage } from '../shared/lazy-page.ts';
import { regionName } from '../shared/region-name.ts';
import { rich } from '../shared/rich.tsx';
import { Button } from '../shared/ui/button.tsx';
import { useTitle } from '../shared/use-title.ts';
import type { AskProps } from './ask-dialog.tsx';
import { Frame } from './frame.tsx';
import type { LinkFacts } from './link.ts';
import type { PageProps } from './page-props.ts';
import { Ring } from './ring/ring.tsx';

const AskDialog = lazyPage<AskProps>(() => import('./ask-dialog.tsx').then((page) => page.AskDialog));

const strong = { b: (inner: ComponentChildren) => <strong>{inner}</strong> };

export function WelcomePage({ opened, go }: PageProps) {
  const { facts, link } = opened;
  const [asking, ask] = useState<'human' | 'adjustment' | null>(null);
  useTitle(t('welcome.title', 'Your interview'), facts.tenant);
  return (
    <Frame tenant={facts.tenant} class="welcome">
      <header class="head">
        <div>
          <h1>
            <span class="kicker">
              {t('welcome.hello', 'Hello {name}. This is your interview for', { name: facts.firstName })}
            </span>{' '}
            {facts.role}
          </h1>
          <p class="eyebrow">{facts.location === '' ? facts.tenant : `${facts.tenant} · ${facts.location}`}</p>
        </div>
        <p class="lead">
          {rich(
            'welcome.lead',
            'You’ll talk with an <b>automated interviewer</b>, out loud or in writing. <b>People</b> at {tenant} read what you said, and they decide.',
            strong,
            { tenant: facts.tenant },
          )}
        </p>
      </header>
      <Facts facts={facts} />
      <Promises />
      <div class="act act-stick">
        <Button kind="main" onClick={() => go('code')}>
          {facts.begun ? t('welcome.back', 'Go on with my interview') : t('welcome.go', 'Continue')}
        </Button>
        <Button kind="text" onClick={() => ask('human')}>
          {t('welcome.human', 'Ask for a human instead')}
        </Button>
        <Button kind="text" onClick={() => ask('adjustment')}>
          {t('welcome.adjust', 'Need an adjustment?')}
        </Button>
      </div>
      <p class="small after-act">{t('welcome.safe', 'Neither choice counts against you. Nothing is recorded yet.')}</p>
      {asking === null ? null : (
        <AskDialog
          kind={asking}
          tenant={facts.tenant}
          send={(text) => api('POST /api/candidate/requests', { body: { kind: asking, text } })}
          {...(facts.signedIn ? {} : { confirm: { link, address: facts.address } })}
          onClose={() => ask(null)}
        />
      )}
    </Frame>
  );
}

function Facts({ facts }: { facts: LinkFacts }) {
  const kept =
    facts.region.kept === 'guarantee'
      ? t('welcome.kept.sure', 'Guaranteed, the live connection too.')
      : t('welcome.kept.hint', 'Words and recording, guaranteed. The live connection prefers it, and keeps no words.');
  return (
    <dl class="facts cells">
      <Fact
        name={t('welcome.long', 'How long')}
        value={t(
          'welcome.long.value',
          'At most {minutes, plural, one {# minute} other {# minutes}}, in {sections, plural, one {# part} other {# parts}}',
          { minutes: facts.minutes, sections: facts.sections },
        )}
        more={t('welcome.long.more', 'You can stop and come back to the same place.')}
      />
      <Fact name={t('welcome.until', 'Open until')} value={dayTimeAndZone(facts.expiresAt)} />
      <Fact
        name={t('welcome.need', 'What you need')}
        value={t('welcome.need.value', 'A quiet place and a microphone')}
        more={t('welcome.need.more', 'A phone is fine. No camera, nothing to install. Or type.')}
      />
      <Fact
        name={t('welcome.reads', 'Who sees it')}
        value={facts.reader ?? t('welcome.reads.people', 'People who hire at {tenant}', { tenant: facts.tenant })}
        more={t(
          'welcome.reads.more',
          'You have an answer within {days, plural, one {# working day} other {# working days}}.',
          { days: facts.decisionDays },
        )}
      />
      <Fact name={t('welcome.where', 'Where it stays')} value={regionName(facts.region.id)} more={kept} />
      <Fact name={t('welcome.language', 'Language')} value={languageName(facts.language)} />
    </dl>
  );
}

function Fact({ name, value, more }: { name: string; value: string; more?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value} {more === undefined ? null : <span>{more}</span>}
      </dd>
    </div>
  );
}

function Promises() {
  return (
    <section class="panel" aria-labelledby="ai">
      <div class="panel-head">
        <Ring state="speaking" small />
        <h2 id="ai">{t('welcome.ai', 'What the interviewer does, and doesn’t')}</h2>
      </div>
      <div class="two">
        <Marks
          title={t('welcome.notes', 'It takes note of')}
          good
          items={[
            t('welcome.notes.words', 'What you say or write'),
            t('welcome.notes.examples', 'The examples you give'),
            t('welcome.notes.reasons', 'Your reasons for what you did'),
          ]}
        />
        <Marks
          title={t('welcome.never', 'It never judges')}
          items={[
            t('welcome.never.face', 'Your face or your accent'),
            t('welcome.never.tone', 'Your tone or your feelings'),
            t('welcome.never.pace', 'Pauses, or how fast you talk'),
          ]}
        />
      </div>
      <p>{t('welcome.decides', 'It can’t reject you. A named person decides, and looks again if you ask.')}</p>
    </section>
  );
}

function Marks({ title, good, items }: { title: string; good?: boolean; items: string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul class="marks">
        {items.map((item) => (
          <li key={item} class={good ? 'yes' : undefined}>
            <Icon d={good ? check : close} />
            {item}
          </li>
        ))}
      </ul>
    </div>
  );
}

function languageName(code: string): string {
  return new Intl.DisplayNames([document.documentElement.lang || 'en'], { type: 'language' }).of(code) ?? code;
}
