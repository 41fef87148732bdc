/** What stands around every page: whose interview it is, and where help is. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../shared/i18n.ts';
import { lazyPage } from '../shared/lazy-page.ts';
import { SkipLink } from '../shared/ui/skip-link.tsx';
import type { HelpProps, HelpTopic } from './help/help-dialog.tsx';
import { LanguageChoice } from './language-choice.tsx';

const HelpDialog = lazyPage<HelpProps>(() => import('./help/help-dialog.tsx').then((page) => page.HelpDialog));

interface Props {
  tenant?: string;
  /** Own data, once there is a session. */
  dataHref?: string;
  calm?: boolean;
  class?: string;
  children: ComponentChildren;
}

export function Frame({ tenant, dataHref, calm, class: extra, children }: Props) {
  const [topic, help] = useState<HelpTopic | null>(null);
  return (
    <>
      <SkipLink />
      <header class="bar">
        <Brand name={tenant ?? 'Interloop'} />
        <nav class="bar-end" aria-label={t('frame.nav', 'You')}>
          <LanguageChoice another={() => help('language')} />
          {dataHref === undefined ? null : <a href={dataHref}>{t('frame.data', 'Your data')}</a>}
          <button type="button" class="bar-button" onClick={() => help('help')}>
            {t('frame.help', 'Help')}
          </button>
        </nav>
      </header>
      <main id="main" class={['col', calm && 'calm', extra].filter(Boolean).join(' ')} tabindex={-1}>
        {children}
      </main>
      <footer class="foot">
        <span>{t('frame.runs-on', 'Runs on Interloop')}</span>
        <a href="/regions">{t('frame.regions', 'Where data rests')}</a>
        <button type="button" class="foot-button" onClick={() => help('accessibility')}>
          {t('frame.accessibility', 'Accessibility')}
        </button>
        {dataHref === undefined ? null : (
          <button type="button" class="foot-button" onClick={() => help('sign-out')}>
            {t('frame.sign-out', 'Sign out on this device')}
          </button>
        )}
      </footer>
      {topic === null ? null : <HelpDialog topic={topic} tenant={tenant ?? ''} onClose={() => help(null)} />}
    </>
  );
}

/** The employer's name beside its first letter; a logo takes its place once the employer sets one. */
export function Brand({ name }: { name: string }) {
  return (
    <span class="brand">
      <svg viewBox="0 0 28 28" aria-hidden="true" focusable="false">
        <rect class="sq" width="28" height="28" rx="7" />
        <text class="initial" x="14" y="19.5" text-anchor="middle">
          {[...name.trim()][0] ?? ''}
        </text>
      </svg>
      <span>{name}</span>
    </span>
  );
}
